import { z } from 'zod';
import type { Clock } from '#shared/lib/clock.ts';
import { parseJson, readIfThere, writeDurably } from '#main/lib/durable-file.ts';
import type { Log } from '#main/services/log/log.ts';

const attemptsFileSchema = z.object({
  failures: z.number().int().nonnegative(),
  waitUntil: z.number().int().nonnegative(),
});
type Attempts = z.infer<typeof attemptsFileSchema>;

/** Failures that cost nothing: typing errors. */
const FREE_FAILURES = 2;
/** Seconds to wait after the third failure, the fourth, and so on; the last one stays. */
const WAITS = [5, 15, 30, 60, 120] as const;
const LONGEST_WAIT_MS = 120_000;

/** Milliseconds to wait after so many failures in a row. */
export function waitAfter(failures: number): number {
  if (failures <= FREE_FAILURES) return 0;
  const step = Math.min(failures - FREE_FAILURES - 1, WAITS.length - 1);
  return (WAITS[step] ?? 0) * 1000;
}

export interface AttemptsService {
  read(): Promise<Attempts>;
  /** Counts one attempt at the passphrase. A success starts the count anew. */
  report(success: boolean): Promise<Attempts>;
}

/**
 * Counts failed attempts in a file, so that starting the app again does not start the count again.
 *
 * The screen does the waiting, and main does not enforce it, because that would guard nothing: the header lies in a file
 * that whoever runs a program on this computer can read, and guesses at a copy of it ask nobody. Against that stands the
 * price of each guess, Argon2id. The wait is against somebody who guesses at the keyboard, and they have only the screen.
 */
export function createAttempts(deps: {
  readonly file: string;
  readonly clock: Clock;
  readonly log: Log;
}): AttemptsService {
  const { file, clock, log } = deps;
  let known: Attempts | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  async function load(): Promise<Attempts> {
    try {
      const text = await readIfThere(file);
      if (text === null) return { failures: 0, waitUntil: 0 };
      return attemptsFileSchema.parse(parseJson(text));
    } catch (error) {
      // A count that cannot be read is no clean sheet: whoever damaged it would have gained by it.
      log.error('Count of attempts unreadable', error);
      const failures = FREE_FAILURES + 1;
      return { failures, waitUntil: clock.now() + waitAfter(failures) };
    }
  }

  async function current(): Promise<Attempts> {
    known ??= await load();
    // A clock that was set back must not lock its owner out.
    const latest = clock.now() + LONGEST_WAIT_MS;
    if (known.waitUntil > latest) known = { ...known, waitUntil: latest };
    return known;
  }

  async function count(success: boolean): Promise<Attempts> {
    const failures = success ? 0 : (await current()).failures + 1;
    known = { failures, waitUntil: success ? 0 : clock.now() + waitAfter(failures) };
    try {
      await writeDurably(file, JSON.stringify(known));
    } catch (error) {
      // The count holds in memory; a full disk must not keep the right passphrase out.
      log.error('Count of attempts not stored', error);
    }
    return known;
  }

  const inTurn = (work: () => Promise<Attempts>): Promise<Attempts> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };
  return { read: () => inTurn(current), report: (success) => inTurn(() => count(success)) };
}
