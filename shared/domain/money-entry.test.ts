import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TIME_STEPS } from './engagement.ts';
import { countedMinutes, minutesFrom, minutesText, timeAmount } from './money-entry.ts';

const minutes = fc.integer({ min: 1, max: 100_000 });
const step = fc.constantFrom(...TIME_STEPS);

describe('time worked', () => {
  it('counts every step that was begun', () => {
    expect(countedMinutes({ minutes: 61, step: 15 })).toBe(75);
    expect(countedMinutes({ minutes: 60, step: 15 })).toBe(60);
    fc.assert(
      fc.property(minutes, step, (worked, by) => {
        const counted = countedMinutes({ minutes: worked, step: by });
        expect(counted % by).toBe(0);
        expect(counted - worked).toBeGreaterThanOrEqual(0);
        expect(counted - worked).toBeLessThan(by);
      }),
    );
  });

  it('costs its share of an hour, to the nearest minor unit, halves up', () => {
    expect(timeAmount({ minutes: 90, rate: 250_000, step: 1 })).toBe(375_000);
    expect(timeAmount({ minutes: 1, rate: 90, step: 1 })).toBe(2);
    expect(timeAmount({ minutes: 20, rate: 100, step: 1 })).toBe(33);
    fc.assert(
      fc.property(minutes, fc.nat(10_000_000), (worked, rate) => {
        const exact = worked * rate;
        const off = timeAmount({ minutes: worked, rate, step: 1 }) * 60 - exact;
        expect(off).toBeLessThanOrEqual(30);
        expect(off).toBeGreaterThan(-30);
      }),
    );
  });

  it.each([
    ['1:30', 90],
    ['0:05', 5],
    ['90', 90],
    ['1,5', 90],
    ['0.25', 15],
    ['1:75', null],
    ['', null],
    ['-1', null],
    ['hour', null],
  ])('is read as people write it: %s', (text, expected) => {
    expect(minutesFrom(text)).toBe(expected);
  });

  it('is read again as it was written', () => {
    fc.assert(fc.property(minutes, (worked) => minutesFrom(minutesText(worked)) === worked));
  });
});
