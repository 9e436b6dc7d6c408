import { describe, expect, it } from 'vitest';
import type { Task } from '#shared/domain/task.ts';
import { grouped, groupOf } from './groups.ts';

/** A Wednesday. */
const TODAY = '2026-11-18';
const task = (title: string, dueOn: string | null): Task => ({ title, dueOn }) as Task;

describe('when a task is due', () => {
  it.each([
    ['2026-11-17', 'overdue'],
    ['2026-11-18', 'today'],
    ['2026-11-19', 'week'],
    ['2026-11-25', 'week'],
    ['2026-11-26', 'later'],
    [null, 'noDate'],
  ] as const)('%s is %s', (day, group) => {
    expect(groupOf(day, TODAY)).toBe(group);
  });

  it('keeps the order of the groups, the earliest first within each, and leaves out empty ones', () => {
    const groups = grouped(
      [task('c', null), task('b', '2026-12-02'), task('a', '2026-12-01'), task('d', '2026-11-01')],
      TODAY,
    );
    expect(groups.map(([group, tasks]) => [group, tasks.map(({ title }) => title)])).toEqual([
      ['overdue', ['d']],
      ['later', ['a', 'b']],
      ['noDate', ['c']],
    ]);
  });
});
