import { DateTime } from 'luxon';
import { instantOf, wallTimeAt } from '#shared/domain/recurrence.ts';
import type { Reminder, ReminderBody } from '#shared/domain/reminder.ts';
import type { DueOccurrence } from '#shared/ipc/contract.ts';

export const SNOOZES = ['tenMinutes', 'oneHour', 'tomorrow'] as const;
/** How long a due reminder is put off. */
export type Snooze = (typeof SNOOZES)[number];

const MINUTE_MS = 60_000;

/** The next moment of a reminder that is put off: a whole minute. «Tomorrow» is at the time of day it fired at. */
export function snoozedUntil(snooze: Snooze, due: Pick<DueOccurrence, 'at'>, now: number): number {
  if (snooze === 'tomorrow') {
    const { hour, minute } = DateTime.fromMillis(due.at);
    return DateTime.fromMillis(now)
      .plus({ days: 1 })
      .set({ hour, minute, second: 0, millisecond: 0 })
      .toMillis();
  }
  const wait = snooze === 'tenMinutes' ? 10 : 60;
  return Math.ceil(now / MINUTE_MS + wait) * MINUTE_MS;
}

/** How a reminder is changed to speak up again, or which one is added beside it. */
export type Again =
  | { readonly change: Pick<ReminderBody, 'leadMinutes'> | Pick<ReminderBody, 'at' | 'leadMinutes'> }
  | { readonly add: ReminderBody };

/**
 * Puts a reminder off until a moment. One that speaks up ahead of its time keeps its time as long as it can; a repeated one
 * stays as it is, and a single one is added beside it.
 */
export function putOff(reminder: Reminder, until: number): Again {
  const { title, kind, zone, source, rule } = reminder;
  const moved = { at: wallTimeAt(until, zone), leadMinutes: 0 };
  if (rule !== null) return { add: { title, kind, zone, source, ...moved, rule: null, doneAt: null } };
  const ahead = instantOf(reminder.at, zone) - until;
  if (ahead >= 0) return { change: { leadMinutes: Math.floor(ahead / MINUTE_MS) } };
  return { change: moved };
}
