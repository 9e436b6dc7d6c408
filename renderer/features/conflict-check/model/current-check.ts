import { create } from 'zustand';
import { searchReady } from '#renderer/entities/search/index.ts';
import type { ClientBody } from '#shared/domain/client.ts';
import { checkConflicts, type ConflictResult } from '#renderer/operations/conflicts/conflict-search.ts';
import { systemClock } from '#shared/lib/clock.ts';

/** Most that one check takes. */
export const MOST_QUERIES = 50;
const LONGEST_QUERY = 200;

/** The check that is on the screen. It stays while the user looks into a client file. */
interface CurrentCheck {
  readonly typed: string;
  /** Why it is decided as it will be, as far as that is written. */
  readonly reason: string;
  /** Who decides; null: nobody was written, the professional is meant. */
  readonly by: string | null;
  readonly state: 'typing' | 'missing' | 'tooMany' | 'reading' | 'checking' | 'done';
  /** Records read so far, while they are read for the first time. */
  readonly read: number;
  readonly result: ConflictResult | null;
  readonly failure: unknown;
  /** The client for whom the check is made and whose file is not opened yet. */
  readonly pending: Partial<ClientBody> | null;
  /** Counts the checks that were begun with names from elsewhere: each is a check of its own. */
  readonly begun: number;
}

const EMPTY: CurrentCheck = {
  typed: '',
  reason: '',
  by: null,
  state: 'typing',
  read: 0,
  result: null,
  failure: null,
  pending: null,
  begun: 0,
};

/** The check on the screen. */
export const useCurrentCheck = create<CurrentCheck>(() => EMPTY);
const set = useCurrentCheck.setState;

/** The names and numbers in what was typed: one a line. */
export const queriesIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .normalize('NFC')
      .split(/[\n;]/)
      .map((line) => line.trim().slice(0, LONGEST_QUERY))
      .filter((line) => /[\p{L}\p{N}]/u.test(line)),
  ),
];

/** Takes what was typed; what was found before is about something else. */
export const changeTyped = (typed: string): void =>
  set({ typed, state: 'typing', result: null, failure: null });

/** Takes what is written about the decision. */
export const changeDecision = (patch: Partial<Pick<CurrentCheck, 'reason' | 'by'>>): void => set(patch);

/** Empties the form. */
export const startOver = (): void => set(({ begun }) => ({ ...EMPTY, begun }));

/** The decision is kept in a record: what was written for it is needed no more. */
export const decided = (): void => set({ reason: '', by: null });

/**
 * Begins a check with names and numbers that are known already.
 * @param pending The client whose file is to be opened after it.
 */
export function startCheck(queries: readonly string[], pending: Partial<ClientBody> | null): void {
  const typed = queries.filter((query) => query.trim() !== '').join('\n');
  set(({ begun }) => ({ ...EMPTY, typed, pending, begun: begun + 1 }));
}

/** Looks for what was typed. What went wrong is kept for the screen. */
export async function runCheck(): Promise<void> {
  const { typed, state } = useCurrentCheck.getState();
  if (state === 'reading' || state === 'checking') return;
  const queries = queriesIn(typed);
  if (queries.length === 0) return set({ state: 'missing' });
  if (queries.length > MOST_QUERIES) return set({ state: 'tooMany' });
  const current = (): boolean => useCurrentCheck.getState().typed === typed;
  try {
    set({ state: 'reading', failure: null });
    await searchReady((read) => set({ read }));
    if (!current()) return undefined;
    set({ state: 'checking' });
    const result = await checkConflicts(queries, systemClock.now());
    if (current()) set({ state: 'done', result });
  } catch (failure) {
    if (current()) set({ state: 'typing', failure });
  }
  return undefined;
}
