import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newVaultKey } from '#shared/crypto/vault-key.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { versionRecord } from '#shared/domain/version.ts';
import { withMac } from '#shared/formats/header-mac.ts';
import { NewerDataError } from '#shared/formats/newer-data.ts';
import { installPlatform, PlatformError } from '#renderer/platform/index.ts';
import { aClient, aPractice, aTask } from '#test/builders/bodies.ts';
import { fakePlatform } from '#test/fakes/platform.ts';
import {
  allRawRows,
  changeRawRows,
  deleteRawStore,
  inRawStore,
  openRawStore,
  putBackRows,
} from '#test/fakes/raw-store.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { HeaderAlteredError, VaultDamagedError } from './errors.ts';
import { closeVault, openVault, vault } from './index.ts';

let test: TestVault;
let fileId: FileId;

const addTask = (title: string) =>
  vault().commit((change) => {
    const id = newRecordId();
    change.put(taskRecord, { id, fileId }, aTask({ title }));
    return id;
  });
const titles = async () => (await vault().all(taskRecord)).map((task) => task.title);
const frames = () => test.platform.fake.disk.frames;

/** Closes the vault, lets `damage` happen, opens it again. */
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

describe('opening', () => {
  it('finds both copies the same', async () => {
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(await titles()).toEqual(['one', 'two', 'three']);
  });

  it('has main remove a store that can neither be opened nor deleted, and loses nothing', async () => {
    await closeVault();
    const broken = new DOMException('Internal error opening backing store', 'UnknownError');
    const cleared = () => test.platform.fake.calls.some(({ channel }) => channel === 'app.clearStore');
    const ways = (['open', 'deleteDatabase'] as const).map((way) => {
      const real = indexedDB[way].bind(indexedDB);
      return vi.spyOn(indexedDB, way).mockImplementation((name: string, version?: number) => {
        if (!cleared()) throw broken;
        return way === 'open' ? real(name, version) : real(name);
      });
    });
    try {
      expect(await test.reopen()).toMatchObject({ state: 'rebuilt', cause: 'unreadable' });
      expect(await titles()).toEqual(['one', 'two', 'three']);
    } finally {
      for (const way of ways) way.mockRestore();
    }
  });

  it('applies what the store lacks', async () => {
    await closeVault();
    const before = await inRawStoreSnapshot();
    await test.reopen();
    const removed = (await vault().all(taskRecord))[0];
    await addTask('four');
    await vault().commit((change) => change.remove(taskRecord, removed?.id ?? newRecordId()));
    expect(await afterDamage(() => before.restore())).toEqual({ state: 'caughtUp', changes: 2 });
    expect(await titles()).toEqual(['two', 'three', 'four']);
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it.each<[string, () => Promise<unknown>, object]>([
    ['deleted', deleteRawStore, { cause: 'empty' }],
    [
      'lacking rows',
      () => changeRawRows('tasks', (row, index) => (index === 1 ? undefined : row)),
      { cause: 'partial' },
    ],
    [
      'emptied',
      () => inRawStore((table) => void ['practice', 'clients', 'tasks'].map((name) => table(name).clear())),
      { cause: 'empty' },
    ],
    ['full of older rows', () => changeRawRows('tasks', olderRow), { cause: 'partial' }],
    ['without its head', () => inRawStore((table) => void table('meta').clear()), { cause: 'partial' }],
    [
      'of another vault',
      () => changeHead((head) => ({ ...head, vaultId: '3f2b8c1e-5a0d-4f7e-9b61-0c8d2e4f6a7b' })),
      { cause: 'different' },
    ],
    [
      'with another history',
      () => changeHead((head) => ({ ...head, hash: new Uint8Array(32) })),
      { cause: 'different' },
    ],
    [
      'with another, shorter history',
      () => changeHead((head) => ({ ...head, seq: 2, hash: new Uint8Array(32) })),
      { cause: 'different' },
    ],
  ])('rebuilds a store that is %s', async (_what, damage, report) => {
    expect(await afterDamage(damage)).toEqual({ state: 'rebuilt', records: 5, ...report });
    expect(await titles()).toEqual(['one', 'two', 'three']);
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it('rebuilds a store that IndexedDB cannot open', async () => {
    await closeVault();
    const open = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    expect(await test.reopen()).toEqual({ state: 'rebuilt', records: 5, cause: 'unreadable' });
    open.mockRestore();
    expect(await titles()).toEqual(['one', 'two', 'three']);
  });

  it('tells a store that Chromium threw away from one that was never there', async () => {
    await closeVault();
    await deleteRawStore();
    const real = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementationOnce((...args) => {
      const request = real(...args);
      request.addEventListener('upgradeneeded', (event) => Object.assign(event, { dataLoss: 'total' }));
      return request;
    });
    expect(await test.reopen()).toEqual({ state: 'rebuilt', records: 5, cause: 'unreadable' });
    expect(await titles()).toEqual(['one', 'two', 'three']);
  });

  it('does not take a journal for whole that ends before its head', async () => {
    test = await openTestVault({ answers: { 'journal.read': () => ({ frames: [], end: true }) } });
    await expect(afterDamage(deleteRawStore)).rejects.toMatchObject({
      failure: { code: 'journalDamaged', details: { fileName: '*.kjl', folder: '/data/vault/journal' } },
    });
  });

  it('leaves a store alone that a full disk keeps from opening', async () => {
    await closeVault();
    const open = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('Encountered full disk while opening backing store', 'UnknownError');
    });
    await expect(test.reopen()).rejects.toMatchObject({
      failure: { code: 'diskFull', details: { folder: '/data' } },
    });
    open.mockRestore();
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it('leaves a store alone that does not say that the disk is full, when main says it', async () => {
    await closeVault();
    const before = await allRawRows();
    let state: 'full' | 'enough' = 'full';
    const answers = {
      'space.status': () => ({ state, freeBytes: 0, neededBytes: 1, folder: '/data' }),
    } as const;
    installPlatform(fakePlatform({ disk: test.platform.fake.disk, answers }));
    const open = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    });
    await expect(test.reopen()).rejects.toMatchObject({ failure: { code: 'diskFull' } });
    open.mockRestore();
    expect(await allRawRows()).toEqual(before);
    state = 'enough';
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it('tells how far a rebuild has come', async () => {
    await closeVault();
    await deleteRawStore();
    const told: number[] = [];
    await openVault(test.header, test.vaultKey, (done, total) => told.push(done / total));
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toBe(1);
    expect(told.toSorted((one, other) => one - other)).toEqual(told);
  });

  it('keeps what only the store knows when the journal lost its end', async () => {
    const [first, second] = await vault().all(taskRecord);
    await vault().commit(async (change) => {
      await change.update(taskRecord, first?.id ?? newRecordId(), () => ({ title: 'changed' }));
      await change.remove(taskRecord, second?.id ?? newRecordId());
    });
    await addTask('four');
    const report = await afterDamage(() => frames().splice(-2));
    // Three tasks, and the versions of the one that was changed and the one that was removed.
    expect(report).toEqual({ state: 'journalMended', records: 5 });
    expect(await titles()).toEqual(['changed', 'three', 'four']);
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(await afterDamage(deleteRawStore)).toMatchObject({ state: 'rebuilt', records: 7 });
    expect(await titles()).toEqual(['changed', 'three', 'four']);
  });

  it('takes nothing away from a shorter journal that is not its own without its end', async () => {
    const [kept] = await vault().all(taskRecord);
    await vault().commit((change) => change.remove(taskRecord, kept?.id ?? newRecordId()));
    const report = await afterDamage(async () => {
      frames().splice(-1);
      await changeHead((head) => ({ ...head, earlier: [] }));
    });
    // The removal is not taken over, the version that it kept is.
    expect(report).toEqual({ state: 'journalMended', records: 1 });
    expect(await titles()).toEqual(['one', 'two', 'three']);
  });

  it('keeps all records when the whole journal went missing', async () => {
    expect(await afterDamage(() => frames().splice(0))).toEqual({ state: 'journalMended', records: 5 });
    expect(await titles()).toEqual(['one', 'two', 'three']);
    expect(await afterDamage(deleteRawStore)).toMatchObject({ state: 'rebuilt', records: 5 });
  });

  it('opens when the whole journal went missing and nothing was left in the store', async () => {
    await vault().commit(async (change) => {
      for (const task of await change.all(taskRecord)) await change.remove(taskRecord, task.id);
      await change.remove(clientRecord, fileId as string as RecordId);
      for (const practice of await change.all(practiceRecord))
        await change.remove(practiceRecord, practice.id);
    });
    await vault().commit(async (change) => {
      for (const { id } of await change.all(versionRecord)) await change.remove(versionRecord, id);
    });
    const report = await afterDamage(() => frames().splice(0));
    expect(report).toEqual({ state: 'journalMended', records: 0 });
    expect(frames()).toHaveLength(1);
    await addTask('first of all');
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(await titles()).toEqual(['first of all']);
  });

  it('loses nothing that either copy holds when both are damaged', async () => {
    await addTask('four');
    const report = await afterDamage(async () => {
      frames().splice(-1); // 'four' is left in the store only …
      await changeRawRows('tasks', (row, index) => (index === 0 ? undefined : row)); // … and 'one' in the journal only.
    });
    expect(report).toEqual({ state: 'journalMended', records: 1 });
    expect(await titles()).toEqual(['one', 'two', 'three', 'four']);
  });

  it('takes no altered record from the store into the journal', async () => {
    const report = await afterDamage(async () => {
      frames().splice(-1);
      await changeRawRows<{ id: string; sealed: Uint8Array }>('tasks', (row, index) =>
        index === 2 ? { ...row, sealed: row.sealed.with(40, (row.sealed[40] ?? 0) ^ 1) } : row,
      );
    });
    expect(report).toMatchObject({ state: 'journalMended', records: 0 });
    expect(await titles()).toEqual(['one', 'two']);
  });

  it('refuses to begin anew when journal and store are both gone and there are keys of client files', async () => {
    await closeVault();
    await deleteRawStore();
    frames().splice(0);
    await expect(test.reopen()).rejects.toThrow(VaultDamagedError);
    expect(() => vault()).toThrow('locked');
  });

  it('refuses a vault with client files whose keys are gone', async () => {
    await closeVault();
    test.platform.fake.disk.keyring.clear();
    await expect(test.reopen()).rejects.toMatchObject({
      failure: { code: 'vaultDamaged', details: { folder: '/data/keyring' } },
    });
  });

  it('does not touch the store when the journal it would be rebuilt from does not open', async () => {
    const [, damaged] = frames();
    const report = afterDamage(async () => {
      if (damaged) frames()[1] = { ...damaged, entry: damaged.entry.with(30, (damaged.entry[30] ?? 0) ^ 1) };
      await changeRawRows('tasks', (row, index) => (index === 0 ? undefined : row));
    });
    await expect(report).rejects.toMatchObject({ failure: { code: 'journalDamaged' } });
    if (damaged) frames()[1] = damaged;
    expect(await test.reopen()).toMatchObject({ state: 'rebuilt', cause: 'partial' });
  });

  it('passes on what main says', async () => {
    await closeVault();
    test.platform.fake.failNext('journal.head', 'journalDamaged');
    await expect(test.reopen()).rejects.toThrow(PlatformError);
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it('with another vault key takes nothing from the journal and changes nothing', async () => {
    await closeVault();
    await deleteRawStore();
    const other = newVaultKey();
    await expect(openVault(test.header, other)).rejects.toThrow(HeaderAlteredError);
    await expect(openVault(withMac(other, test.header), other)).rejects.toThrow(VaultDamagedError);
    expect(await test.reopen()).toMatchObject({ state: 'rebuilt', records: 5 });
  });

  it('refuses a store that a newer app has opened, and leaves it as it is', async () => {
    await closeVault();
    (await openRawStore(1000)).close();
    await expect(test.reopen()).rejects.toThrow(NewerDataError);
    const found = (await indexedDB.databases()).find(({ name }) => name === 'kartoteka-rows');
    expect(found?.version).toBe(1000);
  });

  it('refuses a vault of a newer format before anything is read', async () => {
    const calls = test.platform.fake.calls.length;
    await expect(openVault({ ...test.header, format: 2 }, test.vaultKey)).rejects.toThrow(NewerDataError);
    expect(test.platform.fake.calls).toHaveLength(calls);
  });

  it('gives up after five seconds when another window holds a store that must go', async () => {
    await closeVault();
    await changeRawRows('tasks', () => undefined);
    const other = await openRawStore();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const opening = test.reopen().catch((error: unknown) => error);
      await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
      await vi.advanceTimersByTimeAsync(5_000);
      expect(await opening).toMatchObject({ name: 'StoreError' });
    } finally {
      vi.useRealTimers();
      other.close();
    }
    expect(await test.reopen()).toMatchObject({ state: 'rebuilt', records: 5 });
  });
});

/** The same record in another revision, as a disk brings it back that lost the last writes. */
const olderRow = (row: { readonly id: string }, index: number) =>
  index === 1 ? { ...row, rev: '0'.repeat(32) } : row;

type Head = { readonly vaultId: string; readonly seq: number; readonly hash: Uint8Array };

const changeHead = (change: (head: Head) => Head) =>
  inRawStore((table) => {
    const request = table('meta').get('head');
    request.addEventListener('success', () => table('meta').put(change(request.result as Head), 'head'));
  });

/** A copy of all rows, to be put back later: an older state of the store. */
async function inRawStoreSnapshot() {
  const rows = await allRawRows();
  return {
    restore: () => putBackRows(rows),
  };
}
