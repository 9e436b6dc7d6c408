import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { newLineId, type FileId, type LineId, type RecordId } from '#shared/domain/ids.ts';
import { questionRecord } from '#shared/domain/question.ts';
import { reminderRecord } from '#shared/domain/reminder.ts';
import { requirementRecord, requirementsDocumentRecord } from '#shared/domain/requirement.ts';
import { LINE_MARKS, plainText, type LineMark, type RichTextNode } from '#shared/domain/rich-text.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { vault } from '#renderer/db/index.ts';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { noteCommands, noteQueries } from '#renderer/entities/note/index.ts';
import { practiceCommands } from '#renderer/entities/practice/index.ts';
import { requirementCommands } from '#renderer/entities/requirement/index.ts';
import { aClient, aNote, aPractice, aRequirementsDocument, SOME_MOMENT } from '#test/builders/bodies.ts';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { confirmWrapUp } from './wrap-up-confirm.ts';
import { proposeWrapUp, sideOf, type FileRecords, type WrapUp } from './wrap-up.ts';

interface Line {
  readonly id: LineId;
  readonly mark: LineMark | null;
  readonly text: string;
  readonly who?: string;
  readonly due?: string;
}

const line = (mark: LineMark, text: string, more: Partial<Line> = {}): Line => ({
  id: newLineId(),
  mark,
  text,
  ...more,
});
const bodyOf = (lines: readonly Line[]): RichTextNode => ({
  type: 'doc',
  content: lines.map(({ id, mark, text, who = '', due = null }) => ({
    type: 'paragraph',
    attrs: { mark, lineId: id, who, due },
    content: [{ type: 'text', text }],
  })),
});

const NAMES = { client: 'Nováková Jana', professional: 'Eva Horáková' };
const LATER = SOME_MOMENT + 3_600_000;

let test: TestVault;
let fileId: FileId;
let noteId: RecordId;

async function setUp(lines: readonly Line[]): Promise<void> {
  test = await openTestVault();
  await practiceCommands.create(aPractice());
  fileId = await clientCommands.create(aClient());
  noteId = await noteCommands.create(fileId, aNote({ body: bodyOf(lines) }));
}

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

const note = async () => {
  const found = await noteQueries.get(noteId);
  if (!found) throw new Error('No note');
  return found;
};
const propose = async (): Promise<WrapUp> => proposeWrapUp(await note(), await records(), NAMES);
const confirm = (wrapUp: WrapUp): Promise<void> => confirmWrapUp(noteId, wrapUp, { now: () => LATER });

const LINES = [
  line('decision', 'We give notice'),
  line('task', 'Pošle smlouvu @Jana do 30. 11.', { who: 'Jana', due: '2026-11-30' }),
  line('task', 'Sepsat výpověď'),
  line('requirement', 'Rent at most 20,000'),
  line('requirement', 'Two rooms'),
  line('question', 'When do you move?'),
  line('forClient', 'Bring the papers'),
  line('internal', 'Seems unsure'),
  line('sensitive', 'Ill'),
];

describe('the proposal', () => {
  beforeEach(() => setUp(LINES));

  it('puts each marked line into its group; internal and sensitive lines into none', async () => {
    const wrapUp = await propose();
    expect(wrapUp.decided.map(({ text }) => text)).toEqual(['We give notice']);
    expect(wrapUp.tasks).toMatchObject([
      {
        text: 'Pošle smlouvu',
        who: 'Jana',
        side: 'client',
        dueOn: '2026-11-30',
        include: true,
        known: false,
      },
      { text: 'Sepsat výpověď', who: '', side: 'practice', dueOn: null },
    ]);
    expect(wrapUp.wanted.map(({ text, priority }) => [text, priority])).toEqual([
      ['Rent at most 20,000', 'should'],
      ['Two rooms', 'should'],
    ]);
    expect(wrapUp.questions.map(({ text, askedOf }) => [text, askedOf])).toEqual([
      ['When do you move?', 'client'],
    ]);
    expect(wrapUp.forClient.map(({ text }) => text)).toEqual(['Bring the papers']);
    expect(JSON.stringify(wrapUp)).not.toMatch(/unsure|Ill/);
  });

  it('keeps words about a person or a day that the record would not hold', async () => {
    await noteCommands.change(noteId, { body: bodyOf([line('task', 'Zavolat @Petr do 3. 12.')]) });
    expect((await propose()).tasks[0]?.text).toBe('Zavolat Petr do 3. 12.');
  });

  it.each([
    ['', 'practice'],
    ['Jana Nováková', 'client'],
    ['jana', 'client'],
    ['Janě', 'client'],
    ['Horáková', 'practice'],
    ['Znalec', 'other'],
  ])('knows the side of «%s»', (who, side) => {
    expect(sideOf(who, aNote().attendees, NAMES)).toBe(side);
    expect(sideOf(who, [], NAMES)).toBe(side);
  });
});

describe('the confirmation', () => {
  beforeEach(() => setUp(LINES));

  it('makes the records with their source lines, in one change, and closes the note', async () => {
    const before = test.platform.fake.disk.frames.length;
    const next = { kind: 'meeting', title: 'Meeting', at: '2026-12-01T09:30', leadMinutes: 15 } as const;
    await confirm({ ...(await propose()), next });
    expect(test.platform.fake.disk.frames.length).toBe(before + 1);
    const { tasks, requirements, documents, questions, reminders } = await records();
    expect(tasks.map(({ title, source }) => [title, source?.lineId])).toEqual([
      ['Pošle smlouvu', LINES[1]?.id],
      ['Sepsat výpověď', LINES[2]?.id],
    ]);
    expect(requirements).toMatchObject([
      { number: 1, status: 'draft', priority: 'should', source: { noteId, lineId: LINES[3]?.id } },
      { number: 2, text: 'Two rooms', order: 2 },
    ]);
    expect(documents).toMatchObject([{ nextNumber: 3 }]);
    expect(documents[0]?.sections.map(({ id }) => id)).toContain(requirements[0]?.sectionId);
    expect(questions).toMatchObject([{ text: 'When do you move?', answeredAt: null }]);
    expect(reminders).toMatchObject([{ ...next, zone: 'Europe/Prague', doneAt: null, rule: null }]);
    expect(await note()).toMatchObject({ wrappedAt: LATER, endedAt: LATER, nextMeeting: next.at });
  });

  it('makes the document from the template of the kind in the language of the client', async () => {
    await confirm(await propose());
    const [document] = (await records()).documents;
    expect(document?.templateId).toMatch(/law/);
    await setUp(LINES);
    await practiceCommands.change({ kind: 'other' });
    await confirm(await propose());
    expect((await records()).documents[0]?.templateId).toBe('brd');
  });

  it('leaves the words of the note and gives the edited ones to the record', async () => {
    const wrapUp = await propose();
    const body = JSON.stringify((await note()).body);
    await confirm({
      ...wrapUp,
      tasks: wrapUp.tasks.map((task) => ({
        ...task,
        text: ' Edited ',
        side: 'other' as const,
        who: 'Notary',
      })),
      wanted: wrapUp.wanted.map((wish) => ({ ...wish, text: `${wish.text}!`, priority: 'must' as const })),
    });
    expect(JSON.stringify((await note()).body)).toBe(body);
    const { tasks, requirements } = await records();
    expect(tasks[0]).toMatchObject({ title: 'Edited', side: 'other', who: 'Notary' });
    expect(requirements[1]).toMatchObject({ text: 'Two rooms!', priority: 'must' });
    const again = await propose();
    expect(again.tasks[0]).toMatchObject({ text: 'Edited', inNote: 'Pošle smlouvu', known: true });
  });

  it('writes edited decisions into the note, which is their only place', async () => {
    const wrapUp = await propose();
    await confirm({
      ...wrapUp,
      decided: wrapUp.decided.map((one) => ({ ...one, text: 'We give notice now' })),
    });
    expect((await propose()).decided).toEqual([{ lineId: LINES[0]?.id, text: 'We give notice now' }]);
    expect(plainText((await note()).body)).toContain('Seems unsure');
  });

  it('leaves out what was taken out, and what was left without words', async () => {
    const wrapUp = await propose();
    await confirm({
      ...wrapUp,
      tasks: wrapUp.tasks.map((task, index) => ({ ...task, include: index > 0 })),
      wanted: wrapUp.wanted.map((wish) => ({ ...wish, text: ' ' })),
    });
    const { tasks, requirements, documents } = await records();
    expect(tasks.map(({ title }) => title)).toEqual(['Sepsat výpověď']);
    expect(requirements).toEqual([]);
    expect(documents).toEqual([]);
  });

  it('adds to the chosen document, else to the newest', async () => {
    const older = await requirementCommands.createDocument(fileId, aRequirementsDocument({ nextNumber: 7 }));
    const newer = await requirementCommands.createDocument(fileId, aRequirementsDocument());
    const wrapUp = await propose();
    expect(wrapUp.documentId).toBe(newer);
    await confirm({ ...wrapUp, documentId: older });
    expect((await records()).requirements.map(({ documentId, number }) => [documentId, number])).toEqual([
      [older, 7],
      [older, 8],
    ]);
  });

  it('moves the one reminder of the note, and takes it away', async () => {
    const next = { kind: 'meeting', title: 'M', at: '2026-12-01T09:30', leadMinutes: 0 } as const;
    await confirm({ ...(await propose()), next });
    const again = await propose();
    expect(again.next).toEqual(next);
    await confirm({ ...again, next: { ...next, kind: 'followUp', at: '2026-12-02T10:00' } });
    expect((await records()).reminders).toMatchObject([{ kind: 'followUp', at: '2026-12-02T10:00' }]);
    expect((await note()).nextMeeting).toBeNull();
    await confirm({ ...(await propose()), next: null });
    expect((await records()).reminders).toEqual([]);
  });

  it('changes nothing when it cannot be stored, and works when tried again', async () => {
    const wrapUp = await propose();
    test.platform.fake.failNext('journal.append', 'diskFull');
    await expect(confirm(wrapUp)).rejects.toMatchObject({ failure: { code: 'diskFull' } });
    const { tasks, requirements, documents, questions } = await records();
    expect([tasks, requirements, documents, questions]).toEqual([[], [], [], []]);
    expect((await note()).wrappedAt).toBeNull();
    await confirm(wrapUp);
    expect((await records()).tasks).toHaveLength(2);
  });

  it('keeps what became of a record: done tasks stay done, agreed requirements agreed', async () => {
    await confirm(await propose());
    const { tasks, requirements } = await records();
    await vault().commit(async (change) => {
      for (const { id } of tasks) await change.update(taskRecord, id, () => ({ doneAt: LATER }));
      for (const { id } of requirements)
        await change.update(requirementRecord, id, () => ({ status: 'agreed' as const }));
    });
    await confirm(await propose());
    const after = await records();
    expect(after.tasks.every(({ doneAt }) => doneAt === LATER)).toBe(true);
    expect(after.requirements.map(({ status }) => status)).toEqual(['agreed', 'agreed']);
  });
});

const expectDiskFull = (confirmed: Promise<void>) => expect(confirmed).rejects.toThrow('diskFull');

describe('wrapping up again and again', () => {
  const edit = fc.record({
    line: fc.nat(5),
    mark: fc.option(fc.constantFrom(...LINE_MARKS), { nil: null }),
    text: fc.constantFrom('one', 'two', ' '),
  });
  const round = fc.record({
    edits: fc.array(edit, { maxLength: 4 }),
    leaveOut: fc.array(fc.nat(5), { maxLength: 3 }),
    twice: fc.boolean(),
    dropRequirement: fc.boolean(),
    fail: fc.boolean(),
  });

  it('makes each line once, and gives no number twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 5 }), async (rounds) => {
        const lines: Line[] = Array.from({ length: 6 }, (_, index) =>
          line(LINE_MARKS[index % 4] ?? 'task', `line ${index}`),
        );
        await setUp(lines);
        const given = new Map<number, RecordId>();
        for (const { edits, leaveOut, twice, dropRequirement, fail } of rounds) {
          for (const { line: index, mark, text } of edits) {
            const changed = lines[index];
            if (changed) lines[index] = { ...changed, mark, text };
          }
          await noteCommands.change(noteId, { body: bodyOf(lines) });
          const out = new Set(leaveOut.map((index) => lines[index]?.id));
          const wrapUp = await propose();
          const chosen: WrapUp = {
            ...wrapUp,
            tasks: wrapUp.tasks.map((one) => ({ ...one, include: !out.has(one.lineId) })),
            wanted: wrapUp.wanted.map((one) => ({ ...one, include: !out.has(one.lineId) })),
            questions: wrapUp.questions.map((one) => ({ ...one, include: !out.has(one.lineId) })),
          };
          if (fail) {
            test.platform.fake.failNext('journal.append', 'diskFull');
            await expectDiskFull(confirm(chosen));
          }
          // The key struck twice: both confirmations are under way at once.
          await Promise.all(twice ? [confirm(chosen), confirm(chosen)] : [confirm(chosen)]);
          const { tasks, requirements, documents, questions } = await records();
          for (const kind of [tasks, requirements, questions]) {
            const sources = kind.map(({ source }) => source?.lineId);
            expect(new Set(sources).size).toBe(sources.length);
          }
          const made = new Set(tasks.map(({ source }) => source?.lineId));
          const included = chosen.tasks.filter(({ include, text }) => include && text.trim() !== '');
          expect(included.filter(({ lineId }) => !made.has(lineId))).toEqual([]);
          for (const { number, id } of requirements) {
            expect(given.get(number) ?? id).toBe(id);
            given.set(number, id);
          }
          expect(documents.length).toBeLessThanOrEqual(1);
          const [drop] = requirements;
          if (dropRequirement && drop) await requirementCommands.remove(drop.id);
        }
      }),
      { numRuns: 15 },
    );
  });
});
