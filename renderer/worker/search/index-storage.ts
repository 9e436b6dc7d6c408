import { Dexie, type Table } from 'dexie';

/** Name of the IndexedDB database of the index: apart from the records, so that nothing that is done with them sees it. */
const INDEX_STORE = 'kartoteka-search';

/** Sealed parts of the index in IndexedDB, by key. Whatever is missing or damaged there is built anew out of the records. */
export class IndexStorage extends Dexie {
  constructor() {
    super(INDEX_STORE, {
      // A power cut may take back the last write: then what was written before it counts.
      chromeTransactionDurability: 'relaxed',
      cache: 'disabled',
      indexedDB: globalThis.indexedDB,
      IDBKeyRange: globalThis.IDBKeyRange,
    });
    this.version(1).stores({ parts: '' });
  }

  get parts(): Table<Uint8Array<ArrayBuffer>, string> {
    return this.table('parts');
  }
}

/** Where sealed parts lie, by key. */
export interface PartStorage {
  readonly get: (key: string) => PromiseLike<Uint8Array<ArrayBuffer> | undefined>;
  readonly put: (key: string, part: Uint8Array<ArrayBuffer>) => PromiseLike<unknown>;
  /** Puts one and deletes those that are not to stay, both or neither. */
  readonly settle: (
    key: string,
    part: Uint8Array<ArrayBuffer>,
    stays: (key: string) => boolean,
  ) => PromiseLike<unknown>;
  readonly clear: () => PromiseLike<unknown>;
}

/** Opens a storage for some work. */
export type UseStorage = <T>(work: (storage: PartStorage) => PromiseLike<T>) => Promise<T>;

/** The storage in IndexedDB. Open only while it is used: it must not stand in the way of whoever wants to delete it. */
export const useIndexStorage: UseStorage = async (work) => {
  const storage = new IndexStorage();
  const { parts } = storage;
  try {
    await storage.open();
    return await work({
      get: (key) => parts.get(key),
      put: (key, part) => parts.put(part, key),
      settle: (key, part, stays) =>
        storage.transaction('rw', parts, async () => {
          const keys = await parts.toCollection().primaryKeys();
          await parts.bulkDelete(keys.filter((other) => !stays(other)));
          await parts.put(part, key);
        }),
      clear: () => parts.clear(),
    });
  } finally {
    storage.close();
  }
};
