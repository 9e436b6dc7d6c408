import type { Looked } from './store-protocol.ts';
import { NATIVE_VERSION, STORE_NAME, Store } from './store.ts';

/** Whether the store is there as this version of the app left it. */
export async function isStoreThere(): Promise<boolean> {
  const found = (await indexedDB.databases()).find(({ name }) => name === STORE_NAME);
  return found?.version === NATIVE_VERSION;
}

/** Looks at the store, and leaves it closed. */
export async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = new Store(() => undefined);
  try {
    await store.hold();
    return await work(store);
  } finally {
    store.release();
  }
}

/** Milliseconds since the epoch, comparable between threads. */
export const clockOfThreads = (): number => performance.timeOrigin + performance.now();

/** Only a store that is there as this version of the app left it: everything else is looked at when the vault is opened. */
export async function look(): Promise<Looked | null> {
  if (!(await isStoreThere())) return null;
  return inStore(async (store) => {
    const head = await store.head();
    return head ? { head, rows: await store.survey(), at: clockOfThreads() } : null;
  });
}
