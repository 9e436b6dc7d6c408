import { rowFrom, storedRow, type Row as StoreRow, type StoredRow } from '#renderer/db/row-key.ts';
import { STORE_NAME } from '#renderer/db/store.ts';

/** Native access to the store's database, past Dexie and the vault: what damage and other programs would do. */

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('failed')));
  });

/** Runs one transaction over all tables of the closed or open store and waits until it is complete. */
export async function inRawStore<T>(
  work: (table: (name: string) => IDBObjectStore) => Promise<T> | T,
): Promise<T> {
  const database = await answered(indexedDB.open(STORE_NAME));
  try {
    const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
    const complete = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
    });
    const result = await work((name) => transaction.objectStore(name));
    await complete;
    return result;
  } finally {
    database.close();
  }
}

/** Every row of every table, by table, as the app knows them. */
export const allRawRows = (): Promise<Record<string, unknown[]>> =>
  inRawStore(async (table) => {
    const rows: Record<string, unknown[]> = {};
    for (const name of table('meta').transaction.objectStoreNames) {
      const found = await answered<unknown[]>(table(name).getAll());
      rows[name] = name === 'meta' ? found : (found as StoredRow[]).map(rowFrom);
    }
    return rows;
  });

/** Puts the store back to what {@link allRawRows} found. */
export const putBackRows = (rows: Readonly<Record<string, unknown[]>>): Promise<void> =>
  inRawStore((table) => {
    for (const [name, own] of Object.entries(rows)) {
      table(name).clear();
      for (const row of own) {
        if (name === 'meta') table(name).put(row, 'head');
        else table(name).put(storedRow(row as StoreRow));
      }
    }
  });

/** Changes the rows of one table; undefined removes a row. */
export const changeRawRows = <Row extends { readonly id: string }>(
  name: string,
  change: (row: Row, index: number) => Row | undefined,
): Promise<void> =>
  inRawStore(async (table) => {
    const rows = (await answered(table(name).getAll())) as StoredRow[];
    rows.forEach((row, index) => {
      const changed = change(rowFrom(row) as unknown as Row, index);
      const stored = changed && storedRow(changed as unknown as StoreRow);
      if (stored?.key !== row.key) table(name).delete(row.key);
      if (stored) table(name).put(stored);
    });
  });

/** Deletes the database, as Chromium does with one it finds damaged. */
export const deleteRawStore = async (): Promise<void> => {
  await answered(indexedDB.deleteDatabase(STORE_NAME));
};

/** Opens the database as any window could, in its own version or a later one. To be closed. */
export const openRawStore = (version?: number): Promise<IDBDatabase> =>
  answered(indexedDB.open(STORE_NAME, version));
