import type { RecordId } from '#shared/domain/ids.ts';
import type { RecordKind, RecordMeta, Stored, TableName } from '#shared/domain/record.ts';
import { openRecord, sealRecord, type ClearRecord } from '#shared/formats/sealed-record.ts';
import type { FileKeys } from './file-keys.ts';
import { MIGRATIONS, migrated, type Migrations } from './migrations/index.ts';
import type { Row } from './store.ts';

/** Content and envelope together, as the app reads them. */
export const storedOf = <Body>(body: Body, { id, fileId, rev, parent, stamp }: RecordMeta): Stored<Body> =>
  Object.freeze({ ...body, id, fileId, rev, parent, stamp });

/** The content of a record without its envelope. */
export function bodyOf<Body>(stored: Stored<Body>): Body {
  const { id: _id, fileId: _fileId, rev: _rev, parent: _parent, stamp: _stamp, ...body } = stored;
  return body as Body;
}

type Envelope = Omit<Row, 'sealed'>;
interface Known {
  readonly envelope: Envelope;
  readonly record: Stored<unknown>;
}

/** Seals and unseals records. Keeps what it unsealed, one revision a record, so that a query asked again costs nothing. */
export class Sealer {
  readonly #vaultId: string;
  readonly #keys: FileKeys;
  readonly #migrations: Migrations;
  readonly #known = new Map<TableName, Map<RecordId, Known>>();

  constructor(vaultId: string, keys: FileKeys, migrations: Migrations = MIGRATIONS) {
    this.#vaultId = vaultId;
    this.#keys = keys;
    this.#migrations = migrations;
  }

  /** Seals a body (JSON). */
  seal(at: ClearRecord, json: string): Uint8Array<ArrayBuffer> {
    return sealRecord(this.#keys.keyOf(at.fileId), this.#vaultId, at, json);
  }

  /** Whether a row opens as a record of this vault. */
  opens(table: TableName, row: Row): boolean {
    try {
      openRecord(this.#keys.keyOf(row.fileId), this.#vaultId, { ...row, table }, row.sealed);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * The record in a row. Synchronous: waiting for anything else would end the IndexedDB transaction it is read in.
   * @throws `SealBrokenError`, `VaultDamagedError` when the file has no key, `NewerDataError`.
   */
  unseal<Body>(kind: RecordKind<Body>, row: Row): Stored<Body> {
    const known = this.#known.get(kind.table)?.get(row.id);
    if (known && sameEnvelope(known.envelope, row)) return known.record as Stored<Body>;
    const { sealed, ...envelope } = row;
    const at = { ...envelope, table: kind.table };
    const body = openRecord(this.#keys.keyOf(row.fileId), this.#vaultId, at, sealed);
    const record = storedOf(migrated(kind, row.version, body, this.#migrations), row);
    const own = this.#known.get(kind.table) ?? new Map<RecordId, Known>();
    this.#known.set(kind.table, own.set(row.id, { envelope, record }));
    return record;
  }

  /** Drops a removed record from memory. */
  forget(table: TableName, id: RecordId): void {
    this.#known.get(table)?.delete(id);
  }
}

/** A revision is unique; the rest of the envelope is compared so that an altered one is never taken for it. */
const sameEnvelope = (known: Envelope, row: Envelope): boolean =>
  known.rev === row.rev &&
  known.fileId === row.fileId &&
  known.parent === row.parent &&
  known.stamp === row.stamp &&
  known.version === row.version &&
  known.due === row.due &&
  known.of === row.of;
