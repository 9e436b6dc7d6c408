import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { Reminder } from '#shared/domain/reminder.ts';
import type { Task } from '#shared/domain/task.ts';
import { todayLists } from './today.ts';

const ZONE = 'Europe/Prague';
const NOW = DateTime.fromISO('2026-11-22T10:00', { zone: ZONE }).toMillis();
const reminder = (title: string, at: string, more: Partial<Reminder> = {}): Reminder =>
  ({ title, at, zone: ZONE, kind: 'followUp', doneAt: null, rule: null, ...more }) as Reminder;
const task = (title: string, dueOn: string | null): Task => ({ title, dueOn, doneAt: null }) as Task;
const titles = (list: readonly { readonly title: string }[]): readonly string[] =>
  list.map(({ title }) => title);

describe('what today asks for', () => {
  const { due, meetings, tasks } = todayLists(
    [
      reminder('tonight', '2026-11-22T23:59'),
      reminder('missed', '2026-11-20T09:00'),
      reminder('tomorrow', '2026-11-23T00:00'),
      reminder('done', '2026-11-22T09:00', { doneAt: NOW }),
      reminder('meeting today', '2026-11-22T08:00', { kind: 'meeting' }),
      reminder('meeting in a week', '2026-11-29T23:00', { kind: 'meeting' }),
      reminder('meeting later', '2026-11-30T08:00', { kind: 'meeting' }),
      reminder('meeting missed', '2026-11-21T08:00', { kind: 'meeting' }),
    ],
    [
      task('late', '2026-11-01'),
      task('now', '2026-11-22'),
      task('next', '2026-11-23'),
      task('some day', null),
    ],
    NOW,
  );

  it('lists reminders of today and before, the earliest first', () => {
    expect(titles(due)).toEqual(['missed', 'meeting missed', 'tonight']);
  });

  it('lists the meetings of today and a week', () => {
    expect(titles(meetings)).toEqual(['meeting today', 'meeting in a week']);
  });

  it('lists tasks of today and overdue', () => {
    expect(titles(tasks)).toEqual(['late', 'now']);
  });
});
