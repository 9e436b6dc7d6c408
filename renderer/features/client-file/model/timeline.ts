import type { Attachment } from '#shared/domain/attachment.ts';
import type { Engagement } from '#shared/domain/engagement.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { isRefund, type MoneyEntry } from '#shared/domain/money-entry.ts';
import type { Note } from '#shared/domain/note.ts';
import type { Question } from '#shared/domain/question.ts';
import type { Reminder } from '#shared/domain/reminder.ts';
import type { Requirement, RequirementsDocument } from '#shared/domain/requirement.ts';
import { type LineMark, markedLines } from '#shared/domain/rich-text.ts';
import type { Sheet } from '#shared/domain/sheet.ts';
import type { Task } from '#shared/domain/task.ts';
import type { IsoDate } from '#shared/domain/values.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { groupBy } from '#renderer/lib/group-by.ts';
import { reminderMoment } from '#renderer/lib/next-date.ts';
import { type FilePast, noonOf, type PastEntry, pastEntries } from './past.ts';

/** Everything of one file that has a place in time. */
export interface FileRecords {
  readonly notes: readonly Note[];
  readonly tasks: readonly Task[];
  readonly questions: readonly Question[];
  readonly reminders: readonly Reminder[];
  readonly documents: readonly RequirementsDocument[];
  readonly requirements: readonly Requirement[];
  readonly sheets: readonly Sheet[];
  readonly attachments: readonly Attachment[];
  readonly engagements: readonly Engagement[];
  readonly money: readonly MoneyEntry[];
}

/** Something that happened, or will, at a moment (milliseconds since the epoch). */
export type TimelineEntry = PastEntry | RecordEntry;

type RecordEntry = { readonly key: string; readonly at: number; readonly dayOnly?: true } & (
  | { readonly kind: 'note'; readonly note: Note; readonly marks: readonly MarkCount[] }
  | { readonly kind: 'taskAdded' | 'taskDone'; readonly task: Task }
  | { readonly kind: 'questionAsked' | 'questionAnswered'; readonly question: Question }
  | { readonly kind: 'reminder' | 'reminderDone'; readonly reminder: Reminder }
  | {
      readonly kind: 'requirements';
      readonly document: RequirementsDocument;
      readonly count: number;
      readonly texts: readonly string[];
    }
  | { readonly kind: 'sheet'; readonly sheet: Sheet; readonly title: string }
  | { readonly kind: 'document'; readonly attachment: Attachment }
  | { readonly kind: 'engagementBegun' | 'engagementEnded'; readonly engagement: Engagement }
  | { readonly kind: 'payment'; readonly payment: MoneyEntry }
);

/** How many lines of a note carry a mark. */
export interface MarkCount {
  readonly mark: LineMark;
  readonly count: number;
}

/** The entries of one day, the latest first. */
export interface TimelineDay {
  readonly day: IsoDate;
  readonly entries: readonly TimelineEntry[];
}

/** When a record was made: UUID version 7 begins with the time, 48 bits of milliseconds (RFC 9562). */
export const madeAt = (id: RecordId): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

/** How many lines of a note carry each mark, in the order the marks first appear. */
export function marksOf(note: Note): readonly MarkCount[] {
  const counts = new Map<LineMark, number>();
  for (const { mark } of markedLines(note.body)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return [...counts].map(([mark, count]) => ({ mark, count }));
}

const noteEntries = (notes: readonly Note[]): TimelineEntry[] =>
  notes.map((note) => ({
    kind: 'note',
    key: note.id,
    at: note.startedAt,
    note,
    marks: marksOf(note),
  }));

/** What came out of a note is told by the note; only what was added by hand has an entry of its own. */
const taskEntries = (tasks: readonly Task[]): TimelineEntry[] =>
  tasks.flatMap((task): TimelineEntry[] => [
    ...(task.source === null
      ? [{ kind: 'taskAdded' as const, key: `${task.id}+`, at: madeAt(task.id), task }]
      : []),
    ...(task.doneAt === null
      ? []
      : [{ kind: 'taskDone' as const, key: `${task.id}-`, at: task.doneAt, task }]),
  ]);

const questionEntries = (questions: readonly Question[]): TimelineEntry[] =>
  questions.flatMap((question): TimelineEntry[] => [
    ...(question.source === null
      ? [{ kind: 'questionAsked' as const, key: `${question.id}+`, at: madeAt(question.id), question }]
      : []),
    ...(question.answeredAt === null
      ? []
      : [{ kind: 'questionAnswered' as const, key: `${question.id}-`, at: question.answeredAt, question }]),
  ]);

const reminderEntries = (reminders: readonly Reminder[]): TimelineEntry[] =>
  reminders.map((reminder) =>
    reminder.doneAt === null
      ? { kind: 'reminder', key: reminder.id, at: reminderMoment(reminder), reminder }
      : { kind: 'reminderDone', key: reminder.id, at: reminder.doneAt, reminder },
  );

/** Requirements of one document made on one day are one entry. */
function requirementEntries({ documents, requirements, notes }: FileRecords): TimelineEntry[] {
  const noteTimes = new Map(notes.map((note) => [note.id, note.wrappedAt ?? note.startedAt]));
  const time = ({ id, source }: Requirement): number =>
    (source === null ? undefined : noteTimes.get(source.noteId)) ?? madeAt(id);
  return documents.flatMap((document) => {
    const own = requirements.filter(({ documentId }) => documentId === document.id);
    const days = groupBy(own, (requirement) => dayOf(time(requirement)));
    return [...days].map(([day, made]): TimelineEntry => ({
      kind: 'requirements',
      key: `${document.id}-${day}`,
      at: Math.max(...made.map(time)),
      document,
      count: made.length,
      texts: made.map(({ text }) => text),
    }));
  });
}

function sheetEntries({ sheets, notes }: FileRecords): TimelineEntry[] {
  const titles = new Map(notes.map((note) => [note.id, note.title]));
  return sheets.map((sheet) => ({
    kind: 'sheet',
    key: sheet.id,
    at: sheet.madeAt,
    sheet,
    title: titles.get(sheet.noteId) ?? '',
  }));
}

const documentEntries = (attachments: readonly Attachment[]): TimelineEntry[] =>
  attachments.map((attachment) => ({
    kind: 'document',
    key: attachment.id,
    at: attachment.addedAt,
    attachment,
  }));

/** An engagement has begun when it is agreed on, and ended when it is over; each has a day and no time. */
const engagementEntries = (engagements: readonly Engagement[]): TimelineEntry[] =>
  engagements.flatMap((engagement): TimelineEntry[] => {
    const { id, startOn, endOn, status } = engagement;
    const over = status === 'done' || status === 'cancelled';
    const entry = (kind: 'engagementBegun' | 'engagementEnded', day: IsoDate): TimelineEntry => ({
      kind,
      key: `${id}-${kind}`,
      at: noonOf(day),
      dayOnly: true,
      engagement,
    });
    return [
      ...(startOn === null || status === 'proposed' ? [] : [entry('engagementBegun', startOn)]),
      ...(endOn === null || !over ? [] : [entry('engagementEnded', endOn)]),
    ];
  });

const paymentEntries = (money: readonly MoneyEntry[]): TimelineEntry[] =>
  money
    .filter((entry) => entry.kind === 'payment' || isRefund(entry))
    .map((payment) => ({
      kind: 'payment',
      key: payment.id,
      at: noonOf(payment.day),
      dayOnly: true,
      payment,
    }));

/** All that happened in a file and all that is planned, the latest first. */
export function timelineEntries(records: FileRecords, past: FilePast | null): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...noteEntries(records.notes),
    ...taskEntries(records.tasks),
    ...questionEntries(records.questions),
    ...reminderEntries(records.reminders),
    ...requirementEntries(records),
    ...sheetEntries(records),
    ...documentEntries(records.attachments),
    ...engagementEntries(records.engagements),
    ...paymentEntries(records.money),
    ...(past ? pastEntries(past) : []),
  ];
  return entries.toSorted((a, b) => b.at - a.at);
}

/** Entries by day, in their order. */
export function byDay(entries: readonly TimelineEntry[]): readonly TimelineDay[] {
  const days = groupBy(entries, ({ at }) => dayOf(at));
  return [...days].map(([day, own]) => ({ day, entries: own }));
}
