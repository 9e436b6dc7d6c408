import type { Language } from '#shared/domain/values.ts';
import type { DueOccurrence, PayloadOf } from '#shared/ipc/contract.ts';
import type { Log } from '#main/services/log/log.ts';
import type { SessionService } from '#main/services/session/session.ts';
import { type Notice, noticesFor } from './announcer.ts';
import { openLedger } from './ledger.ts';
import type { LedgerFile } from './ledger-file.ts';
import type { Planned, PlanStore } from './plan-store.ts';
import { createScheduler, type Scheduler, type SchedulerDeps } from './scheduler.ts';

/** Acknowledged occurrences older than this are forgotten, unless they are planned still. */
const KEEP_MS = 120 * 86_400_000;

export interface RemindersDeps extends Pick<SchedulerDeps, 'clock' | 'monotonic' | 'setTimer'> {
  readonly log: Log;
  readonly ledgerFile: LedgerFile;
  readonly planStore: PlanStore;
  readonly session: Pick<SessionService, 'reminderKey' | 'looking' | 'onChange'>;
  readonly language: () => Language;
  /** Shows a notice outside the window; calls back when the user clicks it. */
  readonly show: (notice: Notice, onClick: () => void) => void;
  readonly bringUpWindow: () => void;
  readonly emitFired: (fired: DueOccurrence[]) => void;
  readonly emitOpen: (target: PayloadOf<'reminders.open'>) => void;
}

/** Watches over the plan for as long as the app runs. */
export interface RemindersService {
  plan(plan: readonly Planned[]): Promise<void>;
  due(): Promise<DueOccurrence[]>;
  acknowledge(ids: readonly string[]): Promise<void>;
  /** The machine woke or its screen was unlocked. */
  readonly wake: () => void;
  readonly stop: () => void;
}

/** Starts watching over the plan that is on disk. */
export function createReminders(deps: RemindersDeps): RemindersService {
  const { clock, log, session } = deps;
  let labels = new Map<string, Uint8Array>();
  /** What a click asked for while nobody could answer: given out after the next unlock. */
  let asked: PayloadOf<'reminders.open'> | null = null;
  let scheduler: Scheduler | null = null;

  const clicked = (target: PayloadOf<'reminders.open'>): void => {
    deps.bringUpWindow();
    if (session.reminderKey() === null) asked = target;
    else deps.emitOpen(target);
  };

  const start = async () => {
    const ledger = await openLedger(deps.ledgerFile, log);
    const plan = await deps.planStore.load();
    const announce = (fired: readonly DueOccurrence[]): void => {
      deps.emitFired([...fired]);
      const notices = noticesFor(fired, {
        language: deps.language(),
        key: session.reminderKey(),
        looking: session.looking() !== null,
        label: (id) => labels.get(id),
        dueCount: ledger.due().length,
      });
      for (const notice of notices) deps.show(notice, () => clicked(notice.opens));
    };
    const watching = createScheduler({ ...deps, ledger, announce });
    scheduler = watching;
    const put = (next: readonly Planned[]): void => {
      labels = new Map(next.map(({ id, label }) => [id, label]));
      watching.setPlan(next);
    };
    put(plan);
    await ledger
      .compact(({ id, at }) => labels.has(id) || at > clock.now() - KEEP_MS)
      .catch((error: unknown) => log.error('Reminder ledger not compacted', error));
    return { ledger, put };
  };

  const started = start();
  started.catch((error: unknown) => log.error('Reminders not started', error));

  return {
    async plan(plan) {
      const { put } = await started;
      put(plan);
      await deps.planStore.save(plan);
    },
    async due() {
      const { ledger } = await started;
      const target = asked;
      asked = null;
      // Whoever asks what is due listens: now the click that waited for the unlock can be followed.
      if (target !== null && session.reminderKey() !== null) deps.emitOpen(target);
      return [...ledger.due()];
    },
    async acknowledge(ids) {
      const { ledger } = await started;
      await ledger.acknowledge(ids);
    },
    wake: () => scheduler?.wake(),
    stop: () => scheduler?.stop(),
  };
}
