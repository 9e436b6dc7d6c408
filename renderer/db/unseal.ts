import { SealBrokenError } from '#shared/crypto/aead.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { RecordKind, RecordMeta, Stored, TableName } from '#shared/domain/record.ts';
import type { PutOp } from '#shared/formats/entry.ts';
import { openRecord, sealRecord, type ClearRecord } from '#shared/formats/sealed-record.ts';
import type { KeysInUse } from './keys-to-read.ts';
import { MIGRATIONS, migrated, type Migrations } from './migrations/index.ts';
import type { Row } from './row-key.ts';

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
  readonly #keys: KeysInUse;
  readonly #migrations: Migrations;
  readonly #known = new Map<TableName, Map<RecordId, Known>>();

  constructor(vaultId: string, keys: KeysInUse, migrations: Migrations = MIGRATIONS) {
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
      this.#openedBy({ ...row, table }, row.sealed);
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
    const { sealed: _sealed, ...envelope } = row;
    const record = storedOf(this.bodyIn(kind, row), row);
    const own = this.#known.get(kind.table) ?? new Map<RecordId, Known>();
    this.#known.set(kind.table, own.set(row.id, { envelope, record }));
    return record;
  }

  /** The body in a row that was replaced long ago; not kept in memory. Throws as {@link unseal} does. */
  bodyIn<Body>(kind: RecordKind<Body>, { sealed, ...envelope }: Row): Body {
    const { body } = this.#openedBy({ ...envelope, table: kind.table }, sealed);
    return migrated(kind, envelope.version, body, this.#migrations);
  }

  /** Whether the client file was erased: what is left of it anywhere counts as not there. */
  isErased(fileId: FileId): boolean {
    return this.#keys.erased.has(fileId);
  }

  /**
   * A record of the practice as it is to be after a rotation: sealed with the key of today, as a new revision.
   * @returns Null when it is so already. Throws as {@link unseal}.
   */
  resealed(table: TableName, row: Row, { rev, stamp }: Pick<RecordMeta, 'rev' | 'stamp'>): PutOp | null {
    const { sealed, ...clear } = row;
    const { body, key } = this.#openedBy({ ...clear, table }, sealed);
    if (key === this.#keys.keyOf(row.fileId)) return null;
    const at = { ...clear, table, rev, stamp, parent: row.rev };
    return { op: 'put', ...at, sealed: this.seal(at, JSON.stringify(body)) };
  }

  #openedBy(at: ClearRecord, sealed: Uint8Array): { readonly body: unknown; readonly key: Uint8Array } {
    const keys = this.#keys.keysOf(at.fileId);
    for (const [index, key] of keys.entries()) {
      try {
        return { body: openRecord(key, this.#vaultId, at, sealed), key };
      } catch (error) {
        if (index === keys.length - 1 || !(error instanceof SealBrokenError)) throw error;
      }
    }
    throw new SealBrokenError();
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
