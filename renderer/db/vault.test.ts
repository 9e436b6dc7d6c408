import { liveQuery } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type RecordId } from '#shared/domain/ids.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { aClient, aPractice, aTask } from '#test/builders/bodies.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { vault } from './index.ts';

let test: TestVault;
beforeEach(async () => {
  test = await openTestVault();
});

const addClient = async (name: string) => {
  const fileId = newFileId();
  const id = fileId as string as RecordId;
  await vault().commit((change) => change.put(clientRecord, { id, fileId }, aClient({ name })));
  return { id, fileId };
};

describe('commit', () => {
  it('stores what was put, in the journal and in the store', async () => {
    const id = newRecordId();
    await vault().commit((change) => change.put(practiceRecord, { id, fileId: PRACTICE_FILE }, aPractice()));
    expect(await vault().get(practiceRecord, id)).toMatchObject({ ...aPractice(), id, parent: null });
    expect(test.platform.fake.disk.frames).toHaveLength(1);
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(await vault().get(practiceRecord, id)).toMatchObject(aPractice());
  });

  it('changes and removes, each revision naming the one before it', async () => {
    const { id } = await addClient('Anna');
    const first = await vault().get(clientRecord, id);
    await vault().commit((change) => change.update(clientRecord, id, () => ({ name: 'Anna Nová' })));
    const second = await vault().get(clientRecord, id);
    expect(second?.name).toBe('Anna Nová');
    expect(second?.parent).toBe(first?.rev);
    expect((second?.stamp ?? '') > (first?.stamp ?? '')).toBe(true);
    await vault().commit((change) => change.remove(clientRecord, id));
    expect(await vault().all(clientRecord)).toEqual([]);
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it('wakes live queries', async () => {
    const seen: string[][] = [];
    const subscription = liveQuery(() => vault().all(clientRecord)).subscribe((clients) => {
      seen.push(clients.map((client) => client.name));
    });
    await addClient('Anna');
    await expect.poll(() => seen.at(-1)).toEqual(['Anna']);
    subscription.unsubscribe();
  });

  it('finds tasks by when they are due', async () => {
    const { fileId } = await addClient('Anna');
    await vault().commit((change) => {
      for (const dueOn of ['2026-11-12', '2026-11-10', '2026-11-11', null]) {
        change.put(taskRecord, { id: newRecordId(), fileId }, aTask({ dueOn }));
      }
    });
    const due = await vault().dueBetween(taskRecord, Date.UTC(2026, 10, 10), Date.UTC(2026, 10, 12));
    expect(due.map((task) => task.dueOn)).toEqual(['2026-11-10', '2026-11-11']);
  });
});
