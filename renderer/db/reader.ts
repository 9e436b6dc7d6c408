import { Dexie, type PromiseExtended } from 'dexie';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { RecordKind, Stored } from '#shared/domain/record.ts';
import { versionRecord, type VersionBody } from '#shared/domain/version.ts';
import type { Row } from './row-key.ts';
import type { Store } from './store.ts';
import type { VaultReader } from './types.ts';
import { storedOf, type Sealer } from './unseal.ts';

/** Holds reads back while the store is being brought back. Made of Dexie's promises: live queries see through no others. */
export class Gate {
  #opened: PromiseExtended<void> | null = null;
  #open: (() => void) | null = null;

  /** From now on reads wait. */
  shut(): void {
    this.#opened ??= new Dexie.Promise<void>((resolve) => {
      this.#open = resolve;
    });
  }

  /** Lets the reads that wait and those to come through. */
  open(): void {
    this.#open?.();
    this.#opened = null;
  }

  /** Runs a read, now or when the gate is open. */
  pass<T>(read: () => PromiseExtended<T>): PromiseExtended<T> {
    return this.#opened ? this.#opened.then(() => this.pass(read)) : read();
  }
}

/** Reads of the stored records and of their versions. */
export interface VersionReader extends VaultReader {
  /** The versions of a record. */
  versionsOf(of: RecordId): Promise<readonly Stored<VersionBody>[]>;
  /** The newest version of each record that was changed or removed in a file. */
  newestVersionsIn(fileId: FileId): Promise<readonly Stored<VersionBody>[]>;
}

/** Reads of the store, whose rows can also be opened one by one. */
export interface StoreReader extends VersionReader {
  /** The record in a row that was read already; undefined when its file was erased. Throws when it does not open. */
  open<Body>(kind: RecordKind<Body>, row: Row): Stored<Body> | undefined;
}

/** The newest row of each record. */
function newestOfEach(rows: readonly Row[]): Row[] {
  const newest = new Map<RecordId | undefined, Row>();
  for (const row of rows) {
    const known = newest.get(row.of);
    if (!known || known.id < row.id) newest.set(row.of, row);
  }
  return [...newest.values()];
}

/**
 * Every record of a kind that is not erased, so many rows at a time; none is kept in memory.
 * @param onBroken Told when a row does not open, before the read rejects.
 */
export async function* pagesOf<Body>(
  store: Store,
  sealer: Sealer,
  onBroken: (error: unknown) => void,
  { kind, size, gate }: { readonly kind: RecordKind<Body>; readonly size: number; readonly gate: Gate },
): AsyncGenerator<readonly Stored<Body>[]> {
  for (let after: RecordId | null = null; ;) {
    const from: RecordId | null = after;
    const rows: readonly Row[] = await gate.pass(() =>
      store.rowsAfter(kind.table, from).limit(size).toArray(),
    );
    try {
      yield rows
        .filter(({ fileId }) => !sealer.isErased(fileId))
        .map((row) => storedOf(sealer.bodyIn(kind, row), row));
    } catch (error) {
      onBroken(error);
      throw error;
    }
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    after = last.id;
  }
}

/**
 * Reads of the stored records. Unseals in the same turn in which IndexedDB answers.
 * @param onBroken Told when a row does not open, before the read rejects.
 */
export function readerOf(
  store: Store,
  sealer: Sealer,
  onBroken: (error: unknown) => void,
  gate = new Gate(),
): StoreReader {
  const unseal = <Body>(kind: RecordKind<Body>, row: Row): Stored<Body> => {
    try {
      return sealer.unseal(kind, row);
    } catch (error) {
      onBroken(error);
      throw error;
    }
  };
  const there = ({ fileId }: Row): boolean => !sealer.isErased(fileId);
  const open = <Body>(kind: RecordKind<Body>, row: Row): Stored<Body> | undefined =>
    there(row) ? unseal(kind, row) : undefined;
  const list = <Body>(kind: RecordKind<Body>, rows: () => PromiseExtended<Row[]>) =>
    gate.pass(() => rows().then((found) => found.filter(there).map((row) => unseal(kind, row))));
  return {
    open,
    get: (kind, id) => gate.pass(() => store.row(kind.table, id).then((row) => row && open(kind, row))),
    all: (kind) => list(kind, () => store.rows(kind.table).toArray()),
    inFile: (kind, fileId) =>
      list(kind, () => store.rows(kind.table).where('fileId').equals(fileId).toArray()),
    dueBetween: (kind, from, to) =>
      list(kind, () => store.rows(kind.table).where('due').between(from, to, true, false).toArray()),
    versionsOf: (of) => list(versionRecord, () => store.rows('versions').where('of').equals(of).toArray()),
    newestVersionsIn: (fileId) =>
      list(versionRecord, () =>
        store.rows('versions').where('fileId').equals(fileId).toArray().then(newestOfEach),
      ),
    last: (kind) =>
      gate.pass(() =>
        store
          .rows(kind.table)
          .toCollection()
          .last()
          .then((row) => (row ? unseal(kind, row) : undefined)),
      ),
  };
}
