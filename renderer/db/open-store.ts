import { NewerDataError } from '#shared/formats/newer-data.ts';
import { storeError, StoreError } from './errors.ts';
import { Store, STORE_NAME, STORE_VERSION, type StoreHead } from './store.ts';

/** Dexie multiplies its versions by ten. */
const NATIVE_VERSION = STORE_VERSION * 10;
/** How long another window may hold the database before we say so, milliseconds. */
const BLOCKED_LIMIT = 5_000;

/** An open store and what was found in it. */
export interface FoundStore {
  readonly store: Store;
  readonly head: StoreHead | undefined;
  readonly count: number;
  /** The database could not be read, or Chromium threw it away as damaged; what is open now is an empty one. */
  readonly unreadable: boolean;
}

/** Waits for a request; rejects when another window still holds the database after {@link BLOCKED_LIMIT}. */
function settled<T>(request: IDBOpenDBRequest, done: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    request.addEventListener('blocked', () => {
      timer = setTimeout(
        () => reject(new StoreError('unexpected', 'Another window holds the store')),
        BLOCKED_LIMIT,
      );
    });
    request.addEventListener('success', () => {
      clearTimeout(timer);
      resolve(done());
    });
    request.addEventListener('error', () => {
      clearTimeout(timer);
      reject(request.error ?? new DOMException('The store did not open', 'UnknownError'));
    });
  });
}

/**
 * Looks at the database before Dexie does. Dexie hides what matters here: it opens data of a newer app without a word,
 * and takes a database that Chromium wiped for a first run.
 * @returns Whether Chromium has thrown data away.
 * @throws {NewerDataError} when a newer app has opened it. A `StoreError` when another window holds it.
 */
async function wasWiped(): Promise<boolean> {
  const request = indexedDB.open(STORE_NAME, NATIVE_VERSION);
  let upgrade: IDBVersionChangeEvent | undefined;
  request.addEventListener('upgradeneeded', (event) => {
    upgrade = event;
    request.transaction?.abort(); // Creating and upgrading is Dexie's work.
  });
  try {
    await settled(request, () => request.result.close());
    return false;
  } catch (error) {
    if (upgrade) return 'dataLoss' in upgrade && upgrade.dataLoss === 'total';
    if (error instanceof DOMException && error.name === 'VersionError') {
      throw new NewerDataError('The store', await foundVersion());
    }
    throw error;
  }
}

async function foundVersion(): Promise<number> {
  const found = (await indexedDB.databases()).find((database) => database.name === STORE_NAME);
  return (found?.version ?? 0) / 10;
}

async function openAndCount(store: Store, unreadable: boolean): Promise<FoundStore> {
  await store.open();
  return { store, head: await store.head(), count: await store.countRecords(), unreadable };
}

/**
 * Opens the store, or opens it again; and an empty one in its place when it cannot be read.
 * @throws {NewerDataError} when a newer app has opened it; a `StoreError` when another window holds it or the disk is
 * full. Then nothing was touched.
 */
export async function openStore(store: Store): Promise<FoundStore> {
  store.close({ disableAutoOpen: false });
  try {
    return await openAndCount(store, await wasWiped());
  } catch (error) {
    if (error instanceof NewerDataError || error instanceof StoreError) throw error;
    const failure = storeError(error);
    // A full disk passes. Throwing the store away would not free it, and rebuilding would only fill it again.
    if (failure.failure.code === 'diskFull') throw failure;
    store.close({ disableAutoOpen: false });
    await settled(indexedDB.deleteDatabase(STORE_NAME), () => undefined);
    return openAndCount(store, true);
  }
}
