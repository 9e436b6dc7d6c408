import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { newRecordId } from './ids.ts';
import { instantOf, isReadableRule, occurrences, type Recurring, wallTimeAt } from './recurrence.ts';

const ID = newRecordId();
const reminder = (changes: Partial<Recurring>): Recurring => ({
  id: ID,
  at: '2026-03-27T09:00',
  zone: 'Europe/Prague',
  leadMinutes: 0,
  rule: null,
  ...changes,
});
const utc = (iso: string): number => Date.parse(`${iso}Z`);
const year = (changes: Partial<Recurring>, which = 2026) =>
  occurrences(reminder(changes), utc(`${which}-01-01T00:00`), utc(`${which + 1}-01-01T00:00`));

describe('instantOf', () => {
  it.each([
    ['2026-01-15T09:00', 'Europe/Prague', '2026-01-15T08:00'],
    ['2026-07-15T09:00', 'Europe/Prague', '2026-07-15T07:00'],
    // 02:30 is skipped: read with the offset before, it is 03:30 summer time.
    ['2026-03-29T02:30', 'Europe/Prague', '2026-03-29T01:30'],
    ['2026-03-29T01:59', 'Europe/Prague', '2026-03-29T00:59'],
    ['2026-03-29T03:00', 'Europe/Prague', '2026-03-29T01:00'],
    // 02:30 comes twice: the first, in summer time.
    ['2026-10-25T02:30', 'Europe/Prague', '2026-10-25T00:30'],
    ['2026-10-25T03:00', 'Europe/Prague', '2026-10-25T02:00'],
    ['2026-03-29T02:30', 'Europe/Moscow', '2026-03-28T23:30'],
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45'],
    ['2026-06-01T09:00', 'UTC', '2026-06-01T09:00'],
  ])('%s in %s is %sZ', (wall, zone, expected) => {
    expect(new Date(instantOf(wall, zone)).toISOString()).toBe(new Date(utc(expected)).toISOString());
  });

  const zones = fc.constantFrom(
    'Europe/Prague',
    'Europe/Warsaw',
    'Europe/Moscow',
    'Europe/London',
    'America/New_York',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'Pacific/Chatham',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'UTC',
  );

  it('reads back every wall time that exists', () => {
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: utc('2020-01-01T00:00') / 60_000, max: utc('2036-01-01T00:00') / 60_000 }),
        (zone, minute) => {
          const instant = minute * 60_000;
          const wall = wallTimeAt(instant, zone);
          const again = instantOf(wall, zone);
          expect(wallTimeAt(again, zone)).toBe(wall);
          // Only the second pass of a repeated hour is read as the first.
          expect(again === instant || (again < instant && instant - again <= 3_600_000)).toBe(true);
        },
      ),
      { seed: 20261122, numRuns: 5000 },
    );
  });
});

/** Moments of a daily half past two, in UTC. */
const nightly = (from: string, to: string): string[] =>
  occurrences(reminder({ at: '2026-03-01T02:30', rule: 'FREQ=DAILY' }), utc(from), utc(to)).map(({ at }) =>
    new Date(at).toISOString().slice(5, 16),
  );

/** Days of 2026 on which a rule fires that starts on 31 January. */
const monthEnds = (rule: string): string[] =>
  year({ at: '2026-01-31T09:00', rule }).map(({ wall }) => wall.slice(5, 10));

/** How often a daily rule fires in 2026 that starts on 1 February. */
const countOf = (rule: string): number => year({ at: '2026-02-01T00:30', rule }).length;

const startOf = ({ day, minute }: { day: number; minute: number }): string =>
  DateTime.fromISO('2022-01-01T00:00', { zone: 'utc' })
    .plus({ days: day, minutes: minute })
    .toFormat("yyyy-MM-dd'T'HH:mm");

describe('occurrences', () => {
  it('fires once without a rule, less the lead', () => {
    expect(year({ leadMinutes: 60 })).toEqual([
      { id: `${ID}:2026-03-27T09:00-60`, wall: '2026-03-27T09:00', at: utc('2026-03-27T07:00') },
    ]);
  });

  it('takes the start of the range and leaves its end', () => {
    const at = utc('2026-03-27T08:00');
    expect(occurrences(reminder({}), at, at + 1)).toHaveLength(1);
    expect(occurrences(reminder({}), at - 1, at)).toHaveLength(0);
    expect(occurrences(reminder({}), at + 1, at + 2)).toHaveLength(0);
  });

  it('stays at nine over the change of the clocks', () => {
    const days = occurrences(
      reminder({ rule: 'FREQ=DAILY' }),
      utc('2026-03-28T00:00'),
      utc('2026-03-31T00:00'),
    );
    expect(days.map(({ at }) => new Date(at).toISOString().slice(5, 16))).toEqual([
      '03-28T08:00',
      '03-29T07:00',
      '03-30T07:00',
    ]);
  });

  it('leaves out no day whose time is skipped, and fires once where it comes twice', () => {
    expect(nightly('2026-03-28T00:00', '2026-03-30T12:00')).toEqual([
      '03-28T01:30',
      '03-29T01:30',
      '03-30T00:30',
    ]);
    expect(nightly('2026-10-24T00:00', '2026-10-26T12:00')).toEqual([
      '10-24T00:30',
      '10-25T00:30',
      '10-26T01:30',
    ]);
  });

  it('knows no summer in Moscow', () => {
    const times = year({ zone: 'Europe/Moscow', at: '2026-01-01T09:00', rule: 'FREQ=DAILY' });
    expect(times).toHaveLength(365);
    expect(new Set(times.map(({ at }) => new Date(at).toISOString().slice(11, 16)))).toEqual(
      new Set(['06:00']),
    );
  });

  it('leaves out months without the day, and finds the last day when asked for it', () => {
    expect(monthEnds('FREQ=MONTHLY')).toEqual([
      '01-31',
      '03-31',
      '05-31',
      '07-31',
      '08-31',
      '10-31',
      '12-31',
    ]);
    expect(monthEnds('FREQ=MONTHLY;BYMONTHDAY=-1')).toHaveLength(12);
    expect(monthEnds('FREQ=MONTHLY;BYMONTHDAY=-1')[1]).toBe('02-28');
  });

  it('ends where the rule says, whatever way it says it', () => {
    expect(countOf('FREQ=DAILY;COUNT=5')).toBe(5);
    expect(countOf('FREQ=DAILY;UNTIL=20260205')).toBe(5);
    expect(countOf('FREQ=DAILY;UNTIL=20260205T003000')).toBe(5);
    // 23:30 UTC on the 4th is 00:30 on the 5th in Prague.
    expect(countOf('FREQ=DAILY;UNTIL=20260204T233000Z')).toBe(5);
    expect(countOf('FREQ=DAILY;UNTIL=20260204T232900Z')).toBe(4);
  });

  it.each(['', 'NONSENSE', 'FREQ=NEVER', 'FREQ=DAILY;INTERVAL=0', 'FREQ=DAILY\nEXDATE:20260101T000000Z'])(
    'fires once when the rule %j cannot be read',
    (rule) => {
      expect(isReadableRule(rule)).toBe(false);
      expect(year({ rule })).toHaveLength(1);
    },
  );

  it('never gives more than 2,000, even of a rule for every minute or second', () => {
    expect(year({ rule: 'FREQ=MINUTELY' }).length).toBeLessThanOrEqual(2000);
    expect(year({ rule: 'FREQ=SECONDLY' }).length).toBeLessThanOrEqual(2000);
  });

  const rules = fc.oneof(
    fc
      .tuple(fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'), fc.integer({ min: 1, max: 5 }))
      .map(([frequency, interval]) => `FREQ=${frequency};INTERVAL=${interval}`),
    fc.constantFrom(
      'FREQ=WEEKLY;BYDAY=MO,WE,FR',
      'FREQ=MONTHLY;BYDAY=-1FR',
      'FREQ=DAILY;COUNT=300',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    ),
  );
  const cases = fc.record({
    day: fc.integer({ min: 0, max: 2000 }),
    minute: fc.integer({ min: 0, max: 1439 }),
    zone: fc.constantFrom('Europe/Prague', 'Europe/Moscow', 'America/New_York', 'Pacific/Chatham'),
    leadMinutes: fc.constantFrom(0, 10, 1440),
    rule: rules,
    cut: fc.integer({ min: 0, max: 90 * 1440 }),
  });

  it('gives the same occurrences however the time is cut', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const subject = reminder({ ...one, at: startOf(one) });
        const [from, to] = [utc('2026-02-01T00:00'), utc('2026-05-02T00:00')];
        const middle = from + one.cut * 60_000;
        const whole = occurrences(subject, from, to);
        expect([...occurrences(subject, from, middle), ...occurrences(subject, middle, to)]).toEqual(whole);
        expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
        for (const { at } of whole) expect(at >= from && at < to).toBe(true);
      }),
      { seed: 20261122, numRuns: 400 },
    );
  });

  it('agrees with counting days by hand', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 9 }), (one, interval) => {
        const at = startOf(one);
        const subject = reminder({ at, zone: one.zone, rule: `FREQ=DAILY;INTERVAL=${interval}` });
        const [from, to] = [utc('2026-03-01T00:00'), utc('2026-04-15T00:00')];
        const byHand: number[] = [];
        for (
          let day = DateTime.fromISO(at, { zone: 'utc' });
          day.toMillis() < to + 2 * 86_400_000;
          day = day.plus({ days: interval })
        ) {
          const instant = instantOf(day.toFormat("yyyy-MM-dd'T'HH:mm"), one.zone);
          if (instant >= from && instant < to) byHand.push(instant);
        }
        expect(occurrences(subject, from, to).map((occurrence) => occurrence.at)).toEqual(byHand);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});
