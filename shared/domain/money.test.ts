import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hundredthsFrom, hundredthsText, inParts, MOST_MONEY, timesOver } from './money.ts';

const amount = fc.integer({ min: 0, max: MOST_MONEY });

describe('amounts of money', () => {
  it('are multiplied and divided to the nearest whole, halves away from zero, however large', () => {
    expect(timesOver(5, 1, 2)).toBe(3);
    expect(timesOver(-5, 1, 2)).toBe(-3);
    expect(timesOver(4, 1, 3)).toBe(1);
    fc.assert(
      fc.property(amount, fc.nat(1_000_000), fc.integer({ min: 1, max: 1000 }), (a, b, c) => {
        const exact = BigInt(a) * BigInt(b);
        const twice = 2n * (BigInt(timesOver(a, b, c)) * BigInt(c) - exact);
        // Numbers hold whole ones up to 2^53: beyond that nothing is claimed.
        fc.pre(exact / BigInt(c) < BigInt(Number.MAX_SAFE_INTEGER));
        expect(twice <= BigInt(c) && twice > -BigInt(c)).toBe(true);
      }),
    );
  });

  it('lose no minor unit when they are split, and parts differ by one at most', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 120 }), (total, count) => {
        const parts = inParts(total, count);
        expect(parts).toHaveLength(count);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
        expect(parts.every(Number.isSafeInteger)).toBe(true);
      }),
    );
  });

  it.each([
    ['12 500,50', 1_250_050],
    ['12\u00A0500,5', 1_250_050],
    ['12,500.50', 1_250_050],
    ['12.500,50', 1_250_050],
    ['1.250', 125_000],
    ['1,250', 125_000],
    ['12,5', 1250],
    ['12,', 1200],
    ['0,07', 7],
    ['40', 4000],
    ["1'000", 100_000],
    ['', null],
    ['-5', null],
    ['1,2345', null],
    ['12,50,1', null],
    ['5 Kč', null],
    ['9999999999999999', null],
  ])('are read as people write them: %s', (text, expected) => {
    expect(hundredthsFrom(text)).toBe(expected);
  });

  it('are read again as they were written', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom(',', '.'), (value, separator) => {
        expect(hundredthsFrom(hundredthsText(value, separator))).toBe(value);
      }),
    );
  });
});
