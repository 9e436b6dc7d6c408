import { type LineMark, plainText } from '#shared/domain/rich-text.ts';
import { fold } from '#shared/lib/fold.ts';
import type { Note } from '#shared/domain/note.ts';
import type { TimelineEntry } from './timeline.ts';

/** What entries can be narrowed to. */
export const ENTRY_GROUPS = [
  'meetings',
  'tasks',
  'questions',
  'reminders',
  'requirements',
  'sheets',
  'documents',
  'engagements',
  'client',
] as const;
type EntryGroup = (typeof ENTRY_GROUPS)[number];

const GROUP_OF: Readonly<Record<TimelineEntry['kind'], EntryGroup>> = {
  note: 'meetings',
  taskAdded: 'tasks',
  taskDone: 'tasks',
  questionAsked: 'questions',
  questionAnswered: 'questions',
  reminder: 'reminders',
  reminderDone: 'reminders',
  requirements: 'requirements',
  sheet: 'sheets',
  document: 'documents',
  engagementBegun: 'engagements',
  engagementEnded: 'engagements',
  payment: 'engagements',
  stage: 'client',
  consentGiven: 'client',
  consentWithdrawn: 'client',
  perk: 'client',
  conflictCheck: 'client',
  imported: 'client',
};

/** What the timeline is narrowed to; nothing chosen means all. */
export interface TimelineFilter {
  readonly groups: readonly EntryGroup[];
  /** Notes with at least one of these marks; other entries have none. */
  readonly marks: readonly LineMark[];
  /** Words, all of which must stand in it. */
  readonly text: string;
}

export const ALL_ENTRIES: TimelineFilter = { groups: [], marks: [], text: '' };

const bodies = new WeakMap<Note, string>();

/** The words of a note, folded; made once a note. */
function wordsOf(note: Note): string {
  const known = bodies.get(note);
  if (known !== undefined) return known;
  const { title, place, attendees, body } = note;
  const text = fold(
    [title, place, ...attendees.map(({ name }) => name), ...(body.content ?? []).map(plainText)].join(' '),
  );
  bodies.set(note, text);
  return text;
}

function textOf(entry: TimelineEntry): string {
  switch (entry.kind) {
    case 'note':
      return wordsOf(entry.note);
    case 'taskAdded':
    case 'taskDone':
      return fold(entry.task.title);
    case 'questionAsked':
    case 'questionAnswered':
      return fold(`${entry.question.text} ${entry.question.answer}`);
    case 'reminder':
    case 'reminderDone':
      return fold(entry.reminder.title);
    case 'requirements':
      return fold([entry.document.title, ...entry.texts].join(' '));
    case 'sheet':
      return fold(entry.title);
    case 'document':
      return fold(entry.attachment.name);
    case 'engagementBegun':
    case 'engagementEnded':
      return fold(`${entry.engagement.title} ${entry.engagement.contract}`);
    case 'payment':
      return fold(`${entry.payment.text} ${entry.payment.number}`);
    case 'stage':
      return fold(entry.change.reason);
    case 'consentGiven':
    case 'consentWithdrawn':
      return fold(entry.consent.paper);
    case 'perk':
      return fold(entry.text);
    case 'conflictCheck':
      return fold(entry.check.queries.join(' '));
    case 'imported':
      return fold(entry.fileName);
    default:
      return entry satisfies never;
  }
}

const isMarked = (entry: TimelineEntry, marks: readonly LineMark[]): boolean =>
  entry.kind === 'note' && entry.marks.some(({ mark }) => marks.includes(mark));

/** The entries that a filter leaves, in their order. */
export function filterEntries(
  entries: readonly TimelineEntry[],
  { groups, marks, text }: TimelineFilter,
): readonly TimelineEntry[] {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return entries.filter((entry) => {
    if (groups.length > 0 && !groups.includes(GROUP_OF[entry.kind])) return false;
    if (marks.length > 0 && !isMarked(entry, marks)) return false;
    if (words.length === 0) return true;
    const own = textOf(entry);
    return words.every((word) => own.includes(word));
  });
}
