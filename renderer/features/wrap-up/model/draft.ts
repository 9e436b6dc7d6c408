import type { RecordId } from '#shared/domain/ids.ts';
import type { IsoDate } from '#shared/domain/values.ts';
import { MEETING_LEAD, type NextStep, type WrapUp } from '#renderer/operations/wrap-up.ts';

/** The next step while it is filled in. */
export interface NextDraft {
  readonly kind: 'none' | NextStep['kind'];
  readonly title: string;
  readonly day: IsoDate | null;
  /** `HH:mm`. */
  readonly time: string;
  readonly leadMinutes: number;
}

/** A wrap-up while it is edited. */
export interface Draft extends Omit<WrapUp, 'next'> {
  readonly next: NextDraft;
}

/** Groups whose lines may be left out. */
export type ChosenGroup = 'tasks' | 'wanted' | 'questions';

const EMPTY_NEXT: NextDraft = {
  kind: 'none',
  title: '',
  day: null,
  time: '09:00',
  leadMinutes: MEETING_LEAD,
};

/** The proposal as the fields of the screen show it. */
export function draftOf({ next, ...lines }: WrapUp): Draft {
  if (next === null) return { ...lines, next: EMPTY_NEXT };
  const { kind, title, leadMinutes, at } = next;
  return { ...lines, next: { kind, title, leadMinutes, day: at.slice(0, 10), time: at.slice(11) } };
}

/** True when a next step is wanted and its day is missing. */
export const lacksDay = ({ next }: Draft): boolean => next.kind !== 'none' && next.day === null;

/**
 * What is confirmed.
 * @param title What the reminder says when nothing was written.
 */
export function wrapUpOf({ next, ...lines }: Draft, title: string): WrapUp {
  const { kind, day, time, leadMinutes } = next;
  if (kind === 'none' || day === null) return { ...lines, next: null };
  return {
    ...lines,
    next: { kind, title: next.title.trim() || title, at: `${day}T${time}`, leadMinutes },
  };
}

interface Kept {
  readonly proposal: Draft;
  readonly draft: Draft;
}

const kept = new Map<RecordId, Kept>();

/** Keeps what was edited while the user goes back to the note. In memory: it is gone when the vault locks. */
export const keepDraft = (noteId: RecordId, proposal: Draft, draft: Draft): void =>
  void kept.set(noteId, { proposal, draft });

/** Drops what was kept, once it is confirmed. */
export const forgetDraft = (noteId: RecordId): void => void kept.delete(noteId);

/** A fresh object in which those fields that were edited have the edited values. */
function withEdits<T extends object>(fresh: T, before: T, edited: T): T {
  const changes = Object.entries(edited).filter(([key, value]) => value !== before[key as keyof T]);
  return { ...fresh, ...Object.fromEntries(changes) };
}

function withEditedLines<Line extends { readonly lineId: string }>(
  fresh: readonly Line[],
  before: readonly Line[],
  edited: readonly Line[],
): readonly Line[] {
  return fresh.map((line) => {
    const was = before.find(({ lineId }) => lineId === line.lineId);
    const is = edited.find(({ lineId }) => lineId === line.lineId);
    return was && is ? withEdits(line, was, is) : line;
  });
}

/** The draft to show: the note as it is now, with the edits that were made before going back to it. */
export function resumeDraft(noteId: RecordId, fresh: Draft): Draft {
  const held = kept.get(noteId);
  if (!held) return fresh;
  const { proposal, draft } = held;
  return {
    decided: withEditedLines(fresh.decided, proposal.decided, draft.decided),
    forClient: withEditedLines(fresh.forClient, proposal.forClient, draft.forClient),
    tasks: withEditedLines(fresh.tasks, proposal.tasks, draft.tasks),
    wanted: withEditedLines(fresh.wanted, proposal.wanted, draft.wanted),
    questions: withEditedLines(fresh.questions, proposal.questions, draft.questions),
    documentId: draft.documentId === proposal.documentId ? fresh.documentId : draft.documentId,
    next: withEdits(fresh.next, proposal.next, draft.next),
  };
}
