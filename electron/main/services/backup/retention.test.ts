import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { superfluous, type Kept } from './retention.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 10);
const backup = fc.record({
  fileName: fc.uuid(),
  madeAt: fc.integer({ min: NOW - 500 * DAY, max: NOW + 5 * DAY }),
  reason: fc.constantFrom('daily', 'close', 'manual', 'beforeRestore'),
  seq: fc.nat(10_000),
});
const backups = fc.array(backup, { maxLength: 120 });
const staying = (all: readonly Kept[], now = NOW): readonly Kept[] => {
  const leaving = new Set(superfluous(all, now));
  return all.filter((one) => !leaving.has(one));
};
const dayOf = ({ madeAt }: Kept): string => new Date(madeAt).toDateString();

describe('what is kept', () => {
  it('holds the newest two, by time and by number', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = staying(all);
        const newest = all
          .toSorted((one, other) => other.madeAt - one.madeAt || other.seq - one.seq)
          .slice(0, 2);
        const latest = all
          .toSorted((one, other) => other.seq - one.seq || other.madeAt - one.madeAt)
          .slice(0, 2);
        expect(kept).toEqual(expect.arrayContaining([...newest, ...latest]));
      }),
    );
  });

  it('has one of each of the last seven days that have any', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const days = [...new Set(all.toSorted((one, other) => other.madeAt - one.madeAt).map(dayOf))].slice(
          0,
          7,
        );
        const kept = new Set(staying(all).map(dayOf));
        expect(days.every((day) => kept.has(day))).toBe(true);
      }),
    );
  });

  it('does not grow without end, and does not change when looked at again', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = staying(all);
        const recent = all.filter(
          ({ reason, madeAt }) => reason === 'beforeRestore' && NOW - madeAt < 7 * DAY,
        );
        expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12 + 4 + recent.length);
        expect(staying(kept)).toEqual(kept);
      }),
    );
  });

  it('reaches back a year when there is a backup every day', () => {
    const daily = Array.from({ length: 400 }, (_, age): Kept => {
      return { fileName: String(age), madeAt: NOW - age * DAY, reason: 'daily', seq: 400 - age };
    });
    const kept = staying(daily).map(({ fileName }) => Number(fileName));
    expect(kept.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(Math.max(...kept)).toBeGreaterThan(320);
    expect(kept.length).toBeLessThan(24);
  });
});
