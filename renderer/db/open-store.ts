import { NewerDataError } from '#shared/formats/newer-data.ts';
import { storeError, StoreError } from './errors.ts';
import { moveFormerStore } from './former-store.ts';
import type { Progress } from './journal.ts';
import { answered } from './open-request.ts';
import { roomOnDisk } from './room.ts';
import { NATIVE_VERSION, STORE_NAME, type RowSurvey, type Store, type StoreHead } from './store.ts';
import { surveyedAhead } from './survey-ahead.ts';

/** An open store and what was found in it. */
export interface FoundStore extends RowSurvey {
  readonly store: Store;
  readonly head: StoreHead | undefined;
  /** The database could not be read, or Chromium threw it away as damaged; what is open now is an empty one. */
  readonly unreadable: boolean;
}

/**
 * Looks at the database before Dexie does. Dexie hides what matters here: it opens data of a newer app without a word,
 * and takes a database that Chromium wiped for a first run.
 * @returns Whether Chromium has thrown data away.
 * @throws {NewerDataError} when a newer app has opened it. A `StoreError` when another window holds it.
 */
async function wasWiped(): Promise<boolean> {
  const request = indexedDB.open(STORE_NAME, NATIVE_VERSION);
  request.addEventListener('success', () => request.result.close()); // Also when nobody waits for it any more.
  let upgrade: IDBVersionChangeEvent | undefined;
  request.addEventListener('upgradeneeded', (event) => {
    upgrade = event;
    request.transaction?.abort(); // Creating and upgrading is Dexie's work.
  });
  try {
    await answered(request);
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

async function survey(store: Store, unreadable: boolean): Promise<FoundStore> {
  const head = await store.head();
  const ahead = await surveyedAhead(head);
  // Rows that went since are missed at once; counting is quick, noting their revisions is not.
  const whole = ahead && (ahead.fresh || ahead.rows.count === (await store.count()));
  const rows = whole ? ahead.rows : await store.survey();
  return { store, head, ...rows, unreadable };
}

/** The store, with what there is of it in its former form. */
async function moved(store: Store, unreadable: boolean, onProgress?: Progress): Promise<FoundStore> {
  const former = await moveFormerStore(store, onProgress);
  return survey(store, former === 'unreadable' || (unreadable && former !== 'moved'));
}

/**
 * Opens the store, or opens it again; and an empty one in its place when it cannot be read.
 * @throws {NewerDataError} when a newer app has opened it; a `StoreError` when another window holds it or the disk is
 * full. Then nothing was touched.
 */
export async function openStore(store: Store, onProgress?: Progress): Promise<FoundStore> {
  store.release();
  try {
    const wiped = await wasWiped();
    await store.hold();
    return await moved(store, wiped, onProgress);
  } catch (error) {
    if (error instanceof NewerDataError || error instanceof StoreError) throw error;
    const failure = storeError(error);
    // A full disk passes. Throwing the store away would not free it, and rebuilding would only fill it again.
    if (failure.failure.code === 'diskFull') throw failure;
    if ((await roomOnDisk()) === 'full') throw new StoreError('diskFull', error);
    await store.renew();
    return moved(store, true, onProgress);
  }
}
