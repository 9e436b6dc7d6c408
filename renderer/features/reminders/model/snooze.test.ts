import { describe, expect, it } from 'vitest';
import { instantOf } from '#shared/domain/recurrence.ts';
import type { Reminder } from '#shared/domain/reminder.ts';
import { aReminder } from '#test/builders/bodies.ts';
import { putOff, snoozedUntil } from './snooze.ts';

const ZONE = 'Europe/Prague';
const at = (wall: string): number => instantOf(wall, ZONE);
const reminder = (changes: Partial<Reminder> = {}): Reminder =>
  ({
    ...aReminder({ zone: ZONE, at: '2026-11-22T14:00', leadMinutes: 60, rule: null, doneAt: null }),
    ...changes,
  }) as Reminder;

describe('snoozedUntil', () => {
  const now = at('2026-11-22T13:02') + 20_500;
  const due = { at: at('2026-11-22T13:00') };

  it.each([
    ['tenMinutes', '2026-11-22T13:13'],
    ['oneHour', '2026-11-22T14:03'],
    ['tomorrow', '2026-11-23T13:00'],
  ] as const)('%s is at %s', (how, expected) => {
    expect(snoozedUntil(how, due, now)).toBe(at(expected));
  });

  it('keeps the time of day over a change of the clocks', () => {
    expect(snoozedUntil('tomorrow', { at: at('2026-10-24T13:00') }, at('2026-10-24T18:00'))).toBe(
      at('2026-10-25T13:00'),
    );
  });
});

describe('putOff', () => {
  it('keeps the time of what is still to come', () => {
    expect(putOff(reminder(), at('2026-11-22T13:10'))).toEqual({ change: { leadMinutes: 50 } });
  });

  it('moves what has passed', () => {
    expect(putOff(reminder(), at('2026-11-22T14:10'))).toEqual({
      change: { at: '2026-11-22T14:10', leadMinutes: 0 },
    });
  });

  it('leaves a repeated reminder alone and adds a single one', () => {
    const again = putOff(reminder({ rule: 'FREQ=DAILY', title: 'Call' }), at('2026-11-23T13:00'));
    expect(again).toMatchObject({
      add: { title: 'Call', at: '2026-11-23T13:00', leadMinutes: 0, rule: null, doneAt: null },
    });
  });
});
