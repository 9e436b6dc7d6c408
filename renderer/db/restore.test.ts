import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditRecord } from '#shared/domain/audit.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { aClient, aPractice, aTask } from '#test/builders/bodies.ts';
import { changeRawRows, deleteRawStore } from '#test/fakes/raw-store.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import {
  backUp,
  closeVault,
  drill,
  eraseFile,
  inspectBackup,
  planRestore,
  restoreFrom,
  vault,
} from './index.ts';

let test: TestVault;
const WHOLE = { whole: true } as const;

async function addClient(name: string): Promise<FileId> {
  const fileId = newFileId();
  await vault().commit((change) =>
    change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient({ name })),
  );
  return fileId;
}
const addTask = (fileId: FileId, title: string) =>
  vault().commit((change) => {
    const id = newRecordId();
    change.put(taskRecord, { id, fileId }, aTask({ title }));
    return id;
  });
const rename = (id: RecordId, title: string) =>
  vault().commit((change) => change.update(taskRecord, id, () => ({ title })));
const remove = (id: RecordId) => vault().commit((change) => change.remove(taskRecord, id));
const titles = async () => (await vault().all(taskRecord)).map(({ title }) => title);
const names = async () => (await vault().all(clientRecord)).map(({ name }) => name).toSorted();

let anna: FileId;
let boris: FileId;
let tasks: RecordId[];
let backupId: string;
beforeEach(async () => {
  test = await openTestVault();
  await vault().commit((change) =>
    change.put(
      practiceRecord,
      { id: newRecordId(), fileId: PRACTICE_FILE },
      aPractice({ professional: 'Before' }),
    ),
  );
  [anna, boris] = [await addClient('Anna'), await addClient('Boris')];
  tasks = [await addTask(anna, 'one'), await addTask(anna, 'two'), await addTask(boris, 'three')];
  ({ backupId } = await backUp('manual'));
});

/** Changes something of everything. */
async function goOn(): Promise<void> {
  const [one, two, three] = tasks as [RecordId, RecordId, RecordId];
  await rename(one, 'changed');
  await remove(two);
  await rename(three, 'changed too');
  await addTask(anna, 'new');
  await addClient('Cecilie');
  const [practice] = await vault().all(practiceRecord);
  await vault().commit((change) =>
    change.update(practiceRecord, practice!.id, () => ({ professional: 'After' })),
  );
}

describe('looking into a backup', () => {
  it('says which client files it holds', async () => {
    await goOn();
    const contents = await inspectBackup(backupId);
    expect(contents).toMatchObject({ unreadable: 0, manifest: { reason: 'manual', counts: { tasks: 3 } } });
    expect(contents.clients.toSorted((one, other) => (one.name < other.name ? -1 : 1))).toEqual([
      { fileId: anna, name: 'Anna', records: 3 },
      { fileId: boris, name: 'Boris', records: 2 },
    ]);
  });

  it('passes on that it is damaged', async () => {
    test.platform.fake.failNext('backups.open', 'backupDamaged');
    await expect(inspectBackup(backupId)).rejects.toMatchObject({ failure: { code: 'backupDamaged' } });
  });
});

describe('restoring', () => {
  it('brings the whole vault back to what it was, in one change', async () => {
    await goOn();
    const plan = await planRestore(backupId, WHOLE);
    expect(plan).toEqual({ put: 4, removed: 2 });
    const frames = test.platform.fake.disk.frames.length;
    expect(await restoreFrom(backupId, WHOLE)).toEqual(plan);
    expect(test.platform.fake.disk.frames.length).toBe(frames + 1);
    expect(await titles()).toEqual(['one', 'two', 'three']);
    expect(await names()).toEqual(['Anna', 'Boris']);
    expect((await vault().all(practiceRecord))[0]?.professional).toBe('Before');
    expect((await vault().all(auditRecord)).at(-1)).toMatchObject({ action: 'restored' });
    expect(await planRestore(backupId, WHOLE)).toEqual({ put: 0, removed: 0 });
    expect(await test.reopen()).toEqual({ state: 'same' });
    await closeVault();
    await deleteRawStore();
    await test.reopen();
    expect(await titles()).toEqual(['one', 'two', 'three']);
  });

  it('brings one client file back and leaves the others alone', async () => {
    await goOn();
    expect(await restoreFrom(backupId, { fileId: anna })).toEqual({ put: 2, removed: 1 });
    expect(await titles()).toEqual(['one', 'two', 'changed too']);
    expect(await names()).toEqual(['Anna', 'Boris', 'Cecilie']);
    expect((await vault().all(practiceRecord))[0]?.professional).toBe('After');
  });

  it('loses nothing of today: it stays in the history', async () => {
    await goOn();
    await restoreFrom(backupId, WHOLE);
    const versions = await vault().versionsOf(taskRecord, tasks[0]!);
    expect(versions.map(({ body }) => (body as { title: string }).title)).toContain('changed');
    const gone = await vault().removedFrom(anna);
    expect(gone.map(({ body }) => (body as { title?: string }).title)).toContain('new');
  });

  it('of one file can be undone', async () => {
    await goOn();
    const before = await titles();
    await restoreFrom(backupId, { fileId: anna });
    expect(await vault().undo()).toMatchObject({ state: 'done', action: { name: 'restore' } });
    expect(await titles()).toEqual(before);
  });

  it('keeps erased client files erased', async () => {
    await eraseFile(boris);
    expect((await inspectBackup(backupId)).clients.map(({ name }) => name)).toEqual(['Anna']);
    expect(await planRestore(backupId, WHOLE)).toEqual({ put: 0, removed: 0 });
    await restoreFrom(backupId, WHOLE);
    expect(await names()).toEqual(['Anna']);
  });

  it('that is cancelled before it is stored changes nothing', async () => {
    await goOn();
    const before = [await vault().all(taskRecord), await vault().all(clientRecord)];
    for (const at of [1, 2]) {
      const control = new AbortController();
      const told = (done: number): void => {
        if (done === at) control.abort(new Error('no time'));
      };
      await expect(restoreFrom(backupId, WHOLE, told, control.signal)).rejects.toThrow('no time');
      expect([await vault().all(taskRecord), await vault().all(clientRecord)]).toEqual(before);
    }
  });

  it('that the journal refuses changes nothing', async () => {
    await goOn();
    const before = [await titles(), await names()];
    test.platform.fake.failNext('journal.append', 'diskFull');
    await expect(restoreFrom(backupId, WHOLE)).rejects.toMatchObject({ failure: { code: 'diskFull' } });
    expect([await titles(), await names()]).toEqual(before);
  });

  it('gives back any state there was, from any state there is', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('add' as const),
        file: fc.nat(1),
        title: fc.string({ minLength: 1, maxLength: 20 }),
      }),
      fc.record({
        do: fc.constant('rename' as const),
        at: fc.nat(9),
        title: fc.string({ minLength: 1, maxLength: 20 }),
      }),
      fc.record({ do: fc.constant('remove' as const), at: fc.nat(9) }),
    );
    const steps = fc.array(step, { maxLength: 6 });
    const run = async (all: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) => {
      for (const one of all) {
        const now = await vault().all(taskRecord);
        if (one.do === 'add') await addTask(one.file === 0 ? anna : boris, one.title);
        else if (now.length > 0) {
          const { id } = now[one.at % now.length]!;
          await (one.do === 'rename' ? rename(id, one.title) : remove(id));
        }
      }
    };
    await fc.assert(
      fc.asyncProperty(steps, steps, async (before, after) => {
        await run(before);
        const then = await titles();
        const made = await backUp('manual');
        await run(after);
        await restoreFrom(made.backupId, WHOLE);
        expect(await titles()).toEqual(then);
        expect(await drill()).toBe(true);
      }),
      { numRuns: 8 },
    );
  });
});

describe('the drill', () => {
  it('proves the newest backup, at once and after changes', async () => {
    expect(await drill()).toBe(true);
    await goOn();
    expect(await drill()).toBe(true);
    expect(test.platform.fake.disk.backups.drill).toMatchObject({ ok: true });
  });

  it('fails when there is no backup, or it does not open', async () => {
    test.platform.fake.failNext('backups.open', 'backupDamaged');
    expect(await drill()).toBe(false);
    expect(test.platform.fake.disk.backups.drill).toMatchObject({ ok: false });
    test.platform.fake.disk.backups.made.length = 0;
    expect(await drill()).toBe(false);
  });

  it('fails when the vault has lost what the backup holds', async () => {
    await changeRawRows('tasks', (row, index) => (index === 0 ? undefined : row));
    expect(await drill()).toBe(false);
  });
});
