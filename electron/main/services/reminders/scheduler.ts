import type { DueOccurrence, Occurrence } from '#shared/ipc/contract.ts';
import type { Clock } from '#shared/lib/clock.ts';
import type { Log } from '#main/services/log/log.ts';
import type { Ledger } from './ledger.ts';

/** Longest time between two looks at the clock: timers stand still over sleep and overflow after 24.8 days. */
export const LONGEST_TICK_MS = 30_000;
/** Later than this is not «on time» any more. */
const LATE_MS = 60_000;
/** Difference between the wall clock and the monotonic clock that is no drift but a sleep or a changed clock. */
const JUMP_MS = 2_000;

export interface SchedulerDeps {
  readonly clock: Clock;
  /** Milliseconds of a clock that nobody sets. */
  readonly monotonic: () => number;
  /** Runs something once, later. Returns what takes it back. */
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly ledger: Ledger;
  /** Tells the user. Called once for each occurrence, after the ledger has it, soonest first. */
  readonly announce: (fired: readonly DueOccurrence[]) => void;
  readonly log: Log;
}

/** Fires each occurrence of the plan exactly once, never early. */
export interface Scheduler {
  /** Replaces the plan. What has fired before does not fire again. */
  setPlan(plan: readonly Occurrence[]): void;
  /** Looks at the clock now: after sleep, or when the screen was unlocked. */
  readonly wake: () => void;
  readonly stop: () => void;
}

const nothing = (): void => undefined;

/** Makes a scheduler; it starts with its first plan. */
export function createScheduler(deps: SchedulerDeps): Scheduler {
  const { clock, monotonic, setTimer, ledger, announce, log } = deps;
  /** What has not fired, soonest first. */
  let pending: readonly Occurrence[] = [];
  let cancelTimer = nothing;
  let startedAt: number | null = null;
  let lastLook: { readonly wall: number; readonly steady: number } | null = null;
  let stopped = false;
  let queue: Promise<unknown> = Promise.resolve();

  const noteJump = (wall: number, steady: number): void => {
    if (!lastLook) return;
    const jump = wall - lastLook.wall - (steady - lastLook.steady);
    if (Math.abs(jump) > JUMP_MS) log.info('The clock jumped', { seconds: Math.round(jump / 1000) });
  };

  /** Late, and because nobody looked at its moment: the app was off, asleep, or the clock jumped over it. */
  const isMissed = (at: number, now: number, lookedAt: number | null): boolean =>
    now - at > LATE_MS && (at < (startedAt ?? now) || (lookedAt !== null && at > lookedAt));

  const look = async (): Promise<void> => {
    if (stopped) return;
    const now = clock.now();
    startedAt ??= now;
    const steady = monotonic();
    noteJump(now, steady);
    const lookedAt = lastLook?.wall ?? null;
    lastLook = { wall: now, steady };
    const count = pending.findIndex((occurrence) => occurrence.at > now);
    const due = (count === -1 ? pending : pending.slice(0, count)).filter(({ id }) => !ledger.has(id));
    pending = count === -1 ? [] : pending.slice(count);
    if (due.length > 0)
      await fire(
        due.map(({ id, reminderId, fileId, at }) => ({
          id,
          reminderId,
          fileId,
          at,
          missed: isMissed(at, now, lookedAt),
        })),
      );
    waitForNext();
  };

  const fire = async (due: readonly DueOccurrence[]): Promise<void> => {
    try {
      await ledger.fire(due);
    } catch (error) {
      // A reminder that stays silent is worse than one that might speak twice after a crash on a full disk.
      log.error('Reminder ledger not written', error);
    }
    if (!stopped) announce(due);
  };

  const waitForNext = (): void => {
    cancelTimer();
    if (stopped) return;
    const next = pending[0];
    const wait =
      next === undefined ? LONGEST_TICK_MS : Math.max(1, Math.min(LONGEST_TICK_MS, next.at - clock.now()));
    cancelTimer = setTimer(lookInTurn, wait);
  };

  const lookInTurn = (): void => {
    queue = queue.then(look).catch((error: unknown) => {
      log.error('Reminders not looked at', error);
      waitForNext();
    });
  };

  return {
    setPlan(plan) {
      pending = plan.filter(({ id }) => !ledger.has(id)).toSorted((a, b) => a.at - b.at);
      lookInTurn();
    },
    wake: lookInTurn,
    stop() {
      stopped = true;
      cancelTimer();
    },
  };
}
