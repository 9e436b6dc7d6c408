import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { newFileId } from '#shared/domain/ids.ts';
import type { Reminder } from '#shared/domain/reminder.ts';
import type { Task } from '#shared/domain/task.ts';
import { nextDates, reminderMoment } from './next-date.ts';

const fileId = newFileId();
const TODAY = '2026-11-22';
const task = (dueOn: string | null, doneAt: number | null = null): Task =>
  ({ fileId, dueOn, doneAt }) as Task;
const reminder = (at: string, more: Partial<Reminder> = {}): Reminder =>
  ({ fileId, at, zone: 'Europe/Prague', doneAt: null, rule: null, ...more }) as Reminder;
const next = (tasks: readonly Task[], reminders: readonly Reminder[] = []): string | undefined =>
  nextDates(tasks, reminders, TODAY).get(fileId);

describe('the next date of a file', () => {
  it('is the earliest of open tasks and reminders', () => {
    expect(next([task('2026-12-05'), task('2026-12-01')], [reminder('2026-12-03T09:00')])).toBe('2026-12-01');
    expect(next([task('2026-12-05')], [reminder('2026-12-03T09:00')])).toBe('2026-12-03');
  });

  it('is in the past when something is overdue', () => {
    expect(next([task('2026-11-01'), task('2026-12-01')])).toBe('2026-11-01');
  });

  it('leaves out what is done or has no day', () => {
    expect(
      next([task('2026-11-01', 5), task(null)], [reminder('2026-11-02T09:00', { doneAt: 5 })]),
    ).toBeUndefined();
  });

  it('does not take the long gone start of a recurring reminder for a date', () => {
    expect(next([], [reminder('2020-01-01T09:00', { rule: 'FREQ=YEARLY' })])).toBeUndefined();
  });

  it('reads a wall time in the zone of the reminder', () => {
    const late = reminder('2026-11-30T23:30', { zone: 'America/New_York' });
    expect(DateTime.fromMillis(reminderMoment(late), { zone: 'utc' }).toISO()).toBe(
      '2026-12-01T04:30:00.000Z',
    );
    expect(next([], [late])).toBe('2026-12-01');
  });
});
