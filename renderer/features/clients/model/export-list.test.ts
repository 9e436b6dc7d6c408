import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { translator } from '#shared/i18n/translate.ts';
import { aRow } from '#test/builders/client-rows.ts';
import { listAsCsv } from './export-list.ts';
import { wordsOf } from './words.ts';

const NOW = Date.UTC(2026, 10, 22);
const COLUMNS = ['name', 'phone', 'lastContact', 'nextDate'].map((id) => ({ id, width: 100 }));
const csv = (language: 'en' | 'cs', ...rows: Parameters<typeof listAsCsv>[0]): string =>
  listAsCsv(rows, COLUMNS, wordsOf(translator(language), language, NOW), (id) => id);

describe('list as CSV', () => {
  it('has the columns that are shown, days as they are written, and says its encoding', () => {
    const row = aRow(
      { name: 'Žák; Jan', phone: '+420 777 123 456' },
      { lastContact: Date.UTC(2026, 10, 2, 12), nextDate: '2026-12-01' },
    );
    expect(csv('cs', row)).toBe(
      '\uFEFFname;phone;lastContact;nextDate\r\n"Žák; Jan";+420 777 123 456;2. 11. 2026;1. 12. 2026',
    );
    expect(csv('en', row)).toContain('\r\nŽák; Jan,+420 777 123 456,');
  });

  it.each(['=1+1', '+SUM(A1)', '-cmd|x', '@x', '\tx', '\rx'])('runs no formula: %j', (name) => {
    const [, [cell] = []] = Papa.parse<string[]>(csv('en', aRow({ name }))).data;
    expect(cell).toBe(`'${name}`);
  });

  it('is read again as it was written, whatever the names hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (names) => {
        const rows = names.map((name) => aRow({ name: `x${name}` }));
        const read = Papa.parse<string[]>(csv('cs', ...rows), { delimiter: ';', newline: '\r\n' }).data;
        expect(read.slice(1).map(([name]) => name)).toEqual(names.map((name) => `x${name}`));
      }),
    );
  });
});
