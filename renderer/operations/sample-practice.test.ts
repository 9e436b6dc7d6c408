import { DateTime } from 'luxon';
import { beforeEach, describe, expect, test } from 'vitest';
import { clientRecord, type ClientBody } from '#shared/domain/client.ts';
import { type EngagementBody, engagementRecord } from '#shared/domain/engagement.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type RecordId } from '#shared/domain/ids.ts';
import { type MoneyEntryBody, moneyEntryRecord, timeAmount } from '#shared/domain/money-entry.ts';
import { noteRecord, type NoteBody } from '#shared/domain/note.ts';
import { partyRecord } from '#shared/domain/party.ts';
import { PRACTICE_KINDS, practiceRecord, type PracticeKind } from '#shared/domain/practice.ts';
import { questionRecord } from '#shared/domain/question.ts';
import type { RecordKind } from '#shared/domain/record.ts';
import { reminderRecord, type ReminderBody } from '#shared/domain/reminder.ts';
import {
  requirementRecord,
  requirementsDocumentRecord,
  type RequirementBody,
  type RequirementsDocumentBody,
} from '#shared/domain/requirement.ts';
import { markedLines, plainText } from '#shared/domain/rich-text.ts';
import { sheetRecord } from '#shared/domain/sheet.ts';
import type { Source } from '#shared/domain/source.ts';
import { taskRecord, type TaskBody } from '#shared/domain/task.ts';
import { LANGUAGES, type Language } from '#shared/domain/values.ts';
import { vault } from '#renderer/db/index.ts';
import { aClient, aNote, aPractice, aTask } from '#test/builders/bodies.ts';
import { openTestVault } from '#test/fakes/vault.ts';
import { putSample } from './sample-practice-build.ts';
import { readSample, type SampleContent } from './sample-practice-content.ts';
import { addSample, removeSample } from './sample-practice.ts';

interface PutRecord {
  readonly table: string;
  readonly id: string;
  readonly fileId: string;
  readonly body: unknown;
}

/** Wednesday 4 November 2026, 11:20. */
const NOW = DateTime.fromObject({ year: 2026, month: 11, day: 4, hour: 11, minute: 20 });

async function build(kind: PracticeKind, language: Language, now = NOW): Promise<readonly PutRecord[]> {
  const records: PutRecord[] = [];
  putSample(await readSample(kind, language), { now, professional: 'Eva Horáková' }, (of, at, body) => {
    records.push({ table: of.table, ...at, body: of.schema.parse(body) });
  });
  return records;
}

const bodies = <Body>(records: readonly PutRecord[], kind: RecordKind<Body>): readonly Body[] =>
  records.filter(({ table }) => table === kind.table).map(({ body }) => body as Body);

/** Every wording, by its place. Names of people and organisations are left out. */
const wordsOf = ({ texts, people }: SampleContent): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(texts.clients).flatMap(([who, client]) => [
      [`${who} facts`, client.facts] as const,
      ...client.notes.flatMap(({ title, lines }, note) =>
        [title, ...lines].map((text, index) => [`${who} note ${note}.${index}`, text] as const),
      ),
      ...(['parties', 'tasks', 'questions', 'reminders'] as const).flatMap((part) =>
        client[part].map((text, index) => [`${who} ${part} ${index}`, text] as const),
      ),
    ]),
    ...Object.entries({ ...people.places, ...people.sources }),
  ]);

const everywhere = PRACTICE_KINDS.flatMap((kind) => LANGUAGES.map((language) => ({ kind, language })));

describe.each(everywhere)('the sample of $kind in $language', ({ kind, language }) => {
  test('fits the schemas and is marked as a sample', async () => {
    const records = await build(kind, language);
    const clients = bodies<ClientBody>(records, clientRecord);
    expect(clients.length).toBeGreaterThanOrEqual(18);
    expect(clients.every(({ sample }) => sample)).toBe(true);
    expect(new Set(clients.map(({ name }) => name)).size).toBe(clients.length);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  });

  test('has rich files: long notes with marks, tasks, requirements, questions, reminders', async () => {
    const records = await build(kind, language);
    const long = bodies<NoteBody>(records, noteRecord).filter(({ body }) => markedLines(body).length >= 5);
    expect(long.length).toBeGreaterThanOrEqual(8);
    expect(bodies(records, taskRecord).length).toBeGreaterThan(20);
    expect(bodies(records, requirementRecord).length).toBeGreaterThan(10);
    expect(bodies(records, questionRecord).length).toBeGreaterThan(5);
    expect(bodies(records, reminderRecord).length).toBeGreaterThan(5);
  });

  test('has work agreed on in several ways, and money that adds up', async () => {
    const records = await build(kind, language);
    const engagements = bodies<EngagementBody>(records, engagementRecord);
    const ids = new Set(records.filter(({ table }) => table === 'engagements').map(({ id }) => id));
    const entries = bodies<MoneyEntryBody>(records, moneyEntryRecord);
    expect(new Set(engagements.map(({ feeModel }) => feeModel)).size).toBeGreaterThanOrEqual(3);
    expect(entries.filter(({ kind: of }) => of === 'payment').length).toBeGreaterThanOrEqual(3);
    expect(entries.every(({ engagementId }) => engagementId !== null && ids.has(engagementId))).toBe(true);
    const wrong = entries.filter(({ time, amount }) => time !== null && amount !== timeAmount(time));
    expect(wrong).toEqual([]);
  });

  test('every reference leads somewhere', async () => {
    const records = await build(kind, language);
    const files = new Set(
      records.filter(({ table }) => table === clientRecord.table).map(({ fileId }) => fileId),
    );
    expect(records.every(({ fileId }) => files.has(fileId))).toBe(true);
    const lines = new Map(
      records
        .filter(({ table }) => table === noteRecord.table)
        .map(({ id, body }) => [id, markedLines((body as NoteBody).body)]),
    );
    const sourced = [
      ...bodies<TaskBody>(records, taskRecord).map(({ source, title }) => ({ source, text: title })),
      ...bodies<RequirementBody>(records, requirementRecord),
    ];
    const pointing = sourced.filter((one): one is { source: Source; text: string } => one.source !== null);
    expect(pointing.length).toBeGreaterThan(20);
    for (const { source, text } of pointing) {
      const line = lines.get(source.noteId)?.find(({ lineId }) => lineId === source.lineId);
      expect(line?.text).toBe(text);
    }
  });

  test('requirements are numbered without gaps in sections that exist', async () => {
    const records = await build(kind, language);
    const documents = records.filter(({ table }) => table === requirementsDocumentRecord.table);
    for (const { id, body } of documents) {
      const { sections, nextNumber } = body as RequirementsDocumentBody;
      const own = bodies<RequirementBody>(records, requirementRecord).filter(
        ({ documentId }) => documentId === id,
      );
      expect(own.map(({ number }) => number)).toEqual(own.map((_, index) => index + 1));
      expect(nextNumber).toBe(own.length + 1);
      for (const { sectionId } of own) expect(sections.map((section) => section.id)).toContain(sectionId);
    }
    expect(documents.length).toBeGreaterThanOrEqual(6);
  });

  test('no line of a note is lost under a heading that the template lacks', async () => {
    const content = await readSample(kind, language);
    const records = await build(kind, language);
    const written = new Set(
      bodies<NoteBody>(records, noteRecord).flatMap(({ body }) => (body.content ?? []).map(plainText)),
    );
    const wanted = Object.values(content.texts.clients).flatMap(({ notes }) =>
      notes.flatMap(({ lines }) => lines),
    );
    expect(wanted.filter((line) => !written.has(line))).toEqual([]);
  });

  test('there is no wording without its structure', async () => {
    const { structure, texts } = await readSample(kind, language);
    expect(Object.keys(texts.clients).toSorted()).toEqual(structure.clients.map(({ who }) => who).toSorted());
    for (const client of structure.clients) {
      const own = texts.clients[client.who];
      for (const part of ['parties', 'tasks', 'questions', 'reminders'] as const) {
        expect(own?.[part].length, `${client.who} ${part}`).toBe(client[part].length);
      }
      expect(own?.notes.map(({ lines }) => lines.length)).toEqual(
        client.notes.map(({ lines }) => lines.length),
      );
    }
  });

  test('it is written in its own alphabet', async () => {
    const cyrillic = /\p{Script=Cyrillic}/u;
    const mixed = /(?=[^\s]*\p{Script=Cyrillic})[^\s]*[a-z]\p{L}*/iu;
    const texts = [...wordsOf(await readSample(kind, language)).values()];
    expect(texts.filter((text) => cyrillic.test(text) !== (language === 'ru'))).toEqual([]);
    expect(texts.flatMap((text) => text.split(/\s/)).filter((word) => mixed.test(word))).toEqual([]);
  });

  test('nobody in it can be reached', async () => {
    const { people } = await readSample(kind, language);
    const reachable = [...Object.values(people.people), ...Object.values(people.organisations)];
    for (const { email, phone } of reachable) {
      expect(email).toMatch(/@example\.(com|org|net)$/);
      expect(phone).toMatch(/^(\+44 20 7946 0\d{3}|\+420 000 |\+48 000 |\+7 000 )/);
    }
  });
});

describe.each(everywhere.filter(({ language }) => language !== 'en'))(
  'the sample of $kind in $language',
  ({ kind, language }) => {
    test('leaves nothing in English', async () => {
      const english = wordsOf(await readSample(kind, 'en'));
      const same = [...wordsOf(await readSample(kind, language))].filter(
        ([key, text]) => english.get(key) === text,
      );
      expect(same).toEqual([]);
    });
  },
);

test('meetings and reminders fall on working days, whatever day the sample is added', async () => {
  for (let days = 0; days < 7; days += 1) {
    const records = await build('law', 'en', NOW.plus({ days }));
    const moments = [
      ...bodies<NoteBody>(records, noteRecord).map(({ startedAt }) => DateTime.fromMillis(startedAt)),
      ...bodies<ReminderBody>(records, reminderRecord).map(({ at }) => DateTime.fromISO(at)),
    ];
    expect(moments.filter(({ weekday }) => weekday > 5)).toEqual([]);
    const notes = bodies<NoteBody>(records, noteRecord);
    expect(notes.every(({ startedAt }) => startedAt < NOW.plus({ days }).toMillis())).toBe(true);
  }
});

const practice = async () => (await vault().inFile(practiceRecord, PRACTICE_FILE))[0];

describe('in a vault', () => {
  const KINDS: readonly RecordKind<never>[] = [
    clientRecord,
    partyRecord,
    noteRecord,
    requirementsDocumentRecord,
    requirementRecord,
    taskRecord,
    questionRecord,
    reminderRecord,
    sheetRecord,
    engagementRecord,
    moneyEntryRecord,
  ] as unknown as readonly RecordKind<never>[];
  const count = async (): Promise<number> => {
    const counts = await Promise.all(KINDS.map(async (kind) => (await vault().all(kind)).length));
    return counts.reduce((sum, one) => sum + one, 0);
  };
  beforeEach(async () => {
    await openTestVault();
    await vault().commit((change) =>
      change.put(practiceRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, aPractice()),
    );
  });

  test('it is added once, in one change', async () => {
    const { platform } = await openTestVault();
    await vault().commit((change) =>
      change.put(practiceRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, aPractice()),
    );
    const before = platform.fake.disk.frames.length;
    await addSample('law', 'cs', NOW.toJSDate());
    expect(platform.fake.disk.frames.length).toBe(before + 1);
    const added = await count();
    expect((await practice())?.sample).toBe(true);
    await addSample('law', 'cs', NOW.toJSDate());
    expect(await count()).toBe(added);
  });

  test('removing it leaves nothing of it and all of the user’s own', async () => {
    const fileId = newFileId();
    await vault().commit((change) => {
      change.put(clientRecord, { id: fileId as string as RecordId, fileId }, aClient());
      change.put(noteRecord, { id: newRecordId(), fileId }, aNote());
      change.put(taskRecord, { id: newRecordId(), fileId }, aTask());
    });
    await addSample('tutoring', 'ru', NOW.toJSDate());
    const sampleFile = (await vault().all(clientRecord)).find(({ sample }) => sample)?.fileId;
    expect(sampleFile).toBeDefined();
    if (sampleFile) {
      await vault().commit((change) =>
        change.put(noteRecord, { id: newRecordId(), fileId: sampleFile }, aNote({ title: 'Tried out' })),
      );
    }
    await removeSample();
    expect(await count()).toBe(3);
    expect((await vault().all(clientRecord)).map((client) => client.fileId)).toEqual([fileId]);
    expect((await practice())?.sample).toBe(false);
  });

  test('it can be added again after it was removed', async () => {
    await addSample('other', 'pl', NOW.toJSDate());
    const added = await count();
    await removeSample();
    await addSample('other', 'pl', NOW.toJSDate());
    expect(await count()).toBe(added);
  });
});
