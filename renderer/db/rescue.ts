import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { attachmentKeys, type AttachmentKeys } from '#shared/crypto/attachment-keys.ts';
import { TABLE_NAMES, type RecordKind, type Stored, type TableName } from '#shared/domain/record.ts';
import { versionRecord } from '#shared/domain/version.ts';
import type { JournalHead } from '#shared/ipc/contract.ts';
import { findBase, leadsOnAfter } from './base.ts';
import { StoreError, VaultDamagedError } from './errors.ts';
import { FileKeys } from './file-keys.ts';
import { absorbedFiles } from './absorbed-files.ts';
import { removedFrom, versionsOf } from './history.ts';
import { Journal, type Progress } from './journal.ts';
import type { VersionReader } from './reader.ts';
import type { Row } from './row-key.ts';
import { rowOf } from './store.ts';
import { siftHere } from './sift.ts';
import type { Basket, Sieve, Sifted } from './sieve.ts';
import { toldFailure } from './told-failure.ts';
import type { UndoState, Vault, Version } from './types.ts';
import { keysOfRows, type SealedRows, type SealedSource } from './sealed-source.ts';
import { Sealer } from './unseal.ts';
import type { VaultKeys } from './vault-keys.ts';

const NOTHING_TO_UNDO: UndoState = { undo: null, redo: null };

const byId = (one: Row, other: Row): number => (one.id < other.id ? -1 : 1);
const dueOf = ({ due }: Row): number => due ?? Number.NEGATIVE_INFINITY;

/** Refuses a change: there is no room to keep it. */
const refused = async (): Promise<never> => {
  throw await toldFailure(new StoreError('diskFull', 'The vault is open for reading only'));
};

/** Reads of rows that lie in memory. */
function memoryReader(rows: ReadonlyMap<TableName, readonly Row[]>, sealer: Sealer): VersionReader {
  const list = <Body>(kind: RecordKind<Body>, wanted: (row: Row) => boolean = () => true) =>
    (rows.get(kind.table) ?? []).filter((row) => wanted(row) && !sealer.isErased(row.fileId));
  const unsealed = <Body>(kind: RecordKind<Body>, found: readonly Row[]) =>
    found.map((row) => sealer.unseal(kind, row));
  return {
    get: async (kind, id) =>
      unsealed(
        kind,
        list(kind, (row) => row.id === id),
      )[0],
    all: async (kind) => unsealed(kind, list(kind)),
    inFile: async (kind, fileId) =>
      unsealed(
        kind,
        list(kind, (row) => row.fileId === fileId),
      ),
    dueBetween: async (kind, from, to) => {
      const due = list(kind, (row) => dueOf(row) >= from && dueOf(row) < to);
      return unsealed(
        kind,
        due.toSorted((one, other) => dueOf(one) - dueOf(other)),
      );
    },
    last: async (kind) => unsealed(kind, list(kind).slice(-1))[0],
    versionsOf: async (of) =>
      unsealed(
        versionRecord,
        list(versionRecord, (row) => row.of === of),
      ),
    newestVersionsIn: async (fileId) => {
      const newest = new Map<RecordId | undefined, Row>();
      for (const row of list(versionRecord, (one) => one.fileId === fileId)) {
        if ((newest.get(row.of)?.id ?? '') < row.id) newest.set(row.of, row);
      }
      return unsealed(versionRecord, [...newest.values()]);
    },
  };
}

/**
 * The vault on a full disk: read into memory from the newest backup and the journal, and never written to. IndexedDB is not
 * opened: Chromium would destroy it.
 */
export class RescueVault implements Vault, SealedSource {
  readonly #rows: ReadonlyMap<TableName, readonly Row[]>;
  readonly #reader: VersionReader;
  readonly #keys: FileKeys;
  readonly #vaultId: string;

  /** The records as they are sealed. */
  readonly sealed: SealedSource = this;

  private constructor(vaultId: string, keys: FileKeys, rows: ReadonlyMap<TableName, readonly Row[]>) {
    this.#vaultId = vaultId;
    this.#keys = keys;
    this.#rows = rows;
    this.#reader = memoryReader(rows, new Sealer(vaultId, keys));
  }

  /**
   * Reads everything. What damage took from the journal is passed over.
   * @throws `PlatformError`, {@link VaultDamagedError}.
   */
  static async open(vaultKeys: VaultKeys, onProgress?: Progress): Promise<RescueVault> {
    const { vaultId } = vaultKeys;
    const keys = await FileKeys.load(vaultKeys);
    const journal = new Journal(vaultKeys);
    const extent = await journal.extent();
    const source = {
      journal,
      vaultKeys,
      isErased: (fileId: FileId) => keys.erased.has(fileId),
    };
    const base = await findBase(source, extent);
    if (!base) throw new VaultDamagedError('journalDamaged', 'No backup from which the journal leads on');
    if (extent.head.seq === 0 && base.seq === 0 && keys.size > 0) {
      throw new VaultDamagedError(
        'journalDamaged',
        'There are keys of client files, and the journal is empty',
      );
    }
    const from = {
      after: leadsOnAfter(base, extent),
      latest: base.latest,
      stamp: base.stamp,
      gaps: extent.gaps,
    };
    const { latest } = await journal.fold(from, extent.head.seq, onProgress);
    const rows = new Map<TableName, Row[]>(TABLE_NAMES.map((name) => [name, []]));
    for (const op of latest.values()) if (op.op === 'put') rows.get(op.table)?.push(rowOf(op));
    for (const own of rows.values()) own.sort(byId);
    return new RescueVault(vaultId, keys, rows);
  }

  /** The keys of a client file's attachments, for one job. Throws when the file has no key. */
  attachmentKeys(fileId: FileId): AttachmentKeys {
    return attachmentKeys(this.#keys.keyOf(fileId), this.#vaultId);
  }

  get<Body>(kind: RecordKind<Body>, id: RecordId): Promise<Stored<Body> | undefined> {
    return this.#reader.get(kind, id);
  }

  all<Body>(kind: RecordKind<Body>): Promise<readonly Stored<Body>[]> {
    return this.#reader.all(kind);
  }

  /** All at once: everything is in memory anyway. */
  async *pages<Body>(kind: RecordKind<Body>): AsyncGenerator<readonly Stored<Body>[]> {
    yield await this.#reader.all(kind);
  }

  sift<Body, Field extends keyof Stored<Body>, Result>(
    sieve: Sieve<Body, Field>,
    basket: Basket<Sifted<Body, Field>, Result>,
  ): Promise<Result> {
    return siftHere(sieve, basket, this.pages(sieve.kind));
  }

  inFile<Body>(kind: RecordKind<Body>, fileId: FileId): Promise<readonly Stored<Body>[]> {
    return this.#reader.inFile(kind, fileId);
  }

  dueBetween<Body>(kind: RecordKind<Body>, from: number, to: number): Promise<readonly Stored<Body>[]> {
    return this.#reader.dueBetween(kind, from, to);
  }

  last<Body>(kind: RecordKind<Body>): Promise<Stored<Body> | undefined> {
    return this.#reader.last(kind);
  }

  async sealedRows(table: TableName, before: RecordId | null, most: number): Promise<SealedRows> {
    const rows = (this.#rows.get(table) ?? [])
      .filter(({ id }) => before === null || id < before)
      .slice(-most)
      .toReversed();
    const keyed = rows.filter(({ fileId }) => !this.#keys.erased.has(fileId));
    return { rows, keys: keysOfRows(keyed, (fileId) => this.#keys.keysOf(fileId)) };
  }

  /** On a full disk IndexedDB is left alone. */
  indexSeal(): null {
    return null;
  }

  standing(): { readonly head: JournalHead; readonly whole: boolean } {
    return { head: { seq: 0, hash: new Uint8Array() }, whole: false };
  }

  changedSince(): Promise<null> {
    return Promise.resolve(null);
  }

  /** Nothing changes. */
  onSealedChange(): () => void {
    return () => undefined;
  }

  versionsOf<Body>(kind: RecordKind<Body>, id: RecordId): Promise<readonly Version<Body>[]> {
    return versionsOf(this.#reader, kind, id);
  }

  async removedFrom(fileId: FileId): Promise<readonly Version<unknown>[]> {
    return removedFrom(this.#reader, fileId, await absorbedFiles(this.#reader, this.#keys, fileId));
  }

  readonly commit = refused;
  readonly act = refused;
  readonly undo = refused;
  readonly redo = refused;

  undoState(): UndoState {
    return NOTHING_TO_UNDO;
  }

  onUndoState(): () => void {
    return () => undefined;
  }

  /** Nothing to wait for. */
  async close(): Promise<void> {
    await Promise.resolve();
  }
}
