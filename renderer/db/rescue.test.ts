import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { aClient, aPractice, aTask } from '#test/builders/bodies.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { closeVault, isReadOnly, openForReading, vault } from './index.ts';
import { ownVault } from './session.ts';

let test: TestVault;
let fileId: FileId;

beforeEach(async () => {
  test = await openTestVault();
  fileId = newFileId();
  await vault().commit((change) => {
    change.put(practiceRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, aPractice());
    change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient());
    for (const title of ['one', 'two', 'three']) {
      change.put(taskRecord, { id: newRecordId(), fileId }, aTask({ title }));
    }
    change.put(taskRecord, { id: newRecordId(), fileId }, aTask({ title: 'due', dueOn: '2031-01-02' }));
  });
  const [first, second] = await vault().all(taskRecord);
  await vault().commit(async (change) => {
    await change.update(taskRecord, first?.id ?? newRecordId(), () => ({ title: 'changed' }));
    await change.remove(taskRecord, second?.id ?? newRecordId());
  });
});

/** Everything that the reads of a vault answer. */
async function everything() {
  const own = vault();
  const [task] = await own.all(taskRecord);
  return {
    tasks: await own.all(taskRecord),
    inFile: await own.inFile(clientRecord, fileId),
    elsewhere: await own.inFile(clientRecord, newFileId()),
    one: await own.get(taskRecord, task?.id ?? newRecordId()),
    none: await own.get(taskRecord, newRecordId()),
    due: await own.dueBetween(taskRecord, 0, Number.MAX_SAFE_INTEGER),
    never: await own.dueBetween(taskRecord, 0, 1),
    last: await own.last(taskRecord),
    versions: await own.versionsOf(taskRecord, task?.id ?? newRecordId()),
    removed: await own.removedFrom(fileId),
  };
}

describe('a vault opened for reading', () => {
  it('shows all that the journal holds, without IndexedDB', async () => {
    const before = await everything();
    expect(before.due.at(-1)).toMatchObject({ title: 'due' });
    expect(before.versions).toHaveLength(1);
    expect(before.removed).toHaveLength(1);
    await closeVault();
    const [open, remove] = [vi.spyOn(indexedDB, 'open'), vi.spyOn(indexedDB, 'deleteDatabase')];
    const told: number[] = [];
    await openForReading(test.header, test.vaultKey, (done, total) => told.push(done / total));
    expect(await everything()).toEqual(before);
    expect(isReadOnly()).toBe(true);
    expect(told.at(-1)).toBe(1);
    expect([...open.mock.calls, ...remove.mock.calls]).toEqual([]);
    vi.restoreAllMocks();
  });

  it('refuses every change as a full disk does, and asks nothing of main for it', async () => {
    await closeVault();
    await openForReading(test.header, test.vaultKey);
    const frames = test.platform.fake.disk.frames.length;
    const full = { failure: { code: 'diskFull', details: { folder: '/data' } } };
    await expect(
      vault().commit((change) => change.put(taskRecord, { id: newRecordId(), fileId }, aTask())),
    ).rejects.toMatchObject(full);
    await expect(vault().undo()).rejects.toMatchObject(full);
    expect(() => ownVault()).toThrow('diskFull');
    expect(test.platform.fake.disk.frames).toHaveLength(frames);
  });

  it('is as usual again when it is opened as usual', async () => {
    const before = await everything();
    await closeVault();
    await openForReading(test.header, test.vaultKey);
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(isReadOnly()).toBe(false);
    expect(await everything()).toEqual(before);
  });

  it('passes over what damage took', async () => {
    await closeVault();
    test.platform.fake.disk.frames.splice(2, 1);
    await openForReading(test.header, test.vaultKey);
    expect(await vault().all(taskRecord)).not.toHaveLength(0);
  });

  it('is never taken for empty when the journal is gone', async () => {
    await closeVault();
    test.platform.fake.disk.frames.splice(0);
    await expect(openForReading(test.header, test.vaultKey)).rejects.toMatchObject({
      failure: { code: 'journalDamaged' },
    });
  });
});
