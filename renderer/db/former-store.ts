import { TABLE_NAMES, type TableName } from '#shared/domain/record.ts';
import type { Progress } from './journal.ts';
import { answered } from './open-request.ts';
import { storeError, StoreError } from './errors.ts';
import { roomOnDisk } from './room.ts';
import type { Row } from './row-key.ts';
import type { Store, StoreHead } from './store.ts';

/** The database of the store when its rows lay under their ids alone. */
export const FORMER_NAME = 'kartoteka';

/** Rows copied in one transaction. */
const BATCH = 500;

/** How the store stands to its former form. */
export type Moved = 'nothing to move' | 'moved' | 'unreadable';

async function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(request.error ?? new DOMException('Not read', 'UnknownError')),
    );
  });
}

const isThere = async (): Promise<boolean> =>
  (await indexedDB.databases()).some(({ name }) => name === FORMER_NAME);

const namesIn = (former: IDBDatabase): readonly TableName[] =>
  TABLE_NAMES.filter((name) => former.objectStoreNames.contains(name));

const inTable = (former: IDBDatabase, name: string): IDBObjectStore =>
  former.transaction(name).objectStore(name);

/** What cannot be written now can be written later, and what it is copied from stays; what cannot be read is lost. */
async function written(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw storeError(error);
  }
}

/** Copies every row as it is; the head last and word by word, so that what went missing on the way is missed. */
async function copyAll(former: IDBDatabase, store: Store, onProgress: Progress): Promise<void> {
  const names = namesIn(former);
  const counts = await Promise.all(names.map((name) => settled(inTable(former, name).count())));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const table of names) {
    for (let last: string | null = null, end = false; !end;) {
      const range: IDBKeyRange | null = last === null ? null : IDBKeyRange.lowerBound(last, true);
      const rows: Row[] = await settled<Row[]>(inTable(former, table).getAll(range, BATCH));
      const puts = rows.map((row) => ({ op: 'put' as const, table, ...row }));
      if (puts.length > 0) await written(store.applyPart(puts, 'nothing'));
      done += rows.length;
      onProgress(done, total);
      last = rows.at(-1)?.id ?? null;
      end = rows.length < BATCH;
    }
  }
  const head = await settled<StoreHead | undefined>(inTable(former, 'meta').get('head'));
  if (head !== undefined) await written(store.settle(head, { count: head.count, digest: head.digest }));
}

/**
 * Moves the rows of a store of the former form into this one, and removes it. Cut off half-way, it begins anew: until
 * the last step the former store is whole, and this one has no head.
 * @returns Whether there was one; what of it cannot be read is to be had from the journal.
 * @throws A `StoreError` when the disk is full, the copy cannot be written or another window holds it: then the former
 * store is untouched.
 */
export async function moveFormerStore(store: Store, onProgress: Progress = () => undefined): Promise<Moved> {
  if (!(await isThere())) return 'nothing to move';
  let moved: Moved = 'nothing to move';
  if ((await store.head()) === undefined) {
    if ((await store.count()) > 0) await store.renew();
    moved = await copied(store, onProgress);
  }
  await answered(indexedDB.deleteDatabase(FORMER_NAME));
  return moved;
}

async function copied(store: Store, onProgress: Progress): Promise<Moved> {
  const request = indexedDB.open(FORMER_NAME);
  request.addEventListener('success', () =>
    request.result.addEventListener('versionchange', () => request.result.close()),
  );
  try {
    await answered(request);
    await copyAll(request.result, store, onProgress);
    return 'moved';
  } catch (error) {
    const full = !(error instanceof StoreError) && (await roomOnDisk()) === 'full';
    if (!full && !(error instanceof StoreError)) return 'unreadable';
    await freed(store);
    throw full ? new StoreError('diskFull', error) : error;
  } finally {
    if (request.readyState === 'done' && request.error === null) request.result.close();
  }
}

/** Gives back the room of a copy that did not come to its end. */
async function freed(store: Store): Promise<void> {
  try {
    await store.renew();
  } catch {
    // It is begun anew in any case.
  }
}
