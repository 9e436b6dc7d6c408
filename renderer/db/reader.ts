import type { Sealer } from './unseal.ts';
import type { Store } from './store.ts';
import type { VaultReader } from './types.ts';

/**
 * Reads of the stored records. Only Dexie's own promises are waited for, so that live queries can watch them.
 * @param onBroken Told when a row does not open, before the read rejects.
 */
export function readerOf(store: Store, sealer: Sealer, onBroken: (error: unknown) => void): VaultReader {
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      onBroken(error);
      throw error;
    }
  };
  return {
    get: (kind, id) =>
      store
        .rows(kind.table)
        .get(id)
        .then((row) => (row ? told(() => sealer.unseal(kind, row)) : undefined)),
    all: (kind) =>
      store
        .rows(kind.table)
        .toArray()
        .then((rows) => told(() => rows.map((row) => sealer.unseal(kind, row)))),
    inFile: (kind, fileId) =>
      store
        .rows(kind.table)
        .where('fileId')
        .equals(fileId)
        .toArray((rows) => told(() => rows.map((row) => sealer.unseal(kind, row)))),
    dueBetween: (kind, from, to) =>
      store
        .rows(kind.table)
        .where('due')
        .between(from, to, true, false)
        .toArray((rows) => told(() => rows.map((row) => sealer.unseal(kind, row)))),
  };
}
