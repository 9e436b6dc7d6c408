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
  const database = await answered(indexedDB.open('kartoteka'));
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

/** Every row of every table, by table. */
export const allRawRows = (): Promise<Record<string, unknown[]>> =>
  inRawStore(async (table) => {
    const rows: Record<string, unknown[]> = {};
    for (const name of table('meta').transaction.objectStoreNames) {
      rows[name] = await answered(table(name).getAll());
    }
    return rows;
  });

/** Changes the rows of one table; undefined removes a row. */
export const changeRawRows = <Row extends { readonly id: string }>(
  name: string,
  change: (row: Row, index: number) => Row | undefined,
): Promise<void> =>
  inRawStore(async (table) => {
    const rows = (await answered(table(name).getAll())) as Row[];
    rows.forEach((row, index) => {
      const changed = change(row, index);
      if (changed) table(name).put(changed);
      else table(name).delete(row.id);
    });
  });

/** Deletes the database, as Chromium does with one it finds damaged. */
export const deleteRawStore = async (): Promise<void> => {
  await answered(indexedDB.deleteDatabase('kartoteka'));
};

/** Opens the database as any window could, in its own version or a later one. To be closed. */
export const openRawStore = (version?: number): Promise<IDBDatabase> =>
  answered(indexedDB.open('kartoteka', version));
