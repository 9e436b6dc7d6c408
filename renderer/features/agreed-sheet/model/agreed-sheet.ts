import type { Block, DocumentModel, Inline } from '#shared/documents/model.ts';
import { plain } from '#shared/documents/model.ts';
import { sameWords } from '#shared/documents/held-back.ts';
import { letterheadLines } from '#shared/documents/letterhead.ts';
import { SIDES, type Side } from '#shared/domain/note.ts';
import { requirementLabel } from '#shared/domain/requirement.ts';
import type { MarkedLine } from '#shared/domain/rich-text.ts';
import type { Language } from '#shared/domain/values.ts';
import { dayOf, formatDay, formatLongDay, formatWallTime } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import {
  sheetContent,
  type SheetContent,
  type SheetLine,
  type SheetSources,
  type SheetTask,
} from './content.ts';

/** The languages of a sheet: one, or two side by side. */
export type SheetLanguages = readonly [Language] | readonly [Language, Language];

export interface SheetInput extends SheetSources {
  readonly languages: SheetLanguages;
}

/** A sheet without its version, and what was kept from it. */
export interface AgreedSheet {
  readonly document: DocumentModel;
  readonly heldBack: readonly MarkedLine[];
}

type Translate = ReturnType<typeof translator>;

/** One language of the sheet, and how the agreed lines are worded in it. */
interface Column {
  readonly language: Language;
  readonly t: Translate;
  readonly worded: (line: SheetLine) => Inline;
}

function columnsOf({ note, languages }: SheetInput, heldBack: readonly MarkedLine[]): readonly Column[] {
  const hiddenWords = new Set(heldBack.map((line) => sameWords(line.text)));
  return languages.map((language, index) => ({
    language,
    t: translator(language),
    worded: ({ lineId, text }) => {
      const translated = index === 0 ? '' : (note.translations[lineId] ?? '').trim();
      if (translated === '' || hiddenWords.has(sameWords(translated))) return { text };
      return { text: translated, language };
    },
  }));
}

/** The same words in each language, told apart by a slash: for headings and labels. */
function label(columns: readonly Column[], say: (t: Translate, language: Language) => string): Inline[] {
  const words = columns.map((column) => ({ column, text: say(column.t, column.language) }));
  const [first, ...others] = words;
  const different = others.filter(({ text }) => text !== first?.text);
  return [
    { text: first?.text ?? '' },
    ...different.map(({ column, text }) => ({ text: ` / ${text}`, quiet: true, language: column.language })),
  ];
}

const labelText = (columns: readonly Column[], say: (t: Translate) => string): string =>
  label(columns, say)
    .map((run) => run.text)
    .join('');

function facts(input: SheetInput, content: SheetContent, columns: readonly Column[]): Block {
  const { note } = input;
  const day = dayOf(note.startedAt);
  // A place says already that the meeting was held in person.
  const told = note.channel !== 'other' && (note.channel !== 'inPerson' || content.place === '');
  const office = input.practice.letterhead.name;
  const sideName = (side: Side): string =>
    side === 'practice' && office !== '' ? office : labelText(columns, (t) => t(`domain.side.${side}`));
  const people = note.attendees
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, side }) => `${name} (${sideName(side)})`);
  const rows = [
    { label: labelText(columns, (t) => t('sheet.doc.subject')), value: plain(content.title) },
    {
      label: labelText(columns, (t) => t('sheet.doc.date')),
      value: label(columns, (_, language) => formatLongDay(day, language)),
    },
    { label: labelText(columns, (t) => t('sheet.doc.place')), value: plain(content.place) },
    {
      label: labelText(columns, (t) => t('sheet.doc.channel')),
      value: told ? label(columns, (t) => t(`domain.channel.${note.channel}`)) : plain(''),
    },
    { label: labelText(columns, (t) => t('sheet.doc.present')), value: plain(people.join(', ')) },
  ];
  return { type: 'facts', facts: rows.filter(({ value }) => value.some((run) => run.text !== '')) };
}

const heading = (columns: readonly Column[], say: (t: Translate) => string): Block => ({
  type: 'heading',
  level: 1,
  text: label(columns, say),
});

interface Part<Line extends SheetLine> {
  readonly title: (t: Translate) => string;
  readonly lines: readonly Line[];
  /** Quiet words after a line, such as a date. */
  readonly tail?: (line: Line, column: Column) => string;
  /** How the part stands in one language; default a bulleted list. */
  readonly alone?: (lines: readonly Line[], column: Column) => Block[];
  /** Sign before a line where two languages stand side by side. */
  readonly sign?: (line: Line) => string;
}

function said<Line extends SheetLine>(part: Part<Line>, line: Line, column: Column): Inline[] {
  const tail = part.tail?.(line, column) ?? '';
  return [column.worded(line), ...(tail === '' ? [] : [{ text: ` (${tail})`, quiet: true }])];
}

const list = <Line extends SheetLine>(part: Part<Line>, column: Column, ordered: boolean): Block => ({
  type: 'list',
  ordered,
  items: part.lines.map((line) => ({ text: said(part, line, column) })),
});

/** One row a line, one column a language: each line stands beside its translation. The heading above names both. */
function sideBySide<Line extends SheetLine>(part: Part<Line>, columns: readonly Column[]): Block {
  return {
    type: 'table',
    widths: columns.map(() => 1),
    head: [],
    rows: part.lines.map((line, index) =>
      columns.map((column) => ({
        text: [
          { text: `${part.sign?.(line) ?? `${String(index + 1)}.`} `, quiet: true },
          ...said(part, line, column),
        ],
      })),
    ),
  };
}

function blocksOf<Line extends SheetLine>(part: Part<Line>, columns: readonly Column[]): Block[] {
  const [first] = columns;
  if (first === undefined || part.lines.length === 0) return [];
  const body =
    columns.length > 1
      ? [sideBySide(part, columns)]
      : (part.alone?.(part.lines, first) ?? [list(part, first, false)]);
  return [heading(columns, part.title), ...body];
}

const due = (line: { readonly dueOn: string | null }, language: Language): string =>
  line.dueOn === null ? '' : formatDay(line.dueOn, language);

const taskTable = (lines: readonly SheetTask[], { t, language, worded }: Column): Block[] => [
  {
    type: 'table',
    widths: [6, 3, 2],
    head: [t('sheet.doc.task'), t('sheet.doc.who'), t('sheet.doc.by')].map((text) => ({
      text: plain(text),
      header: true,
    })),
    rows: lines.map((line) => [
      { text: [worded(line)] },
      { text: plain(line.who) },
      { text: plain(due(line, language)) },
    ]),
  },
];

const TASK_TITLES = {
  client: 'sheet.doc.clientTasks',
  practice: 'sheet.doc.practiceTasks',
  other: 'sheet.doc.otherTasks',
} as const satisfies Record<Side, string>;

function agreed(content: SheetContent, columns: readonly Column[]): Block[] {
  const decisions: Part<SheetLine> = {
    title: (t) => t('sheet.doc.decisions'),
    lines: content.decisions,
    alone: (_, column) => [list(decisions, column, true)],
  };
  return [
    ...blocksOf(decisions, columns),
    ...SIDES.flatMap((side) =>
      blocksOf(
        {
          title: (t) => t(TASK_TITLES[side]),
          lines: content.tasks[side],
          tail: (line, { language }) =>
            [line.who, due(line, language)].filter((part) => part !== '').join(', '),
          alone: taskTable,
        },
        columns,
      ),
    ),
    ...requirements(content, columns),
    ...blocksOf(
      {
        title: (t) => t('sheet.doc.questions'),
        lines: content.questions,
        tail: ({ askedOf }, { t }) =>
          askedOf === null
            ? ''
            : t(askedOf === 'client' ? 'sheet.doc.answersClient' : 'sheet.doc.answersPractice'),
      },
      columns,
    ),
    ...blocksOf({ title: (t) => t('sheet.doc.forClient'), lines: content.forClient }, columns),
  ];
}

const sign = ({ number }: SheetContent['requirements'][number]): string =>
  number === null ? '–' : requirementLabel(number);

function requirements(content: SheetContent, columns: readonly Column[]): Block[] {
  const part: Part<SheetContent['requirements'][number]> = {
    title: (t) => t('sheet.doc.requirements'),
    lines: content.requirements,
    tail: (line, { language }) => due(line, language),
    sign,
    alone: (lines, column) =>
      lines.map((line) => ({ type: 'paragraph', margin: sign(line), text: said(part, line, column) })),
  };
  return blocksOf(part, columns);
}

function ending({ note, client, practice }: SheetInput, columns: readonly Column[]): Block[] {
  const { nextMeeting } = note;
  const next: Block[] =
    nextMeeting === null
      ? []
      : [
          heading(columns, (t) => t('sheet.doc.nextMeeting')),
          {
            type: 'paragraph',
            text: label(columns, (_, language) => formatWallTime(nextMeeting, language)),
          },
        ];
  const office = practice.letterhead.name;
  return [
    ...next,
    {
      type: 'signatures',
      boxes: [
        {
          name: [client.contactPerson, client.name].filter((part) => part !== '').join(', '),
          label: labelText(columns, (t) => t('sheet.doc.signClient')),
          dateLabel: labelText(columns, (t) => t('sheet.doc.date')),
        },
        {
          name: [practice.professional, office].filter((part) => part !== '').join(', '),
          label: labelText(columns, (t) => t('sheet.doc.signPractice')),
          dateLabel: labelText(columns, (t) => t('sheet.doc.date')),
        },
      ],
    },
  ];
}

/**
 * The «What we agreed» sheet of a note, without its version. Internal and sensitive lines are never in the document; they
 * come back beside it.
 */
export function agreedSheet(input: SheetInput): AgreedSheet {
  const content = sheetContent(input);
  const columns = columnsOf(input, content.heldBack);
  const [language] = input.languages;
  return {
    document: {
      title: labelText(columns, (t) => t('sheet.title')),
      language,
      letterhead: letterheadLines(input.practice.letterhead),
      subtitle: '',
      blocks: [facts(input, content, columns), ...agreed(content, columns), ...ending(input, columns)],
      foot: input.practice.confidentiality,
    },
    heldBack: content.heldBack,
  };
}
