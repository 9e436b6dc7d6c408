import { beforeEach, describe, expect, it } from 'vitest';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { aClient, aTask } from '#test/builders/bodies.ts';
import { deleteRawStore } from '#test/fakes/raw-store.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { JournalGapsError } from './errors.ts';
import { auditNow, backUp, closeVault, openVault, vault } from './index.ts';

let test: TestVault;
let fileId: FileId;

const addTask = (title: string) =>
  vault().commit((change) => {
    change.put(taskRecord, { id: newRecordId(), fileId }, aTask({ title }));
  });
const titles = async () => (await vault().all(taskRecord)).map((task) => task.title);
const disk = () => test.platform.fake.disk;
const head = () => disk().frames.at(-1)?.seq ?? 0;

/** A frame that passes every checksum and does not open. */
function alter(seq: number): void {
  disk().frames = disk().frames.map((frame) =>
    frame.seq === seq ? { ...frame, entry: frame.entry.with(30, (frame.entry[30] ?? 0) ^ 1) } : frame,
  );
}

/** Loses the store; then `damage` happens to the journal. */
async function lose(damage: () => void): Promise<void> {
  await closeVault();
  await deleteRawStore();
  damage();
}

const reopen = (acceptGaps = false) => openVault(test.header, test.vaultKey, undefined, { acceptGaps });

beforeEach(async () => {
  test = await openTestVault();
  fileId = newFileId();
  await vault().commit((change) => {
    change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient());
  });
  await auditNow('unlocked', { way: 'passphrase', failures: 0 });
  for (const title of ['one', 'two', 'three']) await addTask(title);
});

describe('an entry that is whole and does not open', () => {
  it('is named by its number, and the rest is rebuilt when the user goes on without it', async () => {
    const bad = head() - 1;
    await lose(() => alter(bad));
    const refused = await reopen().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(JournalGapsError);
    expect(refused).toMatchObject({ gaps: [{ from: bad, to: bad }], changes: 1 });
    expect(await reopen(true)).toMatchObject({ state: 'rebuilt', lost: [{ from: bad, to: bad }] });
    expect(await titles()).toEqual(['one', 'three']);
    expect(await reopen()).toEqual({ state: 'same' });
  });

  it('costs nothing when a backup knows what it said', async () => {
    await backUp('daily');
    await addTask('four');
    await lose(() => alter(head() - 1));
    expect(await reopen()).toMatchObject({ state: 'rebuilt', backupMadeAt: expect.any(Number) as number });
    expect(await titles()).toEqual(['one', 'two', 'three', 'four']);
  });

  it('stops no backup of what came after it', async () => {
    await lose(() => alter(head()));
    await reopen(true);
    await addTask('four');
    expect(await backUp('afterDamage')).toMatchObject({ records: 5 });
  });
});

describe('a journal that lost its end', () => {
  it('is completed from a backup that was made after it', async () => {
    await backUp('daily');
    const kept = disk().backups.made[0]?.listed.madeAt;
    await lose(() => disk().frames.splice(-2));
    expect(await reopen()).toEqual({
      state: 'rebuilt',
      records: 5,
      cause: 'empty',
      backupMadeAt: kept,
      beyond: true,
    });
    expect(await titles()).toEqual(['one', 'two', 'three']);
    await addTask('four');
    disk().backups.made.length = 0;
    await lose(() => undefined);
    await reopen();
    expect(await titles()).toEqual(['one', 'two', 'three', 'four']);
  });

  it('takes over what was removed, too', async () => {
    const [first] = await vault().all(taskRecord);
    await vault().commit((change) => change.remove(taskRecord, first?.id ?? newRecordId()));
    await backUp('daily');
    await lose(() => disk().frames.splice(-1));
    await reopen();
    disk().backups.made.length = 0;
    await lose(() => undefined);
    await reopen();
    expect(await titles()).toEqual(['two', 'three']);
  });

  it('and is gone altogether, with the store, is made anew from the newest backup', async () => {
    await backUp('daily');
    await lose(() => disk().frames.splice(0));
    expect(await reopen()).toMatchObject({ state: 'rebuilt', records: 5, beyond: true });
    expect(await titles()).toEqual(['one', 'two', 'three']);
    await addTask('four');
    expect(await reopen()).toEqual({ state: 'same' });
  });

  it('takes nothing from a backup of another history', async () => {
    await backUp('daily');
    await lose(() => disk().frames.splice(-2));
    const made = disk().backups.made.splice(0);
    await reopen();
    await auditNow('unlocked', { way: 'passphrase', failures: 0 });
    await addTask('other');
    disk().backups.made.push(...made);
    await lose(() => disk().frames.splice(-1));
    expect(await reopen()).toMatchObject({ state: 'rebuilt', records: 4 });
    expect(await titles()).toEqual(['one']);
  });
});

it('a backup that was made within what a gap took shortens the gap', async () => {
  await addTask('four');
  await backUp('daily');
  await addTask('five');
  await addTask('six');
  const from = head() - 3;
  await lose(() => {
    disk().frames = disk().frames.filter(({ seq }) => seq < from || seq === head());
  });
  expect(await reopen().catch((error: unknown) => error)).toMatchObject({
    gaps: [{ from: from + 2, to: from + 2 }],
  });
  await reopen(true);
  expect(await titles()).toEqual(['one', 'two', 'three', 'four', 'six']);
});
