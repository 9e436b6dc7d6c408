import { beforeEach, expect, it } from 'vitest';
import { newLineId, type FileId, type LineId, type RecordId } from '#shared/domain/ids.ts';
import { questionRecord } from '#shared/domain/question.ts';
import { reminderRecord } from '#shared/domain/reminder.ts';
import { requirementRecord, requirementsDocumentRecord } from '#shared/domain/requirement.ts';
import type { LineMark, RichTextNode } from '#shared/domain/rich-text.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { vault } from '#renderer/db/index.ts';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { noteCommands, noteQueries } from '#renderer/entities/note/index.ts';
import { practiceCommands } from '#renderer/entities/practice/index.ts';
import { requirementCommands } from '#renderer/entities/requirement/index.ts';
import { taskCommands } from '#renderer/entities/task/index.ts';
import { aClient, aNote, aPractice, SOME_MOMENT } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { confirmWrapUp } from './wrap-up-confirm.ts';
import { proposeWrapUp, type FileRecords, type WrapUp } from './wrap-up.ts';

const [WISH, UNDER, BESIDE] = [newLineId(), newLineId(), newLineId()];

const line = (id: LineId, mark: LineMark, text: string): RichTextNode => ({
  type: 'paragraph',
  attrs: { mark, lineId: id, who: '', due: null },
  content: [{ type: 'text', text }],
});
const list = (...items: readonly (readonly RichTextNode[])[]): RichTextNode => ({
  type: 'bulletList',
  content: items.map((content) => ({ type: 'listItem', content })),
});
const noteBody = (wish: LineMark = 'requirement', under: LineMark = 'task'): RichTextNode => ({
  type: 'doc',
  content: [
    list([line(WISH, wish, 'Two rooms'), list([line(UNDER, under, 'Ask the landlord')])]),
    line(BESIDE, 'task', 'Write the letter'),
  ],
});

let fileId: FileId;
let noteId: RecordId;
beforeEach(async () => {
  await openTestVault();
  await practiceCommands.create(aPractice());
  fileId = await clientCommands.create(aClient());
  noteId = await noteCommands.create(fileId, aNote({ body: noteBody() }));
});

async function records(): Promise<FileRecords> {
  const [tasks, requirements, documents, questions, reminders] = await Promise.all([
    vault().inFile(taskRecord, fileId),
    vault().inFile(requirementRecord, fileId),
    vault().inFile(requirementsDocumentRecord, fileId),
    vault().inFile(questionRecord, fileId),
    vault().inFile(reminderRecord, fileId),
  ]);
  return { tasks, requirements, documents, questions, reminders };
}
async function propose(): Promise<WrapUp> {
  const note = await noteQueries.get(noteId);
  if (!note) throw new Error('No note');
  return proposeWrapUp(note, await records(), { client: 'Jana', professional: 'Eva' });
}
const confirm = (wrapUp: WrapUp): Promise<void> => confirmWrapUp(noteId, wrapUp, { now: () => SOME_MOMENT });
/** The requirements of the tasks, by the title of the task. */
const links = async () =>
  Object.fromEntries((await records()).tasks.map(({ title, requirementIds }) => [title, requirementIds]));

it('links a task that stands under a requirement to it, and no other', async () => {
  const proposal = await propose();
  expect(proposal.tasks.map(({ serves }) => serves)).toEqual([WISH, null]);
  await confirm(proposal);
  const [wish] = (await records()).requirements;
  expect(await links()).toEqual({ 'Ask the landlord': [wish?.id], 'Write the letter': undefined });
  // Once more: nothing is doubled, and the link is known by the line.
  const again = await propose();
  expect(again.tasks.map(({ serves }) => serves)).toEqual([WISH, null]);
  await confirm(again);
  expect(await links()).toEqual({ 'Ask the landlord': [wish?.id], 'Write the letter': undefined });
});

it('makes the task of a requirement from its own line, once', async () => {
  const proposal = await propose();
  expect(proposal.wanted).toMatchObject([{ withTask: false, hasTask: false }]);
  await confirm({ ...proposal, wanted: proposal.wanted.map((one) => ({ ...one, withTask: true })) });
  const [wish] = (await records()).requirements;
  const made = (await records()).tasks.filter(({ title }) => title === 'Two rooms');
  expect(made).toMatchObject([
    { requirementIds: [wish?.id], source: { noteId, lineId: WISH }, doneAt: null, side: 'practice' },
  ]);
  const again = await propose();
  expect(again.wanted).toMatchObject([{ withTask: true, hasTask: true }]);
  await confirm(again);
  expect((await records()).tasks).toHaveLength(3);
});

it('makes no task for a requirement that is left out, and links none to it', async () => {
  const proposal = await propose();
  await confirm({
    ...proposal,
    wanted: proposal.wanted.map((one) => ({ ...one, withTask: true, include: false })),
  });
  expect(await links()).toEqual({ 'Ask the landlord': undefined, 'Write the letter': undefined });
});

it('changes the requirement of a task, keeps its others, and leaves one that was taken away', async () => {
  await confirm(await propose());
  const { requirements, tasks } = await records();
  const [wish] = requirements;
  const [under, beside] = tasks;
  if (!wish || !under || !beside) throw new Error('Nothing was made');
  const { id: _, fileId: __, rev: ___, parent: ____, stamp: _____, number: ______, ...body } = wish;
  const other = await requirementCommands.add(wish.documentId, { ...body, source: null, text: 'A garden' });
  await taskCommands.change(under.id, { requirementIds: [wish.id, other] });
  const first = await propose();
  await confirm({
    ...first,
    tasks: first.tasks.map((one) => ({ ...one, serves: one.lineId === UNDER ? null : other })),
  });
  expect(await links()).toEqual({ 'Ask the landlord': [other], 'Write the letter': [other] });
  await taskCommands.change(under.id, { requirementIds: [] });
  expect((await propose()).tasks.map(({ serves }) => serves)).toEqual([null, other]);
  // The link to a requirement that was removed stays: it may be brought back.
  await requirementCommands.remove(other);
  await confirm(await propose());
  expect(await links()).toEqual({ 'Ask the landlord': [], 'Write the letter': [other] });
});

it('links what a line was before to what it became', async () => {
  await confirm(await propose());
  await noteCommands.change(noteId, { body: noteBody('task', 'requirement') });
  const { requirements, tasks } = await records();
  const turned = await propose();
  expect(turned.tasks[0]).toMatchObject({ lineId: WISH, serves: requirements[0]?.id });
  expect(turned.wanted).toMatchObject([{ lineId: UNDER, withTask: true, hasTask: false }]);
  await confirm(turned);
  const after = await records();
  const wish = after.requirements.find(({ text }) => text === 'Ask the landlord');
  expect(after.tasks.find(({ id }) => id === tasks[0]?.id)?.requirementIds).toEqual([
    requirements[0]?.id,
    wish?.id,
  ]);
  expect(after.tasks.find(({ title }) => title === 'Two rooms')?.requirementIds).toEqual([
    requirements[0]?.id,
  ]);
});
