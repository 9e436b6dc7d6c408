import type { LineId, RecordId } from '#shared/domain/ids.ts';
import { textWithoutParts } from '#shared/domain/line-parts.ts';
import type { Attendee, Note, Side } from '#shared/domain/note.ts';
import type { Question } from '#shared/domain/question.ts';
import type { Reminder } from '#shared/domain/reminder.ts';
import type { Priority, Requirement, RequirementsDocument } from '#shared/domain/requirement.ts';
import { linesAbove, markedLines, type LineMark, type MarkedLine } from '#shared/domain/rich-text.ts';
import type { Source } from '#shared/domain/source.ts';
import type { Task } from '#shared/domain/task.ts';
import type { IsoDate } from '#shared/domain/values.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { fold } from '#shared/lib/fold.ts';

/** A line of the note as the wrap-up shows it. */
export interface WrapUpLine {
  readonly lineId: LineId;
  /** Words as they will be kept; starts as the note has them, or as the record has them that was made before. */
  readonly text: string;
}

interface RecordLine extends WrapUpLine {
  /** What the note would propose now. Differs from `text` when the record or the line was edited since. */
  readonly inNote: string;
  /** Whether this wrap-up writes it. A record made before stays when it is left out. */
  readonly include: boolean;
  /** True when an earlier wrap-up made a record of this line, which is then updated. */
  readonly known: boolean;
}

/** A line that becomes a task. */
export interface WrapUpTask extends RecordLine {
  readonly side: Side;
  readonly who: string;
  readonly dueOn: IsoDate | null;
  /** The requirement it works on: a line of this wrap-up, or a requirement that the file holds; null: none. */
  readonly serves: LineId | RecordId | null;
}

/** A line that becomes a numbered requirement. */
export interface WrapUpRequirement extends RecordLine {
  readonly priority: Priority;
  /** Whether a task is made of the same line, which works on it. */
  readonly withTask: boolean;
  /** True when that task is there already. */
  readonly hasTask: boolean;
}

/** A line that becomes an open question. */
export interface WrapUpQuestion extends RecordLine {
  readonly askedOf: Question['askedOf'];
}

/** What happens next with this client. */
export interface NextStep {
  readonly kind: 'meeting' | 'followUp';
  /** Empty in a proposal whose wording is left to the screen. */
  readonly title: string;
  /** Wall time `YYYY-MM-DDTHH:mm` in the machine's zone. */
  readonly at: string;
  readonly leadMinutes: number;
}

/** The one sheet that closes a meeting. */
export interface WrapUp {
  readonly decided: readonly WrapUpLine[];
  readonly forClient: readonly WrapUpLine[];
  readonly tasks: readonly WrapUpTask[];
  readonly wanted: readonly WrapUpRequirement[];
  readonly questions: readonly WrapUpQuestion[];
  /** Document that receives new requirements; null: the client has none, one will be made. */
  readonly documentId: RecordId | null;
  readonly next: NextStep | null;
}

/** What the client file holds already. */
export interface FileRecords {
  readonly tasks: readonly Task[];
  readonly requirements: readonly Requirement[];
  readonly documents: readonly RequirementsDocument[];
  readonly questions: readonly Question[];
  readonly reminders: readonly Reminder[];
}

/** Names by which sides are told apart. */
export interface Names {
  readonly client: string;
  readonly professional: string;
}

/** The source of what came from a note as a whole and from no line of it: the next reminder. */
export const wholeNote = (noteId: RecordId): Source => ({ noteId, lineId: noteId as string as LineId });

/** True when a record came from that place. */
export const cameFrom = ({ source }: { readonly source: Source | null }, at: Source): boolean =>
  source?.noteId === at.noteId && source.lineId === at.lineId;

const wordsOf = (name: string): readonly string[] => fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Names bend in Czech, Polish and Russian: «Jana», «Janě»; «Пётр», «Петру». */
function sameWord(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < shorter && a[shared] === b[shared]) shared += 1;
  return a === b || (shorter >= 3 && shared >= shorter - 1 && Math.abs(a.length - b.length) <= 2);
}

const names = (one: string, other: string): boolean =>
  wordsOf(one).some((word) => wordsOf(other).some((part) => sameWord(word, part)));

/** On whose side somebody is, by name: attendees first, then the client and the professional. Ours when nobody is named. */
export function sideOf(who: string, attendees: readonly Attendee[], known: Names): Side {
  if (who.trim() === '') return 'practice';
  const exact = attendees.find(({ name }) => fold(name.trim()) === fold(who.trim()));
  const there = exact ?? attendees.find(({ name }) => names(who, name));
  if (there) return there.side;
  if (names(who, known.professional)) return 'practice';
  return names(who, known.client) ? 'client' : 'other';
}

interface Matched<Body> {
  readonly line: MarkedLine;
  readonly record: Body | undefined;
}

/** The lines of one mark, each with the record an earlier wrap-up made of it. */
function matched<Body extends { readonly source: Source | null }>(
  note: Note,
  mark: LineMark,
  records: readonly Body[],
): readonly Matched<Body>[] {
  return markedLines(note.body)
    .filter((line) => line.mark === mark)
    .map((line) => ({
      line,
      record: records.find((record) => cameFrom(record, { noteId: note.id, lineId: line.lineId })),
    }));
}

/** Finds the requirement that a task of this note works on. */
function servedBy(
  note: Note,
  requirements: readonly Requirement[],
): (line: LineId, task: Task | undefined) => LineId | RecordId | null {
  const wanted = matched(note, 'requirement', requirements);
  const above = linesAbove(note.body, 'requirement');
  return (line, task) => {
    const [linked] = task?.requirementIds ?? [];
    if (linked) return wanted.find(({ record }) => record?.id === linked)?.line.lineId ?? linked;
    // A task that was asked about before stays as it was left.
    if (task?.requirementIds) return null;
    const under = wanted.find(({ line: { lineId } }) => lineId === above.get(line));
    if (under) return under.line.lineId;
    // The line was a requirement before it became a task: both stand on it.
    return requirements.find((one) => cameFrom(one, { noteId: note.id, lineId: line }))?.id ?? null;
  };
}

function taskLines(
  note: Note,
  known: Names,
  { tasks, requirements }: Pick<FileRecords, 'tasks' | 'requirements'>,
): readonly WrapUpTask[] {
  const people = note.attendees.map(({ name }) => name);
  const serves = servedBy(note, requirements);
  return matched(note, 'task', tasks).map(({ line, record }) => {
    const held = { who: line.who !== '', due: line.due !== null };
    const inNote = textWithoutParts(line.text, dayOf(note.startedAt), people, held).slice(0, 500);
    return {
      lineId: line.lineId,
      inNote,
      text: record?.title ?? inNote,
      include: true,
      known: record !== undefined,
      side: record?.side ?? sideOf(line.who, note.attendees, known),
      who: record?.who ?? line.who,
      dueOn: record ? record.dueOn : line.due,
      serves: serves(line.lineId, record),
    };
  });
}

function wantedLines(
  note: Note,
  { tasks, requirements }: Pick<FileRecords, 'tasks' | 'requirements'>,
): readonly WrapUpRequirement[] {
  return matched(note, 'requirement', requirements).map(({ line, record }) => {
    const task = tasks.find((one) => cameFrom(one, { noteId: note.id, lineId: line.lineId }));
    return {
      lineId: line.lineId,
      inNote: line.text,
      text: record?.text ?? line.text,
      include: true,
      known: record !== undefined,
      priority: record?.priority ?? 'should',
      withTask: task !== undefined,
      hasTask: record !== undefined && (task?.requirementIds ?? []).includes(record.id),
    };
  });
}

/** Minutes before a meeting at which the app speaks up, unless the user says otherwise. */
export const MEETING_LEAD = 15;

function nextStep(note: Note, reminders: readonly Reminder[]): NextStep | null {
  const made = reminders.find((reminder) => cameFrom(reminder, wholeNote(note.id)));
  const agreed = note.nextMeeting;
  if (!made)
    return agreed === null ? null : { kind: 'meeting', title: '', at: agreed, leadMinutes: MEETING_LEAD };
  const { title, at, leadMinutes } = made;
  return { title, at, leadMinutes, kind: made.kind === 'meeting' ? 'meeting' : 'followUp' };
}

const newest = (documents: readonly RequirementsDocument[]): RecordId | null => documents.at(-1)?.id ?? null;

/**
 * What a wrap-up of this note would do: its marked lines in groups, in reading order. Internal and sensitive lines are in
 * none. A line that was wrapped up before shows what its record says now.
 */
export function proposeWrapUp(note: Note, records: FileRecords, known: Names): WrapUp {
  const linesOf = (mark: LineMark): readonly WrapUpLine[] =>
    matched(note, mark, []).map(({ line: { lineId, text } }) => ({ lineId, text }));
  return {
    decided: linesOf('decision'),
    forClient: linesOf('forClient'),
    tasks: taskLines(note, known, records),
    wanted: wantedLines(note, records),
    questions: matched(note, 'question', records.questions).map(({ line, record }) => ({
      lineId: line.lineId,
      inNote: line.text,
      text: record?.text ?? line.text,
      include: true,
      known: record !== undefined,
      askedOf: record?.askedOf ?? 'client',
    })),
    documentId: newest(records.documents),
    next: nextStep(note, records.reminders),
  };
}

/** True when no line of the note was marked for the wrap-up. */
export const nothingMarked = (wrapUp: WrapUp): boolean =>
  [wrapUp.decided, wrapUp.forClient, wrapUp.tasks, wrapUp.wanted, wrapUp.questions].every(
    (lines) => lines.length === 0,
  );
