import Papa from 'papaparse';
import { type BrokenRow, type Table, tableOf } from './table.ts';
import { MOST_ROWS } from './limits.ts';

/** What may stand between two cells. */
export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const isDelimiter = (text: string): text is Delimiter => (DELIMITERS as readonly string[]).includes(text);

/** «sep=;»: how a spreadsheet is told, and no row. */
const TOLD = /^sep=(.)\r?\n/;
const SAMPLE_SIGNS = 64 * 1024;

/** The delimiter that makes the beginning of a text the most even table. */
export function detectDelimiter(text: string): Delimiter {
  const told = TOLD.exec(text)?.[1] ?? '';
  if (isDelimiter(told)) return told;
  const sample = text.slice(0, SAMPLE_SIGNS);
  const rated = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(sample, { delimiter, skipEmptyLines: 'greedy', preview: 50 });
    const widths = data.map(({ length }) => length);
    const most = Math.max(0, ...widths);
    const even = widths.filter((width) => width === widths[0]).length / Math.max(1, widths.length);
    return { delimiter, score: most < 2 ? 0 : even * Math.min(most, 20) };
  });
  const best = rated.toSorted((one, other) => other.score - one.score)[0];
  return best && best.score > 0 ? best.delimiter : ';';
}

/** Reads a text of delimited cells. Quotes that do not fit are told; what they left is read all the same. Throws `ReadError`. */
export function readDelimited(text: string, delimiter: Delimiter): Table {
  const { data, errors } = Papa.parse<string[]>(text.replace(TOLD, ''), {
    delimiter,
    preview: MOST_ROWS * 2,
  });
  const broken = new Map<number, BrokenRow>();
  for (const { type, row = 0 } of errors) {
    if (type === 'Quotes') broken.set(row, { row: row + 1, reason: 'quotes' });
  }
  return tableOf(data, [...broken.values()]);
}
