import { parse as parseUuid } from 'uuid';
import type { Client, LifecycleStage } from '#shared/domain/client.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Question } from '#shared/domain/question.ts';
import type { Requirement } from '#shared/domain/requirement.ts';
import type { IsoDate } from '#shared/domain/values.ts';

const DAY_MS = 86_400_000;
/** An open question is left alone for so long. */
const QUESTION_DAYS = 7;
/** Stages in which nothing is expected to go on. */
const OVER: ReadonlySet<LifecycleStage> = new Set(['lost', 'ended'] as const);

/** Why a file seems to be forgotten, the weightiest first. `count`: questions, requirements; `days`: without contact. */
export type Forgotten =
  | { readonly why: 'question' | 'requirement'; readonly count: number }
  | { readonly why: 'noContact'; readonly days: number | null }
  | { readonly why: 'noNextDate' };

/** What is looked at beside the clients themselves. */
export interface ForgottenSources {
  /** Questions nobody has answered. */
  readonly questions: readonly Question[];
  /** Requirements that are neither done nor dropped. */
  readonly requirements: readonly Requirement[];
  /** Requirements that a task works on which is not done. */
  readonly planned: ReadonlySet<RecordId>;
}

/** The moment at which a record was made, milliseconds since the epoch: its id begins with it (RFC 9562, version 7). */
const madeAt = (id: string): number =>
  parseUuid(id)
    .slice(0, 6)
    .reduce((sum, byte) => sum * 256 + byte, 0);

function countByFile(records: readonly { readonly fileId: FileId }[]): ReadonlyMap<FileId, number> {
  const counts = new Map<FileId, number>();
  for (const { fileId } of records) counts.set(fileId, (counts.get(fileId) ?? 0) + 1);
  return counts;
}

interface Facts {
  readonly client: Client;
  readonly lastContact: number | null;
  readonly nextDate: IsoDate | null;
}

/**
 * Tells why files seem to be forgotten. A file of somebody who was lost, or with whom it ended, never is; a day that is
 * planned ahead makes up for a long silence.
 * @param days How long a silence may be.
 * @param now Milliseconds since the epoch; `today` is the day of it.
 */
export function forgottenBy(
  { questions, requirements, planned }: ForgottenSources,
  { days, now, today }: { readonly days: number; readonly now: number; readonly today: IsoDate },
): (facts: Facts) => readonly Forgotten[] {
  const unanswered = countByFile(questions.filter(({ id }) => now - madeAt(id) >= QUESTION_DAYS * DAY_MS));
  const unplanned = countByFile(requirements.filter(({ id }) => !planned.has(id)));
  return ({ client, lastContact, nextDate }) => {
    if (OVER.has(client.stage)) return [];
    const found: Forgotten[] = [];
    const asked = unanswered.get(client.fileId) ?? 0;
    if (asked > 0) found.push({ why: 'question', count: asked });
    const wanted = unplanned.get(client.fileId) ?? 0;
    if (wanted > 0) found.push({ why: 'requirement', count: wanted });
    const silent = lastContact === null ? null : Math.floor((now - lastContact) / DAY_MS);
    const ahead = nextDate !== null && nextDate >= today;
    if (!ahead && (silent === null || silent >= days)) found.push({ why: 'noContact', days: silent });
    if (nextDate === null) found.push({ why: 'noNextDate' });
    return found;
  };
}

/** What is to be done about a forgotten file first. */
export type NextStep = 'answer' | 'addTask' | 'followUp';

/** The next step that the weightiest reason asks for; null where there is none. */
export function nextStepOf(reasons: readonly Forgotten[]): NextStep | null {
  const [first] = reasons;
  if (!first) return null;
  switch (first.why) {
    case 'question':
      return 'answer';
    case 'requirement':
      return 'addTask';
    case 'noContact':
    case 'noNextDate':
      return 'followUp';
    default:
      return first satisfies never;
  }
}
