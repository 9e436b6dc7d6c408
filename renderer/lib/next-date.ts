import { DateTime } from 'luxon';
import type { FileId } from '#shared/domain/ids.ts';
import type { Reminder } from '#shared/domain/reminder.ts';
import type { Task } from '#shared/domain/task.ts';
import type { IsoDate } from '#shared/domain/values.ts';
import { dayOf } from '#shared/i18n/format.ts';

/** The moment of a reminder's wall time in its zone, milliseconds since the epoch. */
export const reminderMoment = ({ at, zone }: Pick<Reminder, 'at' | 'zone'>): number =>
  DateTime.fromISO(at, { zone }).toMillis();

/** The day on which a reminder comes next, where the machine stands; null when that cannot be told from its start. */
function reminderDay(reminder: Reminder, today: IsoDate): IsoDate | null {
  if (reminder.doneAt !== null) return null;
  const day = dayOf(reminderMoment(reminder));
  return reminder.rule !== null && day < today ? null : day;
}

/** The earliest day of each file on which a task or a reminder is due; in the past when it is overdue. */
export function nextDates(
  tasks: readonly Task[],
  reminders: readonly Reminder[],
  today: IsoDate,
): ReadonlyMap<FileId, IsoDate> {
  const days = new Map<FileId, IsoDate>();
  const take = (fileId: FileId, day: IsoDate | null): void => {
    const known = days.get(fileId);
    if (day !== null && (known === undefined || day < known)) days.set(fileId, day);
  };
  for (const { fileId, dueOn, doneAt } of tasks) if (doneAt === null) take(fileId, dueOn);
  for (const reminder of reminders) take(reminder.fileId, reminderDay(reminder, today));
  return days;
}
