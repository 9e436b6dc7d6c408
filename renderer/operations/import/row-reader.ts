import type { IsoDate } from '#shared/domain/values.ts';
import type { DateOrder } from '#shared/domain/import.ts';
import type { ReadRow } from '#renderer/worker/import/table.ts';
import { isNoDay, parseDay, parseTime } from './dates.ts';

/** What can be wrong with a row. Each has its words in `imports.problem.<reason>`. */
export const PROBLEMS = [
  'noName',
  'noTitle',
  'noDate',
  'noClient',
  'severalClients',
  'badDate',
  'badNumber',
  'badChoice',
  'tooLong',
  'quotes',
  'entry',
] as const;
export type ProblemReason = (typeof PROBLEMS)[number];

/** Something that was wrong in a row. */
export interface Problem {
  readonly row: number;
  readonly reason: ProblemReason;
  /** Header of the column; empty for the whole row. */
  readonly column: string;
  readonly value: string;
  /** Whether the row was left out for it; otherwise only what the cell says was. */
  readonly fatal: boolean;
}

/** How texts of a file are understood. */
export interface Reading {
  readonly headers: readonly string[];
  /** Field of each column; empty: left out. */
  readonly columns: readonly string[];
  readonly dateOrder: DateOrder;
  readonly decimal: ',' | '.';
  readonly today: IsoDate;
}

const LONGEST_LINE = 500;

/** One row by its fields; gathers what is wrong with it. */
export class RowReader {
  readonly problems: Problem[] = [];
  readonly #row: ReadRow;
  readonly #reading: Reading;

  constructor(row: ReadRow, reading: Reading) {
    this.#row = row;
    this.#reading = reading;
  }

  get number(): number {
    return this.#row.number;
  }

  /** Every cell of a field that is not empty. */
  all(field: string): readonly { readonly text: string; readonly header: string }[] {
    return this.#reading.columns.flatMap((own, index) => {
      const text = own === field ? (this.#row.cells[index] ?? '') : '';
      return text === '' ? [] : [{ text: text.normalize('NFC'), header: this.#reading.headers[index] ?? '' }];
    });
  }

  /** The texts of a field, parted where one cell holds several. */
  parts(field: string, at: RegExp): readonly string[] {
    const parts = this.all(field).flatMap(({ text }) => text.split(at).map((part) => part.trim()));
    return [...new Set(parts.filter((part) => part !== ''))];
  }

  /** A field as one line; what is longer than a line can be is cut, and told. */
  line(field: string): string {
    const text = this.all(field)
      .map((one) => one.text)
      .join(', ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    if (text.length <= LONGEST_LINE) return text;
    this.complain('tooLong', field, false);
    return text.slice(0, LONGEST_LINE);
  }

  /** A field as a text of lines. */
  text(field: string): string {
    return this.all(field)
      .map((one) => one.text.replaceAll(/\r\n?/g, '\n'))
      .join('\n');
  }

  day(field: string): IsoDate | null {
    const [cell] = this.all(field);
    if (!cell || isNoDay(cell.text)) return null;
    const day = parseDay(cell.text, this.#reading.dateOrder, this.#reading.today);
    if (day === null) this.complain('badDate', field, false);
    return day;
  }

  time(field: string): string | null {
    const [cell] = this.all(field);
    return cell ? parseTime(cell.text) : null;
  }

  /** A field read by a function of its own; null when it is empty, or the function makes nothing of it, which is told. */
  parsed<Value>(field: string, parse: (text: string) => Value | null, reason: ProblemReason): Value | null {
    const [cell] = this.all(field);
    if (!cell) return null;
    const value = parse(cell.text);
    if (value === null) this.complain(reason, field, false);
    return value;
  }

  /** Takes note of what is wrong. */
  complain(reason: ProblemReason, field: string, fatal: boolean): void {
    const [cell] = this.all(field);
    this.problems.push({
      row: this.number,
      reason,
      column: cell?.header ?? '',
      value: (cell?.text ?? '').slice(0, 200),
      fatal,
    });
  }

  get fatal(): boolean {
    return this.problems.some((problem) => problem.fatal);
  }

  get decimal(): ',' | '.' {
    return this.#reading.decimal;
  }

  get reading(): Reading {
    return this.#reading;
  }
}
