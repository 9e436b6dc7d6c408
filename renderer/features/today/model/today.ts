import { DateTime } from 'luxon';
import { reminderMoment } from '#renderer/lib/next-date.ts';
import type { Reminder } from '#shared/domain/reminder.ts';
import type { Task } from '#shared/domain/task.ts';
import { dayOf } from '#shared/i18n/format.ts';

/** Days ahead in which meetings are shown. */
const AHEAD_DAYS = 7;

/** What a day asks for. */
export interface TodayLists {
  /** Reminders of today and of days gone by, the earliest first. */
  readonly due: readonly Reminder[];
  /** Meetings of today and the next seven days. */
  readonly meetings: readonly Reminder[];
  /** Tasks due today or overdue, the earliest first. */
  readonly tasks: readonly Task[];
}

const isMeeting = (reminder: Reminder): boolean => reminder.kind === 'meeting';

/**
 * Sorts out what today asks for.
 * @param now Milliseconds since the epoch; days are those of the machine's zone.
 */
export function todayLists(reminders: readonly Reminder[], tasks: readonly Task[], now: number): TodayLists {
  const today = dayOf(now);
  const midnight = DateTime.fromMillis(now).startOf('day');
  const begin = midnight.toMillis();
  const end = midnight.plus({ days: 1 }).toMillis();
  const horizon = midnight.plus({ days: AHEAD_DAYS + 1 }).toMillis();
  const standing = reminders
    .filter(({ doneAt }) => doneAt === null)
    .map((reminder) => ({ reminder, at: reminderMoment(reminder) }))
    // Where a recurring one stands now cannot be told from its start; the bell tells when it is due.
    .filter(({ reminder, at }) => reminder.rule === null || at >= begin)
    .toSorted((a, b) => a.at - b.at);
  return {
    due: standing
      .filter(({ reminder, at }) => at < end && (!isMeeting(reminder) || at < begin))
      .map(({ reminder }) => reminder),
    meetings: standing
      .filter(({ reminder, at }) => isMeeting(reminder) && at >= begin && at < horizon)
      .map(({ reminder }) => reminder),
    tasks: tasks.filter(({ dueOn }) => dueOn !== null && dueOn <= today),
  };
}
