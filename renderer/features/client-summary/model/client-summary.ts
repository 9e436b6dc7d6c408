import { heldBackLines, heldBackSources, HELD_BACK_MARKS, sameWords } from '#shared/documents/held-back.ts';
import { letterheadLines } from '#shared/documents/letterhead.ts';
import { plain, type Block, type DocumentModel, type Inline } from '#shared/documents/model.ts';
import { richTextBlocks } from '#shared/documents/rich-text.ts';
import type { Client } from '#shared/domain/client.ts';
import { customText } from '#shared/domain/custom-values.ts';
import type { Engagement } from '#shared/domain/engagement.ts';
import type { MoneyEntry } from '#shared/domain/money-entry.ts';
import type { Note } from '#shared/domain/note.ts';
import { formatNumber } from '#shared/domain/numbers/numbers.ts';
import { engagementFacts } from '#shared/domain/own-fields.ts';
import type { Party } from '#shared/domain/party.ts';
import type { Practice } from '#shared/domain/practice.ts';
import type { Question } from '#shared/domain/question.ts';
import { occurrences } from '#shared/domain/recurrence.ts';
import type { Reminder } from '#shared/domain/reminder.ts';
import { requirementLabel, type Requirement, type RequirementsDocument } from '#shared/domain/requirement.ts';
import type { MarkedLine } from '#shared/domain/rich-text.ts';
import type { Source } from '#shared/domain/source.ts';
import type { Task } from '#shared/domain/task.ts';
import type { Language } from '#shared/domain/values.ts';
import { dayOf, formatDay, formatLongDay, formatWallTime } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import { moneyBlocks } from './money-part.ts';

/** What a summary can contain, in the order it is printed. */
export const SUMMARY_PARTS = [
  'contact',
  'keyFacts',
  'custom',
  'people',
  'meetings',
  'requirements',
  'tasks',
  'questions',
  'dates',
  'money',
] as const;
export type SummaryPart = (typeof SUMMARY_PARTS)[number];

/** Everything held in one client file that a summary may say. */
export interface SummarySources {
  readonly client: Client;
  readonly practice: Practice;
  readonly parties: readonly Party[];
  readonly notes: readonly Note[];
  readonly documents: readonly RequirementsDocument[];
  readonly requirements: readonly Requirement[];
  readonly tasks: readonly Task[];
  readonly questions: readonly Question[];
  readonly reminders: readonly Reminder[];
  readonly engagements: readonly Engagement[];
  readonly money: readonly MoneyEntry[];
}

export interface SummaryInput extends SummarySources {
  readonly parts: ReadonlySet<SummaryPart>;
  /** Meetings with the text of their notes. */
  readonly noteText: boolean;
  /** For the practice alone: internal and sensitive lines are printed too. */
  readonly ownUse: boolean;
  readonly language: Language;
  /** Moment of the summary, milliseconds since the epoch: its date, and what «next» means. */
  readonly now: number;
}

export interface ClientSummary {
  readonly document: DocumentModel;
  /** Internal and sensitive lines of the file; none of them is in the document, unless it is for own use. */
  readonly heldBack: readonly MarkedLine[];
}

type Translate = ReturnType<typeof translator>;

/** What the parts need to say themselves. */
interface Saying extends SummaryInput {
  readonly t: Translate;
  /** False for what came from a line held back, and for what repeats its words. */
  readonly mayShow: (text: string, source: Source | null) => boolean;
}

const YEAR_MS = 366 * 86_400_000;

const heading = (text: string, level: 1 | 2 = 1): Block => ({ type: 'heading', level, text: plain(text) });
const quiet = (text: string): Block => ({ type: 'paragraph', text: [{ text, quiet: true }] });
const paragraphs = (text: string): Block[] =>
  text
    .split(/\n{2,}/u)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ type: 'paragraph', text: plain(part) }));

type Row = readonly (string | Inline[])[];

function table(widths: readonly number[], head: readonly string[], rows: readonly Row[]): Block[] {
  if (rows.length === 0) return [];
  return [
    {
      type: 'table',
      widths: [...widths],
      head: head.map((text) => ({ text: plain(text), header: true })),
      rows: rows.map((row) => row.map((cell) => ({ text: typeof cell === 'string' ? plain(cell) : cell }))),
    },
  ];
}

function contact({ t, client, language }: Saying): Block[] {
  const day = (date: string | null): string => (date === null ? '' : formatDay(date, language));
  const facts = [
    { label: t('summary.doc.name'), text: client.name },
    { label: t('summary.doc.contactPerson'), text: client.contactPerson },
    { label: t('summary.doc.email'), text: client.email },
    { label: t('summary.doc.phone'), text: client.phone },
    { label: t('summary.doc.address'), text: client.address },
    ...client.numbers.map(({ kind, value }) => ({
      label: t(`domain.numberKind.${kind}`),
      text: formatNumber(kind, value),
    })),
    { label: t('summary.doc.birthDate'), text: day(client.birthDate) },
    { label: t('summary.doc.clientSince'), text: day(client.acquiredOn) },
  ].filter(({ text }) => text.trim() !== '');
  return [{ type: 'facts', facts: facts.map(({ label, text }) => ({ label, value: plain(text) })) }];
}

const keyFacts = ({ client, mayShow }: Saying): Block[] =>
  paragraphs(client.keyFacts).filter(
    (block) => block.type !== 'paragraph' || block.text.every((run) => mayShow(run.text, null)),
  );

const factsBlock = (facts: readonly { readonly label: string; readonly text: string }[]): Block[] =>
  facts.length === 0
    ? []
    : [{ type: 'facts', facts: facts.map(({ label, text }) => ({ label, value: plain(text) })) }];

/** The fields of the practice's own that have a value, of the client and of each engagement. */
function custom({ t, client, practice, parties, engagements, language, mayShow }: Saying): Block[] {
  const words = {
    language,
    yes: t('register.yes'),
    no: t('register.no'),
    partyName: (id: string) => parties.find((party) => party.id === id)?.name,
  };
  const facts = (practice.customFields[practice.kind] ?? [])
    .map((field) => ({ label: field.label, text: customText(field, client.custom[field.id], words) }))
    .filter(({ text }) => text.trim() !== '' && mayShow(text, null));
  const ofEngagements = engagements
    .filter(({ title }) => mayShow(title, null))
    .flatMap((engagement): Block[] => {
      const own = engagementFacts(engagement, practice, words).filter(({ text }) => mayShow(text, null));
      return own.length === 0 ? [] : [heading(engagement.title, 2), ...factsBlock(own)];
    });
  return [...factsBlock(facts), ...ofEngagements];
}

const people = ({ t, parties }: Saying): Block[] =>
  table(
    [3, 3, 4],
    [t('summary.doc.person'), t('summary.doc.role'), t('summary.doc.reached')],
    parties.map(({ name, role, email, phone }) => [
      name,
      t(`domain.partyRole.${role}`),
      [email, phone].filter((part) => part !== '').join('\n'),
    ]),
  );

function meeting(note: Note, { t, language, noteText, ownUse, mayShow }: Saying): Block[] {
  const day = formatDay(dayOf(note.startedAt), language);
  const title = mayShow(note.title, null) ? note.title : '';
  const place = mayShow(note.place, null) ? note.place : '';
  const attendees = note.attendees.map(({ name }) => name).filter((name) => name.trim() !== '');
  const about = [t(`domain.channel.${note.channel}`), place, attendees.join(', ')];
  return [
    heading([day, title].filter((part) => part !== '').join(' – '), 2),
    quiet(about.filter((part) => part.trim() !== '').join(' · ')),
    ...(noteText
      ? richTextBlocks(note.body, { language, heldBack: ownUse ? [] : HELD_BACK_MARKS, firstHeading: 3 })
      : []),
  ];
}

const meetings = (saying: Saying): Block[] =>
  saying.notes.toSorted((a, b) => b.startedAt - a.startedAt).flatMap((note) => meeting(note, saying));

function requirements({ t, documents, requirements: all, language, mayShow }: Saying): Block[] {
  return documents.flatMap((document) => {
    const places = new Map(document.sections.map(({ id }, index) => [id, index]));
    const place = (sectionId: string): number => places.get(sectionId) ?? places.size;
    const own = all
      .filter(
        ({ documentId, status, text, source }) =>
          documentId === document.id && status !== 'dropped' && text.trim() !== '' && mayShow(text, source),
      )
      .toSorted(
        (a, b) => place(a.sectionId) - place(b.sectionId) || a.order - b.order || a.number - b.number,
      );
    const rows = own.map(({ number, text, priority, status, dueOn }): Row => [
      requirementLabel(number),
      text,
      t(`domain.priority.${priority}`),
      t(`domain.requirementStatus.${status}`),
      dueOn === null ? '' : formatDay(dueOn, language),
    ]);
    const head = [
      t('summary.doc.number'),
      t('summary.doc.requirement'),
      t('summary.doc.priority'),
      t('summary.doc.status'),
      t('summary.doc.due'),
    ];
    return rows.length === 0 ? [] : [heading(document.title, 2), ...table([2, 9, 3, 3, 3], head, rows)];
  });
}

function tasks({ t, tasks: all, language, mayShow }: Saying): Block[] {
  const open = all
    .filter(({ doneAt, title, source }) => doneAt === null && mayShow(title, source))
    .toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
  return table(
    [6, 3, 2],
    [t('summary.doc.task'), t('summary.doc.who'), t('summary.doc.due')],
    open.map(({ title, who, side, dueOn }) => [
      title,
      who === '' ? t(`domain.side.${side}`) : who,
      dueOn === null ? '' : formatDay(dueOn, language),
    ]),
  );
}

function questions({ t, questions: all, mayShow }: Saying): Block[] {
  const open = all.filter(({ answeredAt, text, source }) => answeredAt === null && mayShow(text, source));
  return table(
    [6, 3],
    [t('summary.doc.question'), t('summary.doc.answers')],
    open.map(({ text, askedOf }) => [text, t(`domain.side.${askedOf}`)]),
  );
}

function dates({ t, reminders, language, now, mayShow }: Saying): Block[] {
  const next = reminders
    .filter(({ doneAt, title, source }) => doneAt === null && mayShow(title, source))
    .flatMap((reminder) => {
      const [occurrence] = occurrences({ ...reminder, leadMinutes: 0 }, now, now + YEAR_MS);
      return occurrence ? [{ reminder, occurrence }] : [];
    })
    .toSorted((a, b) => a.occurrence.at - b.occurrence.at);
  return table(
    [3, 6, 3],
    [t('summary.doc.when'), t('summary.doc.what'), t('summary.doc.kind')],
    next.map(({ reminder, occurrence }) => [
      formatWallTime(occurrence.wall, language),
      reminder.title,
      t(`domain.reminderKind.${reminder.kind}`),
    ]),
  );
}

const PARTS: Readonly<Record<SummaryPart, (saying: Saying) => Block[]>> = {
  contact,
  keyFacts,
  custom,
  people,
  meetings,
  requirements,
  tasks,
  questions,
  dates,
  money: moneyBlocks,
};

/** Tells what may be shown, by where it came from and by its words. */
function showing(heldBack: readonly MarkedLine[], { notes, ownUse }: SummaryInput): Saying['mayShow'] {
  if (ownUse) return () => true;
  const isHidden = heldBackSources(notes);
  const words = new Set(heldBack.map(({ text }) => sameWords(text)));
  return (text, source) => !isHidden(source) && !words.has(sameWords(text));
}

/**
 * The summary of a client file: the chosen parts, each under its heading; parts with nothing to say are left out. What
 * came from internal and sensitive lines is held back, unless the summary is for own use.
 */
export function clientSummary(input: SummaryInput): ClientSummary {
  const { client, practice, language, ownUse, now } = input;
  const t = translator(language);
  const heldBack = input.notes.flatMap((note) => heldBackLines(note.body));
  const saying: Saying = { ...input, t, mayShow: showing(heldBack, input) };
  const chosen = SUMMARY_PARTS.filter((part) => input.parts.has(part));
  const day = formatLongDay(dayOf(now), language);
  return {
    document: {
      title: client.name,
      language,
      letterhead: letterheadLines(practice.letterhead),
      subtitle: [t('summary.title'), day, ownUse ? t('summary.doc.ownUse') : '']
        .filter((part) => part !== '')
        .join(' · '),
      blocks: chosen.flatMap((part) => {
        const blocks = PARTS[part](saying);
        return blocks.length === 0 ? [] : [heading(t(`summary.part.${part}`)), ...blocks];
      }),
      foot: [practice.confidentiality, ownUse ? t('summary.doc.ownUse') : '']
        .filter((part) => part !== '')
        .join(' · ')
        .slice(0, 300),
    },
    heldBack: ownUse ? [] : heldBack,
  };
}
