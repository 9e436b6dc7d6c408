import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { DELIMITERS, detectDelimiter, readDelimited } from './delimited.ts';
import { ReadError } from './read-error.ts';

const cell = fc
  .string({ unit: fc.constantFrom('a', 'ř', 'Ж', ' ', '"', ';', ',', '\n', '1') })
  .map((text) => text.trim());

describe('delimited texts', () => {
  it('whatever cells were written are read again', () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rows, fc.constantFrom(...DELIMITERS), (cells, delimiter) => {
        const lines = [['Name', 'Mail'], ...cells];
        const { headers, rows: found } = readDelimited(
          `${Papa.unparse(lines, { delimiter, quotes: true, newline: '\r\n' })}\r\n${['x', 'y'].join(delimiter)}`,
          delimiter,
        );
        expect(headers).toEqual(['Name', 'Mail']);
        const filled = [...cells, ['x', 'y']].filter((line) => line.some((text) => text !== ''));
        expect(found.map((row) => row.cells)).toEqual(filled);
      }),
    );
  });

  it.each([
    ['a;b;c\n1,5;2;3', ';'],
    ['a,b\n"x;y;z",2\n"q;r;s",3', ','],
    ['a\tb\n1\t2', '\t'],
    ['sep=|\na|b', '|'],
    ['only one column', ';'],
  ])('%j is delimited by %j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it('numbers rows as a spreadsheet does, empty ones included', () => {
    const { rows } = readDelimited('a;b\n\n1;2\n"x\ny";3', ';');
    expect(rows.map(({ number }) => number)).toEqual([3, 4]);
  });

  it('a quote that is never closed is told', () => {
    const { broken } = readDelimited('a;b\n1;"2\n3;4', ';');
    expect(broken).toEqual([{ row: 2, reason: 'quotes' }]);
  });

  it('refuses what has no rows', () => {
    expect(() => readDelimited('a;b\n;\n', ';')).toThrow(new ReadError('empty'));
  });
});
