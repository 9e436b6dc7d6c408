import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { auditRecord } from '#shared/domain/audit.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { newFileId, newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { noteRecord } from '#shared/domain/note.ts';
import { requirementsDocumentRecord } from '#shared/domain/requirement.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { aClient, aNote, aRequirementsDocument, aTask } from '#test/builders/bodies.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { MOST_ACTIONS } from './actions.ts';
import { vault } from './index.ts';

let test: TestVault;
let now = Date.UTC(2026, 10, 2, 9);
beforeEach(async () => {
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  test = await openTestVault();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const fileId = newFileId();
const addTask = async (title: string) => {
  const id = newRecordId();
  await vault().commit((change) => change.put(taskRecord, { id, fileId }, aTask({ title })));
  return id;
};
const rename = (id: RecordId, title: string) =>
  vault().commit((change) => change.update(taskRecord, id, () => ({ title })));
const titleOf = async (id: RecordId) => (await vault().get(taskRecord, id))?.title;
const write = (id: RecordId, title: string) =>
  vault().commit((change) => change.update(noteRecord, id, () => ({ title })));
const addNote = async () => {
  const id = newRecordId();
  await vault().commit((change) => change.put(noteRecord, { id, fileId }, aNote({ title: 'v0' })));
  return id;
};

describe('versions', () => {
  it('are in the same entry of the journal as the change, and sealed as the record is', async () => {
    const id = await addTask('Marker of the first text');
    const before = test.platform.fake.disk.frames.length;
    await rename(id, 'second');
    expect(test.platform.fake.disk.frames).toHaveLength(before + 1);
    const [version] = await vault().versionsOf(taskRecord, id);
    expect(version).toMatchObject({ of: id, table: 'tasks', removed: false, madeAt: now, keptAt: now });
    expect(version?.body.title).toBe('Marker of the first text');
    expect(version?.fileId).toBe(fileId);
  });

  it('of a text are one for each span of editing, and none is read while it is typed', async () => {
    const id = await addNote();
    const read = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    for (let step = 1; step <= 40; step += 1) {
      now += 30_000;
      await write(id, `v${String(step)}`);
    }
    const tables = read.mock.contexts.map((store) => (store as IDBObjectStore).name);
    expect(tables).not.toContain('versions');
    const titles = (await vault().versionsOf(noteRecord, id)).map(({ body }) => body.title);
    expect(titles).toEqual(['v21', 'v0']);
    now += 150_000;
    await write(id, 'after a pause');
    expect((await vault().versionsOf(noteRecord, id))[0]?.body.title).toBe('v40');
  });

  it('of what was removed are listed for its file until it is back', async () => {
    const [one, two] = [await addTask('one'), await addTask('two')];
    now += 1000;
    await vault().commit((change) => change.remove(taskRecord, one));
    now += 1000;
    await vault().commit((change) => change.remove(taskRecord, two));
    expect((await vault().removedFrom(fileId)).map(({ of }) => of)).toEqual([two, one]);
    expect(await vault().removedFrom(newFileId())).toEqual([]);
    await vault().commit((change) => change.put(taskRecord, { id: two, fileId }, aTask()));
    expect((await vault().removedFrom(fileId)).map(({ of }) => of)).toEqual([one]);
  });
});

describe('undo', () => {
  it('takes back the last actions one by one, and redo does them again', async () => {
    const id = await addTask('one');
    await rename(id, 'two');
    await rename(id, 'three');
    const seen: (string | undefined)[] = [];
    for (const way of ['undo', 'undo', 'undo', 'redo', 'redo', 'redo'] as const) {
      expect((await vault()[way]()).state).toBe('done');
      seen.push(await titleOf(id));
    }
    expect(seen).toEqual(['two', 'one', undefined, 'one', 'two', 'three']);
    expect(await vault().redo()).toEqual({ state: 'nothing' });
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect(await vault().undo()).toEqual({ state: 'nothing' });
  });

  it('says what an action was', async () => {
    await vault().commit(
      (change) => {
        change.put(taskRecord, { id: newRecordId(), fileId }, aTask());
        change.put(taskRecord, { id: newRecordId(), fileId }, aTask());
        change.put(noteRecord, { id: newRecordId(), fileId }, aNote());
      },
      { name: 'wrapUp' },
    );
    expect(vault().undoState().undo).toMatchObject({
      name: 'wrapUp',
      touched: [
        { table: 'tasks', how: 'added', count: 2 },
        { table: 'notes', how: 'added', count: 1 },
      ],
    });
  });

  it('takes the typing of one text for one action, and a pause for its end', async () => {
    const id = await addNote();
    for (const title of ['a', 'ab', 'abc']) {
      now += 400;
      await write(id, title);
    }
    now += 180_000;
    await write(id, 'abc later');
    await vault().undo();
    expect((await vault().get(noteRecord, id))?.title).toBe('abc');
    await vault().undo();
    expect((await vault().get(noteRecord, id))?.title).toBe('v0');
  });

  it('does not take a text that was put there again for the end of its removal', async () => {
    const id = await addNote();
    await vault().commit((change) => change.remove(noteRecord, id));
    now += 1000;
    await vault().commit((change) => change.put(noteRecord, { id, fileId }, aNote({ title: 'again' })));
    expect(vault().undoState().undo?.touched).toEqual([{ table: 'notes', how: 'added', count: 1 }]);
    await vault().undo();
    expect(await vault().get(noteRecord, id)).toBeUndefined();
    await vault().undo();
    expect((await vault().get(noteRecord, id))?.title).toBe('v0');
  });

  it('reaches over a hundred actions and no further', async () => {
    const id = await addTask('0');
    for (let step = 1; step <= MOST_ACTIONS + 5; step += 1) await rename(id, String(step));
    for (let step = 0; step < MOST_ACTIONS; step += 1) expect((await vault().undo()).state).toBe('done');
    expect(await vault().undo()).toEqual({ state: 'nothing' });
    expect(await titleOf(id)).toBe('5');
  });

  it('of an earlier action leaves the later ones, when they touched other records', async () => {
    const [one, two] = [await addTask('one'), await addTask('two')];
    const removal = await vault().act((change) => change.remove(taskRecord, one));
    await rename(two, 'later');
    expect((await vault().undo(removal ?? 0)).state).toBe('done');
    expect([await titleOf(one), await titleOf(two)]).toEqual(['one', 'later']);
  });

  it('is refused when a record was changed since, and does nothing by halves', async () => {
    const [one, two] = [await addTask('one'), await addTask('two')];
    const both = await vault().act(async (change) => {
      await change.update(taskRecord, one, () => ({ title: 'one changed' }));
      await change.update(taskRecord, two, () => ({ title: 'two changed' }));
    });
    await rename(two, 'changed since');
    const frames = test.platform.fake.disk.frames.length;
    expect((await vault().undo(both ?? 0)).state).toBe('refused');
    expect([await titleOf(one), await titleOf(two)]).toEqual(['one changed', 'changed since']);
    expect(test.platform.fake.disk.frames).toHaveLength(frames);
    // It is given up, and what was done before it can be undone.
    await vault().undo();
    expect(await titleOf(two)).toBe('two changed');
  });

  it('does not take a client away from under what stands in their file', async () => {
    const client = newRecordId();
    const own = client as string as FileId;
    await vault().commit((change) => change.put(clientRecord, { id: client, fileId: own }, aClient()));
    await vault().commit((change) => change.put(noteRecord, { id: newRecordId(), fileId: own }, aNote()), {
      undoable: false,
    });
    expect((await vault().undo()).state).toBe('refused');
    expect(await vault().get(clientRecord, client)).toBeDefined();
  });

  it('never gives a number of a requirement twice', async () => {
    const id = newRecordId();
    await vault().commit((change) =>
      change.put(requirementsDocumentRecord, { id, fileId }, aRequirementsDocument({ nextNumber: 1 })),
    );
    now += 200_000;
    await vault().commit((change) =>
      change.update(requirementsDocumentRecord, id, () => ({ nextNumber: 4, title: 'Other' })),
    );
    await vault().undo();
    expect(await vault().get(requirementsDocumentRecord, id)).toMatchObject({
      title: 'Requirements',
      nextNumber: 4,
    });
  });

  it('that the journal cannot take leaves everything as it was, and can be tried again', async () => {
    const id = await addTask('one');
    await rename(id, 'two');
    test.platform.fake.failNext('journal.append', 'diskFull');
    await expect(vault().undo()).rejects.toThrow();
    expect(await titleOf(id)).toBe('two');
    expect((await vault().undo()).state).toBe('done');
    expect(await titleOf(id)).toBe('one');
  });

  it('tells those who watch, and the activity log', async () => {
    const seen: (string | undefined)[] = [];
    const end = vault().onUndoState(() => seen.push(vault().undoState().undo?.touched[0]?.how));
    const id = await addTask('one');
    await rename(id, 'two');
    await vault().undo();
    end();
    await vault().undo();
    expect(seen).toEqual(['added', 'changed', 'added']);
    expect((await vault().all(auditRecord)).map(({ action }) => action)).toEqual(['undone', 'undone']);
  });
});
