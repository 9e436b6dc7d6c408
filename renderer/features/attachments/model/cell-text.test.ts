import { describe, expect, it } from 'vitest';
import { translator } from '#shared/i18n/translate.ts';
import { cellText } from './cell-text.ts';
import { columnName } from './column-name.ts';

const czech = (cell: Parameters<typeof cellText>[0]) => cellText(cell, translator('cs'), 'cs');

describe('a cell', () => {
  it('is read as people of the language write it', () => {
    expect(czech({ is: 'number', text: '1234.5' })).toBe('1234,5');
    expect(czech({ is: 'number', text: '420603111222' })).toBe('420603111222');
    expect(czech({ is: 'date', text: '2026-12-01' })).toBe('1. 12. 2026');
    expect(czech({ is: 'date', text: '2026-12-01 14:30' })).toBe('1. 12. 2026 14:30');
    expect(czech({ is: 'yesNo', yes: true })).toBe('Ano');
    expect(czech(null)).toBe('');
  });

  it('keeps a number that cannot be held exactly, and a text that looks like one', () => {
    expect(czech({ is: 'number', text: '12345678901234567890' })).toBe('12345678901234567890');
    expect(czech({ is: 'text', text: '007.50' })).toBe('007.50');
  });
});

it('columns are called as in a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
