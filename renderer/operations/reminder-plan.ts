import { liveQuery } from 'dexie';
import { sealLabel } from '#shared/crypto/labels.ts';
import { clientRecord, type Client } from '#shared/domain/client.ts';
import { instantOf, occurrences, stillFires } from '#shared/domain/recurrence.ts';
import { reminderRecord, type Reminder } from '#shared/domain/reminder.ts';
import type { Occurrence, RequestOf } from '#shared/ipc/contract.ts';
import { systemClock, type Clock } from '#shared/lib/clock.ts';
import type { Language } from '#shared/domain/values.ts';
import { anniversaryReminders } from './anniversaries.ts';
import { reminderKey, wholeVault } from '#renderer/db/index.ts';
import { platform, value } from '#renderer/platform/index.ts';

const DAY_MS = 86_400_000;
/** How far ahead main knows what to say, without the vault being opened. */
const AHEAD_MS = 90 * DAY_MS;
/** How far back repeated reminders are caught up with; single ones are never given up. */
const BACK_MS = 35 * DAY_MS;
/** Most that main takes. */
const MOST = 50_000;
/** Changes come in bursts: the plan is made when they have paused so long, milliseconds. */
const QUIET_MS = 300;
/** The plan is made anew so often, so that its end stays 90 days away. */
const AGAIN_MS = 6 * 3_600_000;
const RETRY_MS = 30_000;

/** What is to be said when, not sealed yet. */
export interface PlannedReminder extends Occurrence {
  readonly title: string;
  readonly client: string;
}

/** When the reminder was made: the first 48 bits of its id (UUID version 7); the beginning of time for other ids. */
const madeAt = (id: string): number =>
  id[14] === '7' ? Number.parseInt(id.replace('-', '').slice(0, 12), 16) : 0;

/**
 * What main is to say, soonest first: open reminders from now on for 90 days, and what may have been missed. A moment
 * before the reminder was made is none that could have been missed.
 */
export function reminderPlan(
  reminders: readonly Reminder[],
  clients: readonly Client[],
  now: number,
): readonly PlannedReminder[] {
  const names = new Map(clients.map(({ fileId, name }) => [fileId, name]));
  const planned = reminders
    .filter((reminder) => reminder.doneAt === null)
    .flatMap((reminder) => {
      const { id: reminderId, fileId, title, zone, rule } = reminder;
      const made = madeAt(reminderId);
      return occurrences(reminder, rule === null ? 0 : now - BACK_MS, now + AHEAD_MS)
        .filter(({ wall }) => instantOf(wall, zone) >= made)
        .map(({ id, at }) => ({ id, reminderId, fileId, at, title, client: names.get(fileId) ?? '' }));
    });
  return planned.toSorted((a, b) => a.at - b.at).slice(0, MOST);
}

/** Seals labels, each text once: most of a plan is the same as the one before. */
function createSealer(): (planned: readonly PlannedReminder[]) => RequestOf<'reminders.plan'> {
  let known = new Map<string, Uint8Array<ArrayBuffer>>();
  return (planned) => {
    const next = new Map<string, Uint8Array<ArrayBuffer>>();
    const key = reminderKey();
    const sealed = planned.map(({ title, client, ...occurrence }) => {
      const text = JSON.stringify([occurrence.id, title, client]);
      const label = known.get(text) ?? sealLabel(key, occurrence.id, { title, client });
      next.set(text, label);
      return { ...occurrence, label };
    });
    known = next;
    return sealed;
  };
}

/** Takes from the list of due reminders what is done, gone, or was moved since it fired. */
async function settleDue(reminders: readonly Reminder[]): Promise<void> {
  const open = new Map(
    reminders.filter(({ doneAt }) => doneAt === null).map((reminder) => [reminder.id, reminder]),
  );
  const stale = (await value(platform().reminders.due())).filter((occurrence) => {
    const reminder = open.get(occurrence.reminderId);
    return reminder === undefined || !stillFires(reminder, occurrence);
  });
  if (stale.length > 0) await value(platform().reminders.acknowledge(stale.map(({ id }) => id)));
}

/**
 * Keeps the plan of the main process in step with the reminders and anniversaries of the open vault, titled in a language, until the function it returns is
 * called.
 */
export function startReminderPlan(language: Language, clock: Clock = systemClock): () => void {
  const seal = createSealer();
  let latest: { readonly reminders: readonly Reminder[]; readonly clients: readonly Client[] } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let ended = false;

  const later = (ms: number): void => {
    clearTimeout(timer);
    if (!ended) timer = setTimeout(() => void (running = running.then(make)), ms);
  };
  const make = async (): Promise<void> => {
    if (latest === null || ended) return;
    const { clients } = latest;
    const reminders = [...latest.reminders, ...anniversaryReminders(clients, clock.now(), language)];
    later(AGAIN_MS);
    try {
      await value(platform().reminders.plan(seal(reminderPlan(reminders, clients, clock.now()))));
      await settleDue(reminders);
    } catch {
      // Main could not take it (a full disk, say) and goes on with what it has; it is offered again.
      later(RETRY_MS);
    }
  };

  const watching = liveQuery(async () => ({
    reminders: await wholeVault().all(reminderRecord),
    clients: await wholeVault().all(clientRecord),
  })).subscribe({
    next: (read) => {
      latest = read;
      later(QUIET_MS);
    },
    error: () => later(RETRY_MS),
  });
  return () => {
    ended = true;
    clearTimeout(timer);
    watching.unsubscribe();
  };
}
