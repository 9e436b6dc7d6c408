import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#shared/domain/values.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { parseDay, parseTime } from './parse.ts';

const TODAY = '2026-11-22';

describe('a typed day', () => {
  it.each([
    ['22. 11. 2026', 'cs', '2026-11-22'],
    ['22.11.26', 'pl', '2026-11-22'],
    ['1.12.', 'ru', '2026-12-01'],
    ['1. 3.', 'cs', '2027-03-01'],
    ['22.11.', 'cs', '2026-11-22'],
    ['11/22/2026', 'en', '2026-11-22'],
    ['22/11/2026', 'en', '2026-11-22'],
    ['2/11/2026', 'en', '2026-11-02'],
    ['2026-11-22', 'cs', '2026-11-22'],
    ['+7', 'en', '2026-11-29'],
    ['31.2.2026', 'cs', null],
    ['soon', 'en', null],
    ['', 'en', null],
    ['5', 'cs', null],
  ] as const)('«%s» in %s is %s', (text, _language, expected) => {
    expect(parseDay(text, TODAY)).toBe(expected);
  });

  it('reads back what the app writes, in every language', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((count) => {
      const made = DateTime.fromISO('1950-01-01').plus({ days: count }).toISODate();
      return made ?? TODAY;
    });
    fc.assert(
      fc.property(days, fc.constantFrom(...LANGUAGES), (day, language) => {
        expect(parseDay(formatDay(day, language), TODAY)).toBe(day);
      }),
    );
  });
});

describe('a typed time', () => {
  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['9:30', '09:30'],
    ['16.05', '16:05'],
    ['1605', '16:05'],
    ['24', null],
    ['9:75', null],
    ['noon', null],
  ])('«%s» is %s', (text, expected) => {
    expect(parseTime(text)).toBe(expected);
  });
});
