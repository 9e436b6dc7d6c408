import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHeldBackMark } from '#shared/documents/held-back.ts';
import { documentModelSchema, type Block } from '#shared/documents/model.ts';
import { newFileId, newLineId, newRecordId, type LineId } from '#shared/domain/ids.ts';
import type { RecordMeta, Stored } from '#shared/domain/record.ts';
import { LINE_MARKS, type LineMark, type RichTextNode } from '#shared/domain/rich-text.ts';
import { LANGUAGES } from '#shared/domain/values.ts';
import {
  aClient,
  aNote,
  aPractice,
  aQuestion,
  aRequirement,
  aTask,
  SOME_MOMENT,
} from '#test/builders/bodies.ts';
import { agreedSheet, type SheetInput } from './agreed-sheet.ts';
import { sheetHash } from './version.ts';

const fileId = newFileId();
const stored = <Body extends object>(body: Body): Stored<Body> => {
  const meta: RecordMeta = { id: newRecordId(), fileId, rev: 'r', parent: null, stamp: 's' };
  return { ...meta, ...body };
};

interface Line {
  readonly lineId: LineId;
  readonly mark: LineMark;
  readonly text: string;
  readonly who?: string;
  readonly due?: string | null;
}
const line = (mark: LineMark, text: string, more: Partial<Line> = {}): Line => ({
  lineId: newLineId(),
  mark,
  text,
  ...more,
});
const body = (lines: readonly Line[]): RichTextNode => ({
  type: 'doc',
  content: lines.map(({ lineId, mark, text, who = '', due = null }) => ({
    type: 'paragraph',
    attrs: { lineId, mark, who, due },
    content: [{ type: 'text', text }],
  })),
});

function input(lines: readonly Line[], changes: Partial<SheetInput> = {}): SheetInput {
  return {
    note: stored(aNote({ body: body(lines) })),
    client: stored(aClient()),
    practice: stored(aPractice()),
    tasks: [],
    requirements: [],
    questions: [],
    languages: ['cs'],
    ...changes,
  };
}

const said = (blocks: readonly Block[]): string => JSON.stringify(blocks);
const headings = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.type === 'heading' ? [block.text.map((run) => run.text).join('')] : []));

describe('what we agreed, before the wrap-up', () => {
  it('says each group of marked lines under its heading, in the order of the sheet', () => {
    const { document, heldBack } = agreedSheet(
      input([
        line('forClient', 'Vzít si doklady'),
        line('question', 'Kdy se stěhujete?'),
        line('requirement', 'Nájem do 20 000 Kč'),
        line('task', 'Poslat smlouvu', { who: 'Jana Nováková', due: '2026-11-22' }),
        line('task', 'Sepsat výpověď'),
        line('task', 'Ocenit byt', { who: 'Znalec Dvořák' }),
        line('decision', 'Podáme výpověď'),
        line('internal', 'Klientka váhá'),
      ]),
    );
    expect(document.title).toBe('Na čem jsme se dohodli');
    expect(headings(document.blocks)).toEqual([
      'Rozhodnutí',
      'Úkoly klienta',
      'Naše úkoly',
      'Úkoly dalších osob',
      'Převzaté požadavky',
      'Otevřené otázky',
      'Pro klienta',
    ]);
    expect(said(document.blocks)).toContain('22. 11. 2026');
    expect(heldBack.map(({ text }) => text)).toEqual(['Klientka váhá']);
    expect(documentModelSchema.safeParse(document).success).toBe(true);
  });

  it.each([
    { place: 'Praha', channel: 'inPerson', told: ['Místo: Praha'] },
    { place: 'Praha', channel: 'phone', told: ['Místo: Praha', 'Způsob jednání: Telefonicky'] },
    { place: '', channel: 'phone', told: ['Způsob jednání: Telefonicky'] },
    { place: '', channel: 'inPerson', told: ['Způsob jednání: Osobně'] },
    { place: '', channel: 'other', told: [] },
  ] as const)('says where and how the meeting was held: $told', ({ place, channel, told }) => {
    const { document } = agreedSheet(input([], { note: stored(aNote({ body: body([]), place, channel })) }));
    const facts = document.blocks.flatMap((block) => (block.type === 'facts' ? block.facts : []));
    const lines = facts.map(({ label, value }) => `${label}: ${value.map((run) => run.text).join('')}`);
    expect(lines.filter((fact) => /Místo|Způsob/.test(fact))).toEqual(told);
  });

  it('leaves out groups without lines and always has the boxes to sign in', () => {
    const { document } = agreedSheet(input([]));
    expect(headings(document.blocks)).toEqual([]);
    expect(document.blocks.at(-1)).toMatchObject({
      type: 'signatures',
      boxes: [{ name: 'Nováková Jana' }, { name: 'Eva Horáková, Horáková & Partners' }],
    });
  });

  it('says when the next meeting is', () => {
    const { document } = agreedSheet(input([], { note: stored(aNote({ nextMeeting: '2026-12-01T09:30' })) }));
    expect(said(document.blocks)).toMatch(/Příští jednání.*1\. 12\. 2026/u);
  });
});

describe('what we agreed, after the wrap-up', () => {
  it('takes the words, numbers and sides that were confirmed', () => {
    const task = line('task', 'smlouva');
    const wish = line('requirement', 'nájem');
    const question = line('question', 'kdy');
    const note = stored(aNote({ body: body([task, wish, question]), wrappedAt: SOME_MOMENT }));
    const from = ({ lineId }: Line) => ({ noteId: note.id, lineId });
    const { document } = agreedSheet(
      input([], {
        note,
        tasks: [
          stored(aTask({ title: 'Poslat smlouvu', side: 'client', source: from(task) })),
          stored(
            aTask({ title: 'Z jiného jednání', source: { noteId: newRecordId(), lineId: newLineId() } }),
          ),
        ],
        requirements: [
          stored(aRequirement({ text: 'Nájem nejvýše 20 000 Kč', number: 7, source: from(wish) })),
          stored(aRequirement({ text: 'Upuštěno', number: 8, status: 'dropped', source: from(wish) })),
        ],
        questions: [stored(aQuestion({ text: 'Kdy se stěhujete?', source: from(question) }))],
      }),
    );
    const text = said(document.blocks);
    expect(headings(document.blocks)).toEqual(['Úkoly klienta', 'Převzaté požadavky', 'Otevřené otázky']);
    expect(text).toContain('Poslat smlouvu');
    expect(text).toContain('"margin":"R-7"');
    expect(text).not.toContain('Z jiného jednání');
    expect(text).not.toContain('Upuštěno');
    expect(text).not.toContain('"smlouva"');
  });
});

describe('two languages side by side', () => {
  const decision = line('decision', 'Podáme výpověď');
  const plain = line('decision', 'Bez překladu');
  const note = stored(
    aNote({ body: body([decision, plain]), translations: { [decision.lineId]: 'Подаём расторжение' } }),
  );

  it('puts the translation beside each line and repeats a line that has none', () => {
    const { document } = agreedSheet(input([], { note, languages: ['cs', 'ru'] }));
    const table = document.blocks.find((block) => block.type === 'table');
    expect(table).toMatchObject({
      rows: [
        [
          { text: [{}, { text: 'Podáme výpověď' }] },
          { text: [{}, { text: 'Подаём расторжение', language: 'ru' }] },
        ],
        [{ text: [{}, { text: 'Bez překladu' }] }, { text: [{}, { text: 'Bez překladu' }] }],
      ],
    });
    expect(headings(document.blocks)).toEqual(['Rozhodnutí / Решения']);
    expect(document.title).toBe('Na čem jsme se dohodli / О чём договорились');
  });
});

const token = fc.uuid().map((id) => `w${id.replaceAll('-', '')}`);
const anyLine = fc
  .record({
    mark: fc.constantFrom(...LINE_MARKS),
    text: token,
    edited: token,
    translation: token,
    record: fc.boolean(),
  })
  .map((made) => ({ ...made, lineId: newLineId() }));
const anyLanguages = fc.oneof(
  fc.constantFrom(...LANGUAGES).map((one) => [one] as const),
  fc
    .shuffledSubarray([...LANGUAGES], { minLength: 2, maxLength: 2 })
    .map(([a = 'en', b = 'cs']) => [a, b] as const),
);

/** A file in which records were made of some lines of any mark, held back or not. */
const anyInput = fc
  .record({
    lines: fc.array(anyLine, { maxLength: 8 }),
    wrapped: fc.boolean(),
    languages: anyLanguages,
    /** Says again, in another place, what a held-back line says. */
    repeats: fc.boolean(),
  })
  .map(({ lines, wrapped, languages, repeats }) => {
    const hidden = lines.filter(({ mark }) => isHeldBackMark(mark));
    const repeated = repeats ? hidden.map(({ text }) => line('decision', ` ${text.toUpperCase()} `)) : [];
    const note = stored(
      aNote({
        body: body([...lines, ...repeated]),
        title: repeats ? (hidden[0]?.text ?? 'x') : 'x',
        translations: Object.fromEntries(lines.map(({ lineId, translation }) => [lineId, translation])),
        wrappedAt: wrapped ? SOME_MOMENT : null,
      }),
    );
    const made = lines.filter(({ record }) => record);
    const source = ({ lineId }: { readonly lineId: LineId }) => ({ noteId: note.id, lineId });
    return {
      lines,
      hidden,
      input: input([], {
        note,
        languages,
        tasks: made.map((one) => stored(aTask({ title: one.edited, source: source(one) }))),
        requirements: made.map((one) => stored(aRequirement({ text: one.edited, source: source(one) }))),
        questions: made.map((one) => stored(aQuestion({ text: one.edited, source: source(one) }))),
      }),
    };
  });

describe('properties of the sheet', () => {
  it('never says anything of an internal or sensitive line, nor of what was made of it', () => {
    fc.assert(
      fc.property(anyInput, (made) => {
        const { document, heldBack } = agreedSheet(made.input);
        const json = JSON.stringify(document).toLowerCase();
        for (const { text, edited, translation } of made.hidden)
          for (const words of [text, edited, translation]) expect(json).not.toContain(words);
        const told = heldBack.map(({ text }) => text);
        for (const { text } of made.hidden) expect(told).toContain(text);
      }),
    );
  });

  it('says every other marked line of a note that was not wrapped up', () => {
    fc.assert(
      fc.property(anyInput, (made) => {
        fc.pre(made.input.note.wrappedAt === null);
        const json = JSON.stringify(agreedSheet(made.input).document);
        const missing = made.lines.filter(({ mark, text }) => !isHeldBackMark(mark) && !json.includes(text));
        expect(missing).toEqual([]);
      }),
    );
  });

  it('has a hash that depends on nothing but what it says', () => {
    fc.assert(
      fc.property(anyInput, (made) => {
        const first = agreedSheet(made.input).document;
        const again = agreedSheet({
          ...made.input,
          note: { ...made.input.note, rev: 'other', timerSeconds: 99 },
        });
        const shuffled = Object.fromEntries(Object.entries(first).toReversed()) as typeof first;
        expect(sheetHash(again.document)).toBe(sheetHash(first));
        expect(sheetHash(shuffled)).toBe(sheetHash(first));
        expect(sheetHash({ ...first, foot: `${first.foot}.` })).not.toBe(sheetHash(first));
      }),
    );
  });
});
