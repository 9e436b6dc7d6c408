import { liveQuery } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ZodError } from 'zod';
import { SealBrokenError } from '#shared/crypto/aead.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type RecordId } from '#shared/domain/ids.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { NewerDataError } from '#shared/formats/newer-data.ts';
import { PlatformError } from '#renderer/platform/index.ts';
import { aClient, aPractice, aTask } from '#test/builders/bodies.ts';
import { changeRawRows, deleteRawStore, inRawStore } from '#test/fakes/raw-store.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { closeVault, vault, VaultLockedError, type VaultWriter } from './index.ts';

let test: TestVault;
beforeEach(async () => {
  test = await openTestVault();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const addClient = async (name: string) => {
  const fileId = newFileId();
  const id = fileId as string as RecordId;
  await vault().commit((change) => change.put(clientRecord, { id, fileId }, aClient({ name })));
  return { id, fileId };
};
const names = async () => (await vault().all(clientRecord)).map((client) => client.name);
/** Frames of the journal after the one that founded the vault. */
const frames = () => test.platform.fake.disk.frames.slice(1);

/** Lets the next `times` writes fail as a full disk makes them fail. */
function failWrites(times: number) {
  const real = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
    ?.value as IDBObjectStore['put'];
  let left = times;
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function put(
    this: IDBObjectStore,
    ...args
  ) {
    if (left-- > 0) throw new DOMException('Encountered full disk while committing', 'QuotaExceededError');
    return real.apply(this, args);
  });
}

describe('a change', () => {
  it('is in the journal and in the store when it answers', async () => {
    const id = newRecordId();
    await vault().commit((change) => change.put(practiceRecord, { id, fileId: PRACTICE_FILE }, aPractice()));
    expect(await vault().get(practiceRecord, id)).toMatchObject({ ...aPractice(), id, parent: null });
    expect(frames()).toHaveLength(1);
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(await vault().get(practiceRecord, id)).toMatchObject(aPractice());
  });

  it('makes revisions that name the one before and are stamped later, even when the clock is set back', async () => {
    const { id } = await addClient('Anna');
    const first = await vault().get(clientRecord, id);
    vi.spyOn(Date, 'now').mockReturnValue(1_000);
    await vault().commit((change) => change.update(clientRecord, id, () => ({ name: 'Anna Nová' })));
    const second = await vault().get(clientRecord, id);
    expect(second).toMatchObject({ ...aClient({ name: 'Anna Nová' }), parent: first?.rev });
    await test.reopen();
    await vault().commit((change) => change.update(clientRecord, id, () => ({ name: 'Anna' })));
    const third = await vault().get(clientRecord, id);
    const stamps = [first, second, third].map((record) => record?.stamp ?? '');
    expect(stamps[1]! > stamps[0]!).toBe(true);
    expect(stamps[2]! > stamps[1]!).toBe(true);
  });

  it('puts the key of a new file in the keyring before the journal has a record of it', async () => {
    const founding = test.platform.fake.calls.length;
    await addClient('Anna');
    const order = test.platform.fake.calls
      .slice(founding)
      .map((call) => call.channel)
      .filter((channel) => /put|append/.test(channel));
    expect(order).toEqual(['keyring.put', 'journal.append']);
  });

  it('sees its own writes and nothing of others', async () => {
    const { fileId, id } = await addClient('Anna');
    const [a, b] = [newRecordId(), newRecordId()];
    await vault().commit(async (change) => {
      change.put(taskRecord, { id: b, fileId }, aTask({ title: 'b', dueOn: '2026-11-10' }));
      change.put(taskRecord, { id: a, fileId }, aTask({ title: 'a', dueOn: '2026-11-11' }));
      await change.update(clientRecord, id, (client) => ({ name: `${client.name} N.` }));
      expect((await change.get(clientRecord, id))?.name).toBe('Anna N.');
      expect((await change.inFile(taskRecord, fileId)).map((task) => task.title)).toEqual(['a', 'b']);
      expect(
        (await change.dueBetween(taskRecord, 0, Number.MAX_SAFE_INTEGER)).map((task) => task.title),
      ).toEqual(['b', 'a']);
      expect(await vault().all(taskRecord)).toEqual([]);
      await change.remove(taskRecord, a);
      expect(await change.get(taskRecord, a)).toBeUndefined();
      expect((await change.all(taskRecord)).map((task) => task.title)).toEqual(['b']);
    });
    expect((await vault().all(taskRecord)).map((task) => task.title)).toEqual(['b']);
    expect(frames()).toHaveLength(2);
  });

  it('that fails half-way stores nothing', async () => {
    await addClient('Anna');
    await expect(
      vault().commit((change) => {
        change.put(clientRecord, { id: newRecordId(), fileId: newFileId() }, aClient({ name: 'Boris' }));
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(frames()).toHaveLength(1);
    expect(await names()).toEqual(['Anna']);
  });

  it('is refused when a body does not fit its schema or the record does not exist', async () => {
    await expect(addClient('')).rejects.toThrow(ZodError);
    await expect(
      vault().commit((change) => change.update(clientRecord, newRecordId(), () => ({ name: 'x' }))),
    ).rejects.toThrow('No record of clients');
    await vault().commit((change) => change.remove(clientRecord, newRecordId()));
    expect(frames()).toHaveLength(0);
  });

  it('of what was changed last reads its key alone, and can be undone', async () => {
    const { id } = await addClient('Anna');
    const rename = (name: string) =>
      vault().commit((change) => change.update(clientRecord, id, () => ({ name })));
    const reads = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    await rename('Bára');
    await rename('Cyril');
    expect(reads).not.toHaveBeenCalled();
    await addClient('Dana');
    await rename('Emil');
    expect(reads).toHaveBeenCalled();
    expect(await vault().get(clientRecord, id)).toMatchObject({ ...aClient({ name: 'Emil' }), id });
    for (let actions = 0; actions < 3; actions += 1) await vault().undo();
    expect(await names()).toEqual(['Anna']);
  });

  it('of a record that is not as it was put last finds out what it is', async () => {
    const { id } = await addClient('Anna');
    await changeRawRows('clients', (row) => ({ ...row, rev: 'f'.repeat(32) }));
    const rename = vault().commit((change) => change.update(clientRecord, id, () => ({ name: 'Bára' })));
    await expect(rename).rejects.toBeInstanceOf(SealBrokenError);
  });

  it('takes nothing from a writer that is used after its end', async () => {
    let kept: VaultWriter | undefined;
    await vault().commit((change) => void (kept = change));
    expect(() => kept?.put(clientRecord, { id: newRecordId(), fileId: newFileId() }, aClient())).toThrow(
      'has ended',
    );
  });

  it('waits for the one before it, so that none is lost', async () => {
    const { id } = await addClient('A');
    await Promise.all(
      Array.from({ length: 20 }, () =>
        vault().commit((change) => change.update(clientRecord, id, ({ name }) => ({ name: `${name}.` }))),
      ),
    );
    expect(await names()).toEqual([`A${'.'.repeat(20)}`]);
  });

  it('is never applied over a record of a newer app', async () => {
    const { id } = await addClient('Anna');
    const older = { ...clientRecord, version: 0 };
    await expect(vault().get(older, id)).rejects.toThrow(NewerDataError);
    await expect(vault().commit((change) => change.update(older, id, () => ({ name: 'x' })))).rejects.toThrow(
      NewerDataError,
    );
    await expect(
      vault().commit((change) => change.put(older, { id, fileId: newFileId() }, aClient())),
    ).rejects.toThrow(NewerDataError);
    await expect(vault().commit((change) => change.remove(older, id))).rejects.toThrow(NewerDataError);
    expect(frames()).toHaveLength(1);
    expect(await names()).toEqual(['Anna']);
  });
});

describe('when the journal cannot take a change', () => {
  it.each(['diskFull', 'journalUnwritable'] as const)('nothing is stored: %s', async (code) => {
    await addClient('Anna');
    test.platform.fake.failNext('journal.append', code);
    await expect(addClient('Boris')).rejects.toThrow(new PlatformError({ code, details: {} }));
    expect(await names()).toEqual(['Anna']);
    await addClient('Cyril');
    expect((await names()).toSorted()).toEqual(['Anna', 'Cyril']);
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it('nothing is stored when its key cannot be kept either', async () => {
    test.platform.fake.failNext('keyring.put', 'diskFull');
    await expect(addClient('Anna')).rejects.toThrow(PlatformError);
    expect(frames()).toHaveLength(0);
    await addClient('Anna');
    expect(await names()).toEqual(['Anna']);
  });

  it('and only its answer was lost, the next change finds it', async () => {
    test.platform.fake.loseAnswerOfNext('journal.append', 'offline');
    await expect(addClient('Anna')).rejects.toThrow(PlatformError);
    expect(await names()).toEqual([]);
    await addClient('Boris');
    expect((await names()).toSorted()).toEqual(['Anna', 'Boris']);
    expect(await test.reopen()).toEqual({ state: 'same' });
  });
});

describe('when the store cannot follow', () => {
  it('for a moment, nobody notices', async () => {
    await addClient('Anna');
    failWrites(1);
    await addClient('Boris');
    expect((await names()).toSorted()).toEqual(['Anna', 'Boris']);
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it('for longer, the change is told as failed, kept in the journal, and there after the next one', async () => {
    await addClient('Anna');
    const writes = failWrites(100);
    await expect(addClient('Boris')).rejects.toMatchObject({ failure: { code: 'diskFull' } });
    await expect(addClient('Cyril')).rejects.toMatchObject({ failure: { code: 'diskFull' } });
    writes.mockRestore();
    expect(await names()).toEqual(['Anna']);
    expect(frames()).toHaveLength(2); // The third was not even tried.
    await addClient('Dana');
    expect((await names()).toSorted()).toEqual(['Anna', 'Boris', 'Dana']);
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it('until the end, the change is there after the next start', async () => {
    await addClient('Anna');
    const writes = failWrites(100);
    await expect(addClient('Boris')).rejects.toMatchObject({ failure: { code: 'diskFull' } });
    writes.mockRestore();
    expect(await test.reopen()).toEqual({ state: 'caughtUp', changes: 1 });
    expect((await names()).toSorted()).toEqual(['Anna', 'Boris']);
  });

  it('because it was deleted while open, no read takes that for an empty vault', async () => {
    await addClient('Anna');
    const seen: string[][] = [];
    const subscription = liveQuery(() => vault().all(clientRecord)).subscribe((clients) => {
      seen.push(clients.map((client) => client.name));
    });
    await expect.poll(() => seen).toEqual([['Anna']]);
    await deleteRawStore();
    expect(await names()).toEqual(['Anna']);
    await addClient('Boris');
    await expect.poll(() => seen.at(-1)?.toSorted()).toEqual(['Anna', 'Boris']);
    expect(seen).not.toContainEqual([]);
    expect(await test.reopen()).toEqual({ state: 'same' });
    subscription.unsubscribe();
  });
});

describe('when somebody else wrote', () => {
  it('to the journal, the next change finds it', async () => {
    const { id } = await addClient('Anna');
    const entry = frames()[0]!.entry;
    await vault().commit((change) => change.remove(clientRecord, id));
    await test.platform.journal.append({ entries: [entry] });
    await addClient('Boris');
    expect((await names()).toSorted()).toEqual(['Anna', 'Boris']);
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it('to the store, the next change finds it', async () => {
    await addClient('Anna');
    await inRawStore((table) => {
      table('clients').clear();
      table('meta').clear();
    });
    await addClient('Boris');
    expect((await names()).toSorted()).toEqual(['Anna', 'Boris']);
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it('and the connection broke, Dexie does not open the store by itself', async () => {
    await addClient('Anna');
    // Dexie takes the method out of the connection when it opens it.
    const real = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')
      ?.value as IDBDatabase['transaction'];
    let broken = false;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function begin(
      this: IDBDatabase,
      ...args
    ) {
      if (broken) throw new DOMException('The database connection is closing', 'InvalidStateError');
      return real.apply(this, args);
    });
    await test.reopen();
    broken = true;
    const read = names();
    broken = false;
    await expect(read).rejects.toThrow('The store was lost');
    expect(await names()).toEqual(['Anna']);
  });
});

describe('a read', () => {
  it('in a live query runs again when what it read changed', async () => {
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

  it('gives the same object until the record changes', async () => {
    const { id } = await addClient('Anna');
    const first = await vault().get(clientRecord, id);
    expect(await vault().get(clientRecord, id)).toBe(first);
    expect((await vault().all(clientRecord))[0]).toBe(first);
    await vault().commit((change) => change.update(clientRecord, id, () => ({ name: 'Anna' })));
    expect(await vault().get(clientRecord, id)).not.toBe(first);
  });

  it('refuses an altered row, and the store is then filled anew', async () => {
    const { id } = await addClient('Anna');
    await changeRawRows<{ id: string; sealed: Uint8Array }>('clients', (row) => ({
      ...row,
      sealed: row.sealed.with(50, (row.sealed[50] ?? 0) ^ 1),
    }));
    await test.reopen();
    await expect(vault().get(clientRecord, id)).rejects.toThrow(SealBrokenError);
    expect(await names()).toEqual(['Anna']);
    expect(await test.reopen()).toEqual({ state: 'same' });
  });

  it('refuses a row with the contents of another', async () => {
    await addClient('Anna');
    await addClient('Boris');
    const sealed: Uint8Array[] = [];
    await changeRawRows<{ id: string; sealed: Uint8Array }>('clients', (row) => {
      sealed.push(row.sealed);
      return row;
    });
    await changeRawRows<{ id: string; sealed: Uint8Array }>('clients', (row, index) => ({
      ...row,
      sealed: sealed[1 - index] ?? row.sealed,
    }));
    expect(await test.reopen()).toEqual({ state: 'same' });
    await expect(vault().all(clientRecord)).rejects.toThrow(SealBrokenError);
  });

  it('notices at the opening that rows swapped places', async () => {
    const [anna, boris] = [await addClient('Anna'), await addClient('Boris')];
    await changeRawRows<{ id: string; fileId: string; sealed: Uint8Array }>('clients', (row) => {
      const other = row.id === anna.id ? boris : anna;
      return { ...row, id: other.id, fileId: other.fileId };
    });
    expect(await test.reopen()).toMatchObject({ state: 'rebuilt', cause: 'partial' });
    expect((await names()).toSorted()).toEqual(['Anna', 'Boris']);
  });
});

describe('a locked vault', () => {
  it('gives nothing and takes nothing', async () => {
    const before = vault();
    await addClient('Anna');
    await closeVault();
    expect(() => vault()).toThrow(VaultLockedError);
    await expect(before.commit(() => undefined)).rejects.toThrow(VaultLockedError);
    await expect(before.all(clientRecord)).rejects.toThrow('closed');
  });

  it('has finished the changes that were under way', async () => {
    const change = addClient('Anna');
    await closeVault();
    await change;
    await test.reopen();
    expect(await names()).toEqual(['Anna']);
  });
});
