import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_SIGNS } from './limits.ts';
import { ReadError } from './read-error.ts';

/** A row as it was read: texts only. */
export interface ReadRow {
  /** As a spreadsheet numbers it, from 1; of other formats the number of the entry. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Something in a file that could not be read; the rest was. */
export interface BrokenRow {
  readonly row: number;
  /** Each has its words in `imports.problem.<reason>`. */
  readonly reason: 'quotes' | 'entry';
}

/** What a file says, as a table. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly ReadRow[];
  readonly broken: readonly BrokenRow[];
}

const tidy = (text: string): string => text.replaceAll('\0', '').trim();

/** Makes a table of rows of which the first that is not empty has the headers. Throws {@link ReadError}. */
export function tableOf(lines: Iterable<readonly string[]>, broken: readonly BrokenRow[] = []): Table {
  let headers: readonly string[] | null = null;
  const rows: ReadRow[] = [];
  let [number, cells] = [0, 0];
  for (const line of lines) {
    number += 1;
    if (line.length > MOST_COLUMNS) throw new ReadError('tooManyColumns');
    const texts = line.map(tidy);
    const filled = texts.filter((text) => text !== '').length;
    if (filled === 0) continue;
    if (texts.some((text) => text.length > MOST_SIGNS)) throw new ReadError('cellTooLong');
    if (headers === null) headers = texts;
    else rows.push({ number, cells: texts });
    cells += filled;
    if (rows.length > MOST_ROWS || cells > MOST_CELLS) throw new ReadError('tooManyRows');
  }
  if (headers === null || rows.length === 0) throw new ReadError('empty');
  const width = Math.max(headers.length, ...widths(rows));
  return { headers: Array.from({ length: width }, (_, index) => headers[index] ?? ''), rows, broken };
}

/** The different widths of the rows: spreading a hundred thousand would overflow the stack. */
const widths = (rows: readonly ReadRow[]): ReadonlySet<number> =>
  new Set(rows.map(({ cells }) => cells.length));
/** Makes a table of entries that have names for what they say: contact cards, notes. Columns in the order they first appear. */
export function tableOfEntries(
  entries: readonly ReadonlyMap<string, string>[],
  broken: readonly BrokenRow[] = [],
): Table {
  const headers = [...new Set(entries.flatMap((entry) => [...entry.keys()]))];
  if (entries.length === 0) throw new ReadError(broken.length > 0 ? 'damaged' : 'empty');
  const table = tableOf(
    [headers, ...entries.map((entry) => headers.map((name) => entry.get(name) ?? ''))],
    broken,
  );
  return { ...table, rows: table.rows.map((row) => ({ ...row, number: row.number - 1 })) };
}
