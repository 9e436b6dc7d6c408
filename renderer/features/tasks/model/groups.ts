import { DateTime } from 'luxon';
import { groupBy } from '#renderer/lib/group-by.ts';
import type { Task } from '#shared/domain/task.ts';
import type { IsoDate } from '#shared/domain/values.ts';

export const GROUPS = ['overdue', 'today', 'week', 'later', 'noDate'] as const;
/** When a task is due, seen from today. */
export type Group = (typeof GROUPS)[number];

/** The group of a day; `week` are the seven days to come. */
export function groupOf(dueOn: IsoDate | null, today: IsoDate): Group {
  if (dueOn === null) return 'noDate';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  const horizon = DateTime.fromISO(today).plus({ days: 7 }).toISODate() ?? today;
  return dueOn <= horizon ? 'week' : 'later';
}

/** The groups that hold something, in order, each with its tasks, the earliest due first. */
export function grouped(
  tasks: readonly Task[],
  today: IsoDate,
): readonly (readonly [Group, readonly Task[]])[] {
  const byGroup = groupBy(
    tasks.toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? '') || a.title.localeCompare(b.title)),
    ({ dueOn }) => groupOf(dueOn, today),
  );
  return GROUPS.flatMap((group) => {
    const own = byGroup.get(group);
    return own ? [[group, own] as const] : [];
  });
}
