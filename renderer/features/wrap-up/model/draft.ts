import { z } from 'zod';
import type { DraftBody } from '#shared/domain/draft.ts';
import { lineIdSchema, type RecordId, recordIdSchema } from '#shared/domain/ids.ts';
import { sideSchema } from '#shared/domain/note.ts';
import { PRIORITIES } from '#shared/domain/requirement.ts';
import { type IsoDate, isoDateSchema, lineSchema, textSchema } from '#shared/domain/values.ts';
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

/** What may be edited in a line, of whichever group. */
const lineEditsSchema = z
  .object({
    text: textSchema,
    include: z.boolean(),
    side: sideSchema,
    who: lineSchema,
    dueOn: isoDateSchema.nullable(),
    priority: z.enum(PRIORITIES),
    askedOf: z.enum(['client', 'practice']),
    serves: z.union([lineIdSchema, recordIdSchema]).nullable(),
    withTask: z.boolean(),
  })
  .partial();
type LineEdits = z.infer<typeof lineEditsSchema>;

/** What the user made different from what the note proposes. */
const editsSchema = z.object({
  /** By line. */
  lines: z.record(z.string(), lineEditsSchema),
  documentId: recordIdSchema.optional(),
  next: z.object({
    kind: z.enum(['none', 'meeting', 'followUp']).exactOptional(),
    title: textSchema.exactOptional(),
    day: isoDateSchema.nullable().exactOptional(),
    time: lineSchema.exactOptional(),
    leadMinutes: z.number().exactOptional(),
  }),
});
type Kept = DraftBody['values'];

const GROUPS = ['decided', 'forClient', 'tasks', 'wanted', 'questions'] as const;

const differing = (edited: object, before: object): Kept =>
  Object.fromEntries(Object.entries(edited).filter(([key, value]) => value !== before[key as keyof object]));

/** What was edited in a draft, to be kept. Null: nothing. */
export function editsOf(draft: Draft, proposal: Draft): Kept | null {
  const lines: Record<string, Kept> = {};
  for (const group of GROUPS)
    for (const [at, line] of draft[group].entries()) {
      const edits = differing(line, proposal[group][at] ?? {});
      if (Object.keys(edits).length > 0) lines[line.lineId] = edits;
    }
  const next = differing(draft.next, proposal.next);
  const { documentId } = draft;
  const document = documentId === null || documentId === proposal.documentId ? {} : { documentId };
  const none = Object.keys({ ...lines, ...next, ...document }).length === 0;
  return none ? null : { lines, next, ...document };
}

/** A line with those edits that its group knows. */
const editedLine = <Line extends { readonly lineId: string }>(line: Line, edits: LineEdits = {}): Line => ({
  ...line,
  ...Object.fromEntries(Object.entries(edits).filter(([key]) => key in line)),
});

/**
 * The draft to show: the note as it is now, with what was edited before.
 * @param kept What {@link editsOf} found, as it was kept; anything else counts as nothing.
 * @param documents The requirements documents there are: one that was chosen may be gone.
 */
export function resumeDraft(
  fresh: Draft,
  kept: unknown,
  documents: readonly { readonly id: RecordId }[],
): Draft {
  const { data: edits } = editsSchema.safeParse(kept);
  if (!edits) return fresh;
  const edited = <Line extends { readonly lineId: string }>(lines: readonly Line[]): readonly Line[] =>
    lines.map((line) => editedLine(line, edits.lines[line.lineId]));
  const chosen = documents.find(({ id }) => id === edits.documentId);
  return {
    decided: edited(fresh.decided),
    forClient: edited(fresh.forClient),
    tasks: edited(fresh.tasks),
    wanted: edited(fresh.wanted),
    questions: edited(fresh.questions),
    documentId: chosen ? chosen.id : fresh.documentId,
    next: { ...fresh.next, ...edits.next },
  };
}
