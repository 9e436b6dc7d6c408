import { heldBackLines, heldBackSources, sameWords } from '#shared/documents/held-back.ts';
import type { Client } from '#shared/domain/client.ts';
import type { LineId } from '#shared/domain/ids.ts';
import type { Note, Side } from '#shared/domain/note.ts';
import type { Practice } from '#shared/domain/practice.ts';
import type { Question } from '#shared/domain/question.ts';
import type { Requirement } from '#shared/domain/requirement.ts';
import { markedLines, type LineMark, type MarkedLine } from '#shared/domain/rich-text.ts';
import type { Source } from '#shared/domain/source.ts';
import type { Task } from '#shared/domain/task.ts';
import type { IsoDate } from '#shared/domain/values.ts';
import { proposeWrapUp } from '#renderer/operations/wrap-up.ts';

/** What a sheet is made of. Records of the whole file may be given: those of other notes are passed over. */
export interface SheetSources {
  readonly note: Note;
  readonly client: Client;
  readonly practice: Practice;
  readonly tasks: readonly Task[];
  readonly requirements: readonly Requirement[];
  readonly questions: readonly Question[];
}

/** One agreed line, in the words it was agreed in. */
export interface SheetLine {
  /** The line of the note it stands in; names its translation. */
  readonly lineId: LineId;
  readonly text: string;
}
export interface SheetTask extends SheetLine {
  readonly who: string;
  readonly dueOn: IsoDate | null;
}
export interface SheetRequirement extends SheetLine {
  /** Null while the wrap-up has not made a requirement of the line. */
  readonly number: number | null;
  readonly dueOn: IsoDate | null;
}
export interface SheetQuestion extends SheetLine {
  readonly askedOf: 'client' | 'practice' | null;
}

/** What a sheet says, before it has a language. */
export interface SheetContent {
  readonly title: string;
  readonly place: string;
  readonly decisions: readonly SheetLine[];
  readonly tasks: Readonly<Record<Side, readonly SheetTask[]>>;
  readonly requirements: readonly SheetRequirement[];
  readonly questions: readonly SheetQuestion[];
  readonly forClient: readonly SheetLine[];
  /** Lines kept from the sheet, in the words they would have had. */
  readonly heldBack: readonly MarkedLine[];
}

type Draft = Pick<SheetContent, 'decisions' | 'requirements' | 'questions' | 'forClient'> & {
  readonly tasks: readonly (SheetTask & { readonly side: Side })[];
};

const ofMark = (lines: readonly MarkedLine[], mark: LineMark): readonly MarkedLine[] =>
  lines.filter((line) => line.mark === mark);

/** Before the wrap-up: what it would propose of the note's lines. */
function fromLines({ note, client, practice }: SheetSources): Draft {
  const nothing = { tasks: [], requirements: [], documents: [], questions: [], reminders: [] };
  const names = { client: client.name, professional: practice.professional };
  const { decided, tasks, wanted, questions, forClient } = proposeWrapUp(note, nothing, names);
  return {
    decisions: decided,
    tasks,
    requirements: wanted.map(({ lineId, text }) => ({ lineId, text, number: null, dueOn: null })),
    questions: questions.map(({ lineId, text }) => ({ lineId, text, askedOf: null })),
    forClient,
  };
}

/** After the wrap-up: the records made of the note, with the words confirmed there. */
function fromRecords(sources: SheetSources): Draft {
  const { note } = sources;
  const lines = markedLines(note.body);
  const ours = <T extends { readonly source: Source | null }>(records: readonly T[]) =>
    records.flatMap((record) =>
      record.source?.noteId === note.id ? [{ ...record, lineId: record.source.lineId }] : [],
    );
  return {
    decisions: ofMark(lines, 'decision'),
    tasks: ours(sources.tasks).map(({ lineId, title, who, dueOn, side }) => ({
      lineId,
      text: title,
      who,
      dueOn,
      side,
    })),
    requirements: ours(sources.requirements)
      .filter(({ status }) => status !== 'dropped')
      .map(({ lineId, text, number, dueOn }) => ({ lineId, text, number, dueOn })),
    questions: ours(sources.questions)
      .filter(({ answeredAt }) => answeredAt === null)
      .map(({ lineId, text, askedOf }) => ({ lineId, text, askedOf })),
    forClient: ofMark(lines, 'forClient'),
  };
}

/**
 * What was agreed, and what is kept back: internal and sensitive lines, whatever was made of them, and whatever repeats
 * their words.
 */
export function sheetContent(sources: SheetSources): SheetContent {
  const { note } = sources;
  const hidden = heldBackLines(note.body);
  const fromHidden = heldBackSources([note]);
  const hiddenWords = new Set(hidden.map((line) => sameWords(line.text)));
  const repeats = (text: string): boolean => hiddenWords.has(sameWords(text));
  const isHidden = (line: SheetLine): boolean =>
    repeats(line.text) || fromHidden({ noteId: note.id, lineId: line.lineId });
  const heldBack: MarkedLine[] = [...hidden];
  const shown = <T extends SheetLine>(mark: LineMark, candidates: readonly T[]): readonly T[] =>
    candidates.filter((line) => {
      if (!isHidden(line)) return true;
      const told = heldBack.some(
        (one) => one.lineId === line.lineId && sameWords(one.text) === sameWords(line.text),
      );
      if (!told) heldBack.push({ lineId: line.lineId, mark, text: line.text, who: '', due: null });
      return false;
    });

  const draft = (note.wrappedAt === null ? fromLines : fromRecords)(sources);
  const tasks = shown('task', draft.tasks);
  return {
    title: repeats(note.title) ? '' : note.title,
    place: repeats(note.place) ? '' : note.place,
    decisions: shown('decision', draft.decisions),
    tasks: {
      client: tasks.filter(({ side }) => side === 'client'),
      practice: tasks.filter(({ side }) => side === 'practice'),
      other: tasks.filter(({ side }) => side === 'other'),
    },
    requirements: shown('requirement', draft.requirements),
    questions: shown('question', draft.questions),
    forClient: shown('forClient', draft.forClient),
    heldBack,
  };
}

/** Every line the sheet shows, in its order: what can be worded in a second language. */
export const shownLines = (content: SheetContent): readonly SheetLine[] => [
  ...content.decisions,
  ...content.tasks.client,
  ...content.tasks.practice,
  ...content.tasks.other,
  ...content.requirements,
  ...content.questions,
  ...content.forClient,
];
