import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { aClient, aTask } from '#test/builders/bodies.ts';
import { changeRawRows, deleteRawStore } from '#test/fakes/raw-store.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { closeVault, vault, wakeVault } from './index.ts';
import { Store } from './store.ts';
import { countAgain } from './survey-ahead.ts';

let test: TestVault;
let fileId: FileId;

const addTask = (title: string) =>
  vault().commit((change) => change.put(taskRecord, { id: newRecordId(), fileId }, aTask({ title })));

beforeEach(async () => {
  test = await openTestVault();
  fileId = newFileId();
  await vault().commit((change) =>
    change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient()),
  );
  await addTask('one');
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a store that is looked at before there is a key', () => {
  it('counts the rows once, before there is a key', async () => {
    await closeVault();
    const survey = vi.spyOn(Store.prototype, 'survey');
    await wakeVault();
    expect(survey).toHaveBeenCalledOnce();
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(survey).toHaveBeenCalledOnce();
    await addTask('two');
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(survey).toHaveBeenCalledTimes(2);
  });

  it('finds rows missing that were lost before they were counted or after, and counts anew after any change', async () => {
    const lose = () => changeRawRows('tasks', (row, index) => (index === 0 ? undefined : row));
    await closeVault();
    await lose();
    await wakeVault();
    expect(await test.reopen()).toMatchObject({ state: 'rebuilt', cause: 'partial' });
    await closeVault();
    await wakeVault();
    await lose();
    expect(await test.reopen()).toMatchObject({ state: 'rebuilt', cause: 'partial' });
    await wakeVault();
    await addTask('two');
    await closeVault();
    await lose();
    expect(await test.reopen()).toMatchObject({ state: 'rebuilt', cause: 'partial' });
    expect(await vault().all(taskRecord)).toHaveLength(2);
  });

  it('counts them again while the key is derived, and does not wait for it after', async () => {
    const lose = () => changeRawRows('tasks', (row, index) => (index === 0 ? undefined : row));
    await closeVault();
    await wakeVault();
    const survey = vi.spyOn(Store.prototype, 'survey');
    const count = vi.spyOn(Store.prototype, 'count');
    countAgain();
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(survey).not.toHaveBeenCalled();
    expect(count).toHaveBeenCalledOnce();
    await closeVault();
    await wakeVault();
    await lose();
    countAgain();
    expect(await test.reopen()).toMatchObject({ state: 'rebuilt', cause: 'partial' });
  });

  it('makes no store by looking for one', async () => {
    await closeVault();
    await deleteRawStore();
    await wakeVault();
    expect(await indexedDB.databases()).toEqual([]);
  });
});
