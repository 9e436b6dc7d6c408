import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { TABLE_NAMES } from '#shared/domain/record.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { aClient, aTask } from '#test/builders/bodies.ts';
import { allRawRows, deleteRawStore } from '#test/fakes/raw-store.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { FORMER_NAME } from './former-store.ts';
import { closeVault, vault } from './index.ts';
import { Store } from './store.ts';

let test: TestVault;
let fileId: FileId;

const names = async (): Promise<readonly string[]> =>
  (await indexedDB.databases()).flatMap(({ name = '' }) => (name.startsWith('kartoteka') ? [name] : []));

/** Puts the store back to its former form: rows under their ids alone, and revisions in an index. */
async function makeFormer(
  change: (rows: Record<string, unknown[]>) => void = () => undefined,
): Promise<void> {
  await closeVault();
  const rows = await allRawRows();
  change(rows);
  await deleteRawStore();
  const request = indexedDB.open(FORMER_NAME, 80);
  await new Promise<void>((resolve, reject) => {
    request.addEventListener('upgradeneeded', () => {
      for (const name of TABLE_NAMES) {
        const table = request.result.createObjectStore(name, { keyPath: 'id' });
        for (const index of ['fileId', 'due', 'rev']) table.createIndex(index, index);
        for (const row of rows[name] ?? []) table.put(row);
      }
      const meta = request.result.createObjectStore('meta');
      for (const head of rows['meta'] ?? []) meta.put(head, 'head');
    });
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(new Error('not made')));
  });
  request.result.close();
}

const titles = async (): Promise<readonly string[]> =>
  (await vault().all(taskRecord)).map(({ title }) => title).toSorted();

const TASKS = ['changed', ...Array.from({ length: 1100 }, (_, index) => `task ${String(index)}`)].toSorted();

beforeEach(async () => {
  test = await openTestVault();
  fileId = newFileId();
  const first = newRecordId();
  await vault().commit((change) => {
    change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient());
    change.put(taskRecord, { id: first, fileId }, aTask({ title: 'first' }));
    for (let index = 0; index < 1100; index += 1)
      change.put(taskRecord, { id: newRecordId(), fileId }, aTask({ title: `task ${String(index)}` }));
  });
  await vault().commit((change) => change.update(taskRecord, first, () => ({ title: 'changed' })));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await closeVault();
  indexedDB.deleteDatabase(FORMER_NAME);
});

/** A method that is about to be mocked, to be called all the same. */
const methodOf = <T extends object, Name extends keyof T>(prototype: T, name: Name): T[Name] =>
  Reflect.get(prototype, name);

const fail = (): Promise<never> =>
  Promise.reject(new DOMException('The connection is closing', 'UnknownError'));

describe('a store of the former form', () => {
  it('is moved whole, without asking the journal, and then gone', async () => {
    await makeFormer();
    const { calls } = test.platform.fake;
    const before = calls.length;
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(calls.slice(before).map(({ channel }) => channel)).not.toContain('journal.read');
    expect(await titles()).toEqual(TASKS);
    expect(await names()).toEqual(['kartoteka-rows']);
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it('is whole until the copy is, at whichever step that is cut off', async () => {
    await makeFormer();
    const [applyPart, settle] = [methodOf(Store.prototype, 'applyPart'), methodOf(Store.prototype, 'settle')];
    let steps = 0;
    let last = false;
    for (let step = 1; !last; step += 1) {
      steps = 0;
      last = true;
      const at = <T>(work: () => Promise<T>): Promise<T> => {
        steps += 1;
        if (steps < step) return work();
        last = false;
        return fail();
      };
      vi.spyOn(Store.prototype, 'applyPart').mockImplementation(function (this: Store, ...given) {
        return at(() => applyPart.apply(this, given));
      });
      vi.spyOn(Store.prototype, 'settle').mockImplementation(function (this: Store, ...given) {
        return at(() => settle.apply(this, given));
      });
      // Half of the time the process ends before it can tidy up.
      if (step % 2 === 0) vi.spyOn(Store.prototype, 'renew').mockImplementationOnce(fail);
      const opening = test.reopen();
      const [ended] = await Promise.allSettled([opening]);
      vi.restoreAllMocks();
      if (last) expect(ended).toMatchObject({ status: 'fulfilled', value: { state: 'same' } });
      else {
        expect(ended).toMatchObject({ status: 'rejected', reason: { failure: { code: 'unexpected' } } });
        expect(await names()).toContain(FORMER_NAME);
      }
    }
    expect(steps).toBeGreaterThan(4);
    expect(await titles()).toEqual(TASKS);
    expect(await names()).toEqual(['kartoteka-rows']);
  });

  it('that lacks a row, or has an older one, is noticed as it always was', async () => {
    await makeFormer((rows) => rows['tasks']?.splice(3, 1));
    expect(await test.reopen()).toMatchObject({ state: 'rebuilt', cause: 'partial' });
    expect(await titles()).toEqual(TASKS);
    await makeFormer((rows) => {
      rows['tasks'] = (rows['tasks'] ?? []).map((row, index) =>
        index === 3 ? { ...(row as object), rev: '0'.repeat(32) } : row,
      );
    });
    expect(await test.reopen()).toMatchObject({ state: 'rebuilt', cause: 'partial' });
    expect(await titles()).toEqual(TASKS);
  });

  it('that was never filled to the end, or cannot be read, is filled from the journal', async () => {
    await makeFormer((rows) => (rows['meta'] = []));
    expect(await test.reopen()).toMatchObject({ state: 'rebuilt', cause: 'partial' });
    await makeFormer();
    const getAll = methodOf(IDBObjectStore.prototype, 'getAll');
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
      this: IDBObjectStore,
      ...given
    ) {
      if (this.transaction.db.name === FORMER_NAME && this.name === 'tasks')
        throw new DOMException('Seek failure', 'UnknownError');
      return getAll.apply(this, given);
    });
    expect(await test.reopen()).toMatchObject({ state: 'rebuilt', cause: 'unreadable' });
    expect(await titles()).toEqual(TASKS);
    expect(await names()).toEqual(['kartoteka-rows']);
  });

  it('that an older app has left beside the one in use is removed', async () => {
    await makeFormer();
    expect(await test.reopen()).toEqual({ state: 'same' });
    const opened = indexedDB.open(FORMER_NAME, 80);
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    opened.result.close();
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(await names()).toEqual(['kartoteka-rows']);
  });
});
