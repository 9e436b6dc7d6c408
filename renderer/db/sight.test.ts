import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { lookingNow, setLooking } from '#renderer/lib/looking.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { type FileId, newFileId, newRecordId, PRACTICE_FILE, type RecordId } from '#shared/domain/ids.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { WORK_TABLES } from '#shared/domain/record.ts';
import { reminderRecord } from '#shared/domain/reminder.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { aClient, aPractice, aReminder, aTask } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { vault, wholeVault } from './index.ts';

const theirs = newFileId();
const other = newFileId();
const idOf = (fileId: FileId): RecordId => fileId as string as RecordId;
const ids = { theirs: newRecordId(), other: newRecordId(), practice: newRecordId() };

beforeEach(async () => {
  setLooking(null);
  await openTestVault();
  await vault().commit((change) => {
    change.put(practiceRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, aPractice());
    change.put(clientRecord, { id: idOf(theirs), fileId: theirs }, aClient({ name: 'Theirs' }));
    change.put(clientRecord, { id: idOf(other), fileId: other }, aClient({ name: 'Other' }));
    change.put(taskRecord, { id: ids.theirs, fileId: theirs }, aTask({ title: 'theirs' }));
    change.put(taskRecord, { id: ids.other, fileId: other }, aTask({ title: 'other' }));
    change.put(taskRecord, { id: ids.practice, fileId: PRACTICE_FILE }, aTask({ title: 'call Other' }));
    change.put(reminderRecord, { id: newRecordId(), fileId: other }, aReminder());
  });
  await vault().commit((change) => change.remove(taskRecord, ids.other));
  return () => setLooking(null);
});

/** Everything the vault gives, by whatever way it is asked for. */
async function everything(): Promise<readonly { readonly fileId: FileId }[]> {
  const found: { readonly fileId: FileId }[] = [];
  const seen = vault();
  for (const table of WORK_TABLES) {
    const kind = kindOf(table);
    found.push(...(await seen.all(kind)), ...(await seen.dueBetween(kind, 0, Number.MAX_SAFE_INTEGER)));
    for await (const page of seen.pages(kind, 1)) found.push(...page);
    for (const fileId of [theirs, other, PRACTICE_FILE]) found.push(...(await seen.inFile(kind, fileId)));
    const records = await wholeVault().all(kind);
    for (const id of [...records.map((record) => record.id), ...Object.values(ids)]) {
      const got = await seen.get(kind, id);
      found.push(...(got ? [got] : []), ...(await seen.versionsOf(kind, id)));
    }
    const last = await seen.last(kind);
    found.push(...(last ? [last] : []));
  }
  for (const fileId of [theirs, other, PRACTICE_FILE]) found.push(...(await seen.removedFrom(fileId)));
  return found;
}

describe('the vault while a client is looking', () => {
  it('gives nothing of another file, by no way of asking, and the practice’s own letterhead', async () => {
    const files = async () => new Set((await everything()).map(({ fileId }) => fileId));
    expect(await files()).toEqual(new Set([theirs, other, PRACTICE_FILE]));
    setLooking({ fileId: theirs });
    expect(await files()).toEqual(new Set([theirs, PRACTICE_FILE]));
    const practices = (await everything()).filter(({ fileId }) => fileId === PRACTICE_FILE);
    expect(practices.every((record) => 'letterhead' in record)).toBe(true);
    setLooking({ fileId: null });
    expect(await files()).toEqual(new Set([PRACTICE_FILE]));
  });

  it('writes as always, and gives all again afterwards', async () => {
    setLooking({ fileId: theirs });
    await vault().commit((change) => change.update(taskRecord, ids.theirs, () => ({ title: 'changed' })));
    expect(await vault().get(taskRecord, ids.theirs)).toMatchObject({ title: 'changed' });
    setLooking(null);
    expect((await vault().all(clientRecord)).map(({ name }) => name).toSorted()).toEqual(['Other', 'Theirs']);
  });

  it('undoes nothing of before, and all that was done since', async () => {
    const before = vault().undoState().undo?.id;
    expect(before).toBeDefined();
    setLooking({ fileId: theirs });
    expect(vault().undoState()).toEqual({ undo: null, redo: null });
    expect(await vault().undo()).toEqual({ state: 'nothing' });
    expect(await vault().undo(before)).toEqual({ state: 'nothing' });
    await vault().commit((change) => change.update(taskRecord, ids.theirs, () => ({ title: 'changed' })));
    const state = vault().undoState();
    expect(state.undo).not.toBeNull();
    expect(vault().undoState()).toBe(state);
    expect((await vault().undo()).state).toBe('done');
    expect(vault().undoState().undo).toBeNull();
    expect((await vault().redo()).state).toBe('done');
    setLooking(null);
    expect(vault().undoState().undo).not.toBeNull();
  });

  it('knows of one truth alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(null, theirs, other), (fileId) => {
        setLooking({ fileId });
        expect(lookingNow()).toEqual({ fileId });
        expect(vault()).toBe(vault());
        expect(vault()).not.toBe(wholeVault());
      }),
    );
  });
});
