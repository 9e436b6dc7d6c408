import { expect, it } from 'vitest';
import { examplesOf } from './examples.ts';

const rows = ['2026-12-01', '2026-12-09 14:30', '2026-12-01', '', 'a'.repeat(61), 'z'].map((cell, index) => ({
  number: index + 2,
  cells: [cell],
}));

it('shows three different cells: dates of a workbook in words of the language, texts to the letter', () => {
  const long = `${'a'.repeat(60)}…`;
  expect(examplesOf({ rows, format: 'xlsx' }, 0, 'ru')).toEqual(['01.12.2026', '09.12.2026, 14:30', long]);
  expect(examplesOf({ rows, format: 'csv' }, 0, 'ru')).toEqual(['2026-12-01', '2026-12-09 14:30', long]);
  expect(examplesOf({ rows, format: 'csv' }, 1, 'ru')).toEqual([]);
});
