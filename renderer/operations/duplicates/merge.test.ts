import { beforeEach, describe, expect, it } from 'vitest';
import { attachmentRecord, contentFileOf } from '#shared/domain/attachment.ts';
import { auditRecord } from '#shared/domain/audit.ts';
import { clientRecord, type Client, type ClientBody } from '#shared/domain/client.ts';
import { duplicateRecord, type Merge } from '#shared/domain/duplicate.ts';
import { engagementRecord } from '#shared/domain/engagement.ts';
import { newFileId, newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { moneyEntryRecord } from '#shared/domain/money-entry.ts';
import { noteRecord } from '#shared/domain/note.ts';
import { TABLE_NAMES } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { requirementRecord, requirementsDocumentRecord } from '#shared/domain/requirement.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { backUp, eraseFile, restoreFrom, vault } from '#renderer/db/index.ts';
import { duplicateCommands, duplicateQueries } from '#renderer/entities/duplicate/index.ts';
import {
  aClient,
  aMoneyEntry,
  anEngagement,
  aNote,
  aRequirement,
  aRequirementsDocument,
  aTask,
} from '#test/builders/bodies.ts';
import { allRawRows } from '#test/fakes/raw-store.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { findDuplicates } from './find.ts';
import { ChangedMeanwhileError, mergeClients } from './merge.ts';
import { unmerge } from './unmerge.ts';

let test: TestVault;
const [anna, boris, other] = [newFileId(), newFileId(), newFileId()];
const idOf = (fileId: FileId): RecordId => fileId as string as RecordId;
const clientOf = async (fileId: FileId): Promise<Client> => {
  const client = await vault().get(clientRecord, idOf(fileId));
  if (!client) throw new Error('No such client');
  return client;
};

const put = (fileId: FileId, body: Partial<ClientBody>) =>
  vault().commit((change) => change.put(clientRecord, { id: idOf(fileId), fileId }, aClient(body)));

const content = { size: 1, sha256: 'a'.repeat(64), chunks: ['b'.repeat(64)] };
const attachment = { ...content, name: 'a.pdf', mediaType: 'application/pdf', addedAt: 0, contentFile: null };
const ids = {
  note: newRecordId(),
  task: newRecordId(),
  gone: newRecordId(),
  document: newRecordId(),
  paper: newRecordId(),
};

/** Every record of two files, with what it said before, as far as the user can tell; moments and revisions left out. */
async function everything(): Promise<string> {
  const all: unknown[] = [];
  for (const table of TABLE_NAMES) {
    if (table === 'audit' || table === 'versions' || table === 'duplicates') continue;
    for (const record of await vault().all(kindOf(table))) {
      const versions = await vault().versionsOf(kindOf(table), record.id);
      const file = [...new Set(versions.map(({ fileId }) => fileId))];
      // A document says where its content lies: that is a version more.
      const told = table === 'clients' || table === 'attachments' ? [] : file;
      const body = kindOf(table).schema.parse(record) as object;
      const where = 'contentFile' in body ? { contentFile: body.contentFile ?? record.fileId } : {};
      all.push([table, record.fileId, { ...body, ...where }, told]);
    }
  }
  return JSON.stringify(all);
}

beforeEach(async () => {
  test = await openTestVault();
  await put(anna, { name: 'Nováková Jana', email: 'jana@x.cz', tags: ['a'], keyFacts: 'One' });
  await put(boris, {
    name: 'Novakova Jana',
    email: 'JANA@x.cz',
    phone: '602 000 111',
    tags: ['b'],
    keyFacts: 'Two',
  });
  await put(other, { name: 'Dvořák Jan', email: 'jan@y.cz', phone: '' });
  await vault().commit(async (change) => {
    const fileId = boris;
    change.put(noteRecord, { id: ids.note, fileId }, aNote({ title: 'First' }));
    change.put(taskRecord, { id: ids.task, fileId }, aTask({ title: 'Old title' }));
    change.put(taskRecord, { id: ids.gone, fileId }, aTask({ title: 'Removed before' }));
    change.put(requirementsDocumentRecord, { id: ids.document, fileId }, aRequirementsDocument());
    change.put(attachmentRecord, { id: ids.paper, fileId }, attachment);
  });
  await vault().commit(async (change) => {
    await change.update(taskRecord, ids.task, () => ({ title: 'New title' }));
    await change.remove(taskRecord, ids.gone);
  });
});

const merge = async (choices: Parameters<typeof mergeClients>[0]['choices'] = { keyFacts: 'both' }) =>
  mergeClients({ into: await clientOf(anna), from: await clientOf(boris), choices });
const made = async (): Promise<Merge> => {
  const found = (await duplicateQueries.all()).find((one): one is Merge => one.is === 'merge');
  if (!found) throw new Error('No merge');
  return found;
};

describe('two files made one', () => {
  it('holds all of both, with what was said before, and what was removed can be brought back into it', async () => {
    await merge();
    expect(await clientOf(anna)).toMatchObject({
      name: 'Nováková Jana',
      email: 'jana@x.cz',
      moreEmails: '',
      morePhones: '602 000 111',
      tags: ['a', 'b'],
      keyFacts: 'One\nTwo',
    });
    expect(await vault().get(clientRecord, idOf(boris))).toBeUndefined();
    expect((await vault().inFile(noteRecord, anna)).map(({ id }) => id)).toEqual([ids.note]);
    expect((await vault().inFile(taskRecord, anna)).map(({ id }) => id)).toEqual([ids.task]);
    expect((await vault().inFile(requirementsDocumentRecord, anna)).map(({ id }) => id)).toEqual([
      ids.document,
    ]);
    expect(await vault().versionsOf(taskRecord, ids.task)).toMatchObject([
      { fileId: anna, body: { title: 'Old title' } },
    ]);
    expect(await vault().removedFrom(anna)).toMatchObject([{ of: ids.gone, fileId: anna }]);
    const paper = await vault().get(attachmentRecord, ids.paper);
    expect(paper && [paper.fileId, contentFileOf(paper)]).toEqual([anna, boris]);
    const [last] = (await vault().all(auditRecord)).slice(-1);
    expect(last).toMatchObject({ action: 'clientsMerged', details: { fileId: anna, from: boris, count: 4 } });
  });

  it('is followed by old links, through several merges', async () => {
    expect(await duplicateQueries.survivor(boris)).toBeNull();
    await merge();
    expect(await duplicateQueries.survivor(boris)).toBe(anna);
    await mergeClients({ into: await clientOf(other), from: await clientOf(anna), choices: {} });
    expect(await duplicateQueries.survivor(boris)).toBe(other);
    expect(await duplicateQueries.survivor(other)).toBeNull();
  });

  it('is undone in one step, and done again', async () => {
    const before = await everything();
    const action = await merge();
    const after = await everything();
    expect(await vault().undo(action ?? 0)).toMatchObject({ state: 'done' });
    expect(await everything()).toBe(before);
    expect(await duplicateQueries.survivor(boris)).toBeNull();
    expect(await vault().redo(action ?? 0)).toMatchObject({ state: 'done' });
    expect(await everything()).toBe(after);
    // It can still be taken back later.
    expect(await unmerge(await made())).toEqual({ state: 'done', kept: 0 });
    expect(await everything()).toBe(before);
  });

  it('is taken back after a restart', async () => {
    const before = await everything();
    await merge();
    await test.reopen();
    expect(await unmerge(await made())).toEqual({ state: 'done', kept: 0 });
    expect(await everything()).toBe(before);
    expect(await made()).toMatchObject({ undoneAt: expect.any(Number) as number });
    expect(await unmerge(await made())).toEqual({ state: 'gone' });
  });

  it('keeps what was written since when it is taken back: each where it belongs', async () => {
    const [requirement, task, engagement, fee, payment] = Array.from({ length: 5 }, newRecordId) as [
      RecordId,
      RecordId,
      RecordId,
      RecordId,
      RecordId,
    ];
    await vault().commit((change) => {
      change.put(engagementRecord, { id: engagement, fileId: boris }, anEngagement());
      const of = aMoneyEntry({ engagementId: engagement });
      change.put(moneyEntryRecord, { id: fee, fileId: boris }, of);
    });
    await merge();
    expect((await vault().inFile(moneyEntryRecord, anna)).map(({ engagementId }) => engagementId)).toEqual([
      engagement,
    ]);
    expect(await vault().get(engagementRecord, engagement)).toMatchObject({ fileId: anna });
    await vault().commit(async (change) => {
      await change.update(taskRecord, ids.task, () => ({ title: 'Newest' }));
      await change.update(clientRecord, idOf(anna), () => ({ keyFacts: 'Three' }));
      change.put(
        requirementRecord,
        { id: requirement, fileId: anna },
        aRequirement({ documentId: ids.document }),
      );
      change.put(taskRecord, { id: task, fileId: anna }, aTask());
      const paid = aMoneyEntry({ kind: 'payment', engagementId: engagement });
      change.put(moneyEntryRecord, { id: payment, fileId: anna }, paid);
    });
    expect(await unmerge(await made())).toEqual({ state: 'done', kept: 1 });
    expect(await clientOf(anna)).toMatchObject({ keyFacts: 'Three', tags: ['a'], morePhones: '' });
    expect(await clientOf(boris)).toMatchObject({ name: 'Novakova Jana', keyFacts: 'Two' });
    expect(await vault().get(taskRecord, ids.task)).toMatchObject({ fileId: boris, title: 'Newest' });
    expect(await vault().get(requirementRecord, requirement)).toMatchObject({ fileId: boris });
    expect(await vault().get(taskRecord, task)).toMatchObject({ fileId: anna });
    for (const { fileId } of await vault().all(moneyEntryRecord)) expect(fileId).toBe(boris);
  });

  it('that went into another one is taken back after that one', async () => {
    await merge();
    const first = await made();
    await mergeClients({ into: await clientOf(other), from: await clientOf(anna), choices: {} });
    expect(await unmerge(first)).toEqual({ state: 'mergedOn' });
    const second = (await duplicateQueries.all()).find((one) => one.is === 'merge' && one.into === other);
    expect(await unmerge(second as Merge)).toMatchObject({ state: 'done' });
    expect(await unmerge(first)).toMatchObject({ state: 'done' });
    expect(await vault().get(noteRecord, ids.note)).toMatchObject({ fileId: boris });
  });

  it('is refused when a file was changed or erased since the two were compared, and nothing is done', async () => {
    const [into, from] = [await clientOf(anna), await clientOf(boris)];
    await put(boris, { name: 'Somebody else' });
    const before = await everything();
    await expect(mergeClients({ into, from, choices: {} })).rejects.toThrow(ChangedMeanwhileError);
    expect(await everything()).toBe(before);
    const now = await clientOf(boris);
    await eraseFile(boris);
    await expect(mergeClients({ into, from: now, choices: {} })).rejects.toThrow(ChangedMeanwhileError);
  });

  it('is refused by a full disk, and nothing is done', async () => {
    const before = await everything();
    test.platform.fake.failNext('journal.append', 'diskFull');
    await expect(merge()).rejects.toThrow('diskFull');
    expect(await everything()).toBe(before);
    expect(await duplicateQueries.all()).toEqual([]);
  });

  it('is two files again when the surviving one is restored to what it was before', async () => {
    const before = await everything();
    const { backupId } = await backUp('manual');
    await merge();
    await restoreFrom(backupId, { fileId: anna });
    expect(await everything()).toBe(before);
    expect(await duplicateQueries.survivor(boris)).toBeNull();
    expect((await eraseFile(anna)).absorbed).toEqual([]);
    expect(await vault().get(noteRecord, ids.note)).toMatchObject({ fileId: boris });
  });

  it('is erased whole: with the key of the file that went into it', async () => {
    await merge();
    const erasure = await eraseFile(anna);
    expect(erasure.absorbed).toEqual([boris]);
    expect([...test.platform.fake.disk.keyring.keys()]).toEqual([other]);
    const raw = JSON.stringify(await allRawRows());
    expect(raw).not.toContain(anna);
    expect(raw).not.toContain(boris);
    expect(await test.reopen()).toEqual({ state: 'same' });
    expect((await vault().all(duplicateRecord)).length).toBe(1);
  });

  it('leaves nothing of the one in the other after it is taken back and one is erased', async () => {
    await merge();
    await unmerge(await made());
    expect((await eraseFile(boris)).absorbed).toEqual([]);
    expect(await clientOf(anna)).toMatchObject({ name: 'Nováková Jana', tags: ['a'] });
    expect(await vault().versionsOf(taskRecord, ids.task)).toEqual([]);
    expect(await vault().removedFrom(anna)).toEqual([]);
  });
});

describe('the list of duplicates', () => {
  const list = async () => {
    const all = await findDuplicates(
      await vault().all(clientRecord),
      await duplicateQueries.all(),
      new AbortController().signal,
    );
    return all.map(({ one, other: two }) => [one.name, two.name].toSorted().join(', '));
  };

  it('has who looks like one until it is said that they are two, and again when that is undone', async () => {
    expect(await list()).toEqual(['Novakova Jana, Nováková Jana']);
    const action = await duplicateCommands.keepApart(boris, anna);
    expect(await list()).toEqual([]);
    await test.reopen();
    expect(await list()).toEqual([]);
    await test.reopen();
    expect(action).not.toBeNull();
  });

  it('remembers that two are not one after one of them went into a third', async () => {
    await put(other, { name: 'Jana Nováková', email: '', phone: '' });
    expect(await list()).toHaveLength(3);
    await duplicateCommands.keepApart(boris, other);
    await merge();
    expect(await list()).toEqual([]);
  });
});
