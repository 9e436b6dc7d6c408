import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import { questionRecord } from '#shared/domain/question.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { decodeOps, type PutOp } from '#shared/formats/entry.ts';
import { recordsIn } from '#shared/formats/backup.ts';
import { aClient, aPractice, aQuestion, aTask } from '#test/builders/bodies.ts';
import type { FakeBackup } from '#test/fakes/disk.ts';
import { allRawRows, changeRawRows, deleteRawStore, putBackRows } from '#test/fakes/raw-store.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { backUp, closeVault, drill, inspectBackup, openVault, restoreFrom, vault } from './index.ts';
import { JournalGapsError } from './errors.ts';

let test: TestVault;
let fileId: FileId;

const addTask = (title: string) =>
  vault().commit((change) => {
    const id = newRecordId();
    change.put(taskRecord, { id, fileId }, aTask({ title }));
    return id;
  });
const titles = async () => (await vault().all(taskRecord)).map((task) => task.title);
const disk = () => test.platform.fake.disk;
/** Records of the newest backup. */
const recordsOf = (index = 0): PutOp[] =>
  (disk().backups.made[index]?.entries ?? []).flatMap((entry) => {
    const records = recordsIn(entry);
    return records === null ? [] : decodeOps(records).filter((op) => op.op === 'put');
  });
/** Drops what the newest backup holds from the journal, as compaction does. */
function compact(): void {
  const { seq } = disk().backups.made[0]!.manifest.head;
  disk().floor = { seq, hash: disk().hashes.get(seq)! };
  disk().frames = disk().frames.filter((frame) => frame.seq > seq);
}
async function afterDamage(damage: () => unknown) {
  await closeVault();
  await damage();
  return test.reopen();
}

beforeEach(async () => {
  test = await openTestVault();
  fileId = newFileId();
  await vault().commit((change) => {
    change.put(practiceRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, aPractice());
    change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient());
  });
  for (const title of ['one', 'two', 'three']) await addTask(title);
});

describe('backing up', () => {
  it('sends every record, sealed as it is, and tells what it holds', async () => {
    const told: [number, number][] = [];
    const result = await backUp('manual', (done, total) => told.push([done, total]));
    expect(result).toMatchObject({ records: 5, quarantined: [], places: [{ state: 'verified' }] });
    expect(recordsOf().map(({ table }) => table)).toEqual(['clients', 'practice', 'tasks', 'tasks', 'tasks']);
    expect(disk().backups.made[0]?.manifest).toMatchObject({
      reason: 'manual',
      counts: { clients: 1, practice: 1, tasks: 3 },
      head: { seq: disk().frames.at(-1)?.seq },
    });
    expect(told.at(-1)).toEqual([5, 5]);
    expect(test.platform.fake.lastRequest('backups.begin')?.recipients).toHaveLength(2);
  });

  it('ends without a trace when it is cancelled', async () => {
    const control = new AbortController();
    const reason = new Error('no time');
    const cancelled = backUp('daily', () => control.abort(reason), control.signal);
    await expect(cancelled).rejects.toBe(reason);
    expect(disk().backups.made).toHaveLength(0);
    expect(test.platform.fake.calls.some(({ channel }) => channel === 'backups.finish')).toBe(false);
    expect(await backUp('daily')).toMatchObject({ records: 5 });
  });

  it('holds one moment, though changes go on', async () => {
    const [first] = await vault().all(taskRecord);
    const many = Array.from({ length: 600 }, (_, index) => `task ${String(index)}`);
    await vault().commit((change) => {
      for (const title of many) change.put(taskRecord, { id: newRecordId(), fileId }, aTask({ title }));
    });
    const before = (await vault().all(taskRecord)).map(({ id, rev }) => `${id}/${rev}`);
    const { seq } = disk().frames.at(-1)!;
    let changed = 0;
    const result = await backUp('daily', () => {
      changed += 1;
      const last = before.at(-changed)?.split('/')[0] as RecordId;
      void vault().commit((change) => change.update(taskRecord, last, () => ({ title: 'changed' })));
      void vault().commit((change) => change.remove(taskRecord, first!.id));
      void addTask('added');
    });
    expect(changed).toBeGreaterThan(2);
    expect(result.seq).toBe(seq);
    expect(
      recordsOf()
        .filter(({ table }) => table === 'tasks')
        .map(({ id, rev }) => `${id}/${rev}`),
    ).toEqual(before);
    await vault().commit(() => undefined);
    expect((await vault().all(taskRecord)).length).toBe(before.length - 1 + changed);
  });

  it('mends a record that was altered before it backs up', async () => {
    await afterDamage(() => undefined);
    await changeRawRows<{ id: string; sealed: Uint8Array }>('tasks', (row, index) =>
      index === 1 ? { ...row, sealed: row.sealed.with(40, (row.sealed[40] ?? 0) ^ 1) } : row,
    );
    expect(await backUp('daily')).toMatchObject({ records: 5, quarantined: [] });
    expect(await titles()).toEqual(['one', 'two', 'three']);
  });

  it('mends a store that lacks a record before it backs up', async () => {
    await changeRawRows('tasks', (row, index) => (index === 1 ? undefined : row));
    expect(await backUp('daily')).toMatchObject({ records: 5, quarantined: [] });
  });

  it('quarantines what does not open, and takes all the rest', async () => {
    const bad = newFileId();
    await vault().commit((change) =>
      change.put(taskRecord, { id: newRecordId(), fileId: bad }, aTask({ title: 'bad' })),
    );
    await closeVault();
    disk().keyring.delete(bad);
    await test.reopen();
    const result = await backUp('daily');
    expect(result).toMatchObject({ records: 5, quarantined: [{ table: 'tasks' }] });
    expect(recordsOf()).toHaveLength(5);
  });

  it('tells when nothing took it, and when main cannot begin', async () => {
    test.platform.fake.failNext('backups.begin', 'diskFull');
    await expect(backUp('daily')).rejects.toMatchObject({ failure: { code: 'diskFull' } });
    test.platform.fake.failNext('backups.add', 'refused');
    await expect(backUp('daily')).rejects.toMatchObject({ failure: { code: 'refused' } });
    expect(test.platform.fake.calls.some(({ channel }) => channel === 'backups.abandon')).toBe(true);
    expect(disk().backups.made).toEqual([]);
  });

  it('runs one at a time', async () => {
    const [one, two] = await Promise.all([backUp('daily'), backUp('manual')]);
    expect(one.places[0]?.state).toBe('verified');
    expect(two.places[0]?.state).toBe('verified');
    expect(disk().backups.made).toHaveLength(2);
  });
});

describe('rebuilding from a backup', () => {
  it('begins with it and goes on with the journal', async () => {
    await backUp('daily');
    const [first] = await vault().all(taskRecord);
    await vault().commit((change) => change.remove(taskRecord, first!.id));
    await addTask('four');
    compact();
    expect(await afterDamage(deleteRawStore)).toMatchObject({
      state: 'rebuilt',
      cause: 'empty',
      records: 6, // A version is kept of what was removed.
      backupMadeAt: disk().backups.made[0]?.listed.madeAt,
    });
    expect(await titles()).toEqual(['two', 'three', 'four']);
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it('does not bring back what was removed before it', async () => {
    const [first] = await vault().all(taskRecord);
    await closeVault();
    const rows = await allRawRows();
    await test.reopen();
    await vault().commit((change) => change.remove(taskRecord, first!.id));
    await backUp('daily');
    compact();
    await addTask('four');
    await afterDamage(() => putBackRows(rows));
    expect(await titles()).toEqual(['two', 'three', 'four']);
  });

  it('takes the next one when the newest is damaged or on another chain', async () => {
    await backUp('daily');
    compact();
    await addTask('four');
    await backUp('daily');
    const [newest] = disk().backups.made;
    Object.assign(newest!.manifest.head, { hash: '0'.repeat(64) });
    expect(await afterDamage(deleteRawStore)).toMatchObject({ records: 6 });
    await closeVault();
    await deleteRawStore();
    test.platform.fake.failNext('backups.open', 'backupDamaged');
    expect(await test.reopen()).toMatchObject({ records: 6 });
    expect(await titles()).toEqual(['one', 'two', 'three', 'four']);
  });

  const composed = async (forge: (made: FakeBackup) => void) => {
    await backUp('daily');
    await addTask('four');
    await backUp('daily');
    const [newest, older] = disk().backups.made;
    if (!newest || !older) throw new Error('Two backups are missing');
    // Older records under the newest name: what was there then opens still.
    newest.entries.splice(0, Infinity, ...older.entries);
    Object.assign(newest.manifest, {
      rootHash: older.manifest.rootHash,
      counts: older.manifest.counts,
    });
    forge(newest);
    return newest;
  };

  it('does not take a backup put together of older records for one of its own', async () => {
    const { listed } = await composed(() => undefined);
    await expect(inspectBackup(listed.backupId)).rejects.toMatchObject({ failure: { code: 'backupForged' } });
    await expect(restoreFrom(listed.backupId, { whole: true })).rejects.toMatchObject({
      failure: { code: 'backupForged' },
    });
    expect(test.platform.fake.calls.some(({ channel }) => channel === 'backups.trust')).toBe(false);
    expect(await drill()).toBe(false);
    expect(await afterDamage(deleteRawStore)).toMatchObject({ state: 'rebuilt', records: 6 });
    expect(await titles()).toEqual(['one', 'two', 'three', 'four']);
  });

  it('begins with one without a seal only when nothing else leads on, and tells so', async () => {
    const { listed } = await composed(({ manifest }) => {
      Object.assign(manifest, { format: 1 });
      delete (manifest as { mac?: string }).mac;
    });
    expect((await inspectBackup(listed.backupId)).origin).toBe('unsealed');
    await afterDamage(deleteRawStore);
    expect(await titles()).toEqual(['one', 'two', 'three', 'four']);
    compact();
    disk().backups.made.length = 1;
    expect(await afterDamage(deleteRawStore)).toMatchObject({ state: 'restored', records: 5 });
    await addTask('five');
    expect(await afterDamage(deleteRawStore)).toMatchObject({ state: 'rebuilt', unsealed: true });
    expect(await titles()).toEqual(['one', 'two', 'three', 'five']);
  });

  it('is not opened when there is none from which the journal leads on', async () => {
    await backUp('daily');
    compact();
    disk().backups.made.length = 0;
    await closeVault();
    await deleteRawStore();
    await expect(test.reopen()).rejects.toMatchObject({ failure: { code: 'journalDamaged' } });
  });
});

describe('a journal with a gap', () => {
  const lose = (from: number, to = from) => {
    disk().frames = disk().frames.filter(({ seq }) => seq < from || seq > to);
  };

  it('loses nothing while the store is whole', async () => {
    lose(3);
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it('loses nothing when a backup covers it', async () => {
    await backUp('afterDamage');
    await addTask('four');
    lose(3, 4);
    expect(await afterDamage(deleteRawStore)).toMatchObject({ state: 'rebuilt', records: 6 });
    expect(await titles()).toEqual(['one', 'two', 'three', 'four']);
  });

  it('asks before it goes on without what is lost', async () => {
    lose(4);
    await closeVault();
    await deleteRawStore();
    const refused = await test.reopen().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(JournalGapsError);
    expect(refused).toMatchObject({ changes: 1, gaps: [{ from: 4, to: 4 }] });
    expect(await openVault(test.header, test.vaultKey, undefined, { acceptGaps: true })).toMatchObject({
      state: 'rebuilt',
      records: 4,
    });
    expect(await titles()).toEqual(['one', 'three']);
    await backUp('afterDamage');
    expect(await afterDamage(deleteRawStore)).toMatchObject({ state: 'rebuilt', records: 4 });
  });

  it('behind which the store stands is asked about too, or covered', async () => {
    await closeVault();
    const rows = await allRawRows();
    await test.reopen();
    const last = disk().frames.at(-1)!.seq;
    await addTask('four');
    await addTask('five');
    lose(last + 1);
    await closeVault();
    await putBackRows(rows);
    await expect(test.reopen()).rejects.toThrow(JournalGapsError);
    await openVault(test.header, test.vaultKey, undefined, { acceptGaps: true });
    expect(await titles()).toEqual(['one', 'two', 'three', 'five']);
  });
});

describe('a change of many megabytes', () => {
  const commitBig = (count: number) =>
    vault().commit((change) => {
      for (let left = count; left > 0; left -= 1) {
        change.put(questionRecord, { id: newRecordId(), fileId }, aQuestion({ text: 'x'.repeat(90_000) }));
      }
    });

  it('is several frames, which count together', async () => {
    const before = disk().frames.length;
    await commitBig(400);
    const parts = disk().frames.length - before;
    expect(parts).toBeGreaterThan(1);
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(await afterDamage(deleteRawStore)).toMatchObject({ records: 405 });
    disk().frames.pop();
    expect(await afterDamage(deleteRawStore)).toMatchObject({ records: 5 });
    await addTask('four');
    expect(await afterDamage(deleteRawStore)).toMatchObject({ records: 6 });
    expect(await titles()).toEqual(['one', 'two', 'three', 'four']);
  });

  it('that main refuses half-way leaves nothing', async () => {
    const append = test.platform.journal.append.bind(null);
    vi.spyOn(test.platform.journal, 'append')
      .mockImplementationOnce(append)
      .mockImplementationOnce((request) => {
        test.platform.fake.failNext('journal.append', 'diskFull');
        return append(request);
      });
    await expect(commitBig(400)).rejects.toMatchObject({ failure: { code: 'diskFull' } });
    expect(await titles()).toEqual(['one', 'two', 'three']);
    await addTask('four');
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(await afterDamage(deleteRawStore)).toMatchObject({ records: 6 });
  });
});
