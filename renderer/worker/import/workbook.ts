import readWorkbook from 'read-excel-file/universal';
import { ReadError } from './read-error.ts';
import { type Table, tableOf } from './table.ts';
import { checkZip } from './zip-check.ts';

/** A sheet of a workbook, as texts. */
export interface Sheet {
  readonly name: string;
  readonly lines: readonly (readonly string[])[];
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A date of a workbook as it is written in one: it knows no zones, and the reader gives it in UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const day = `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  // Rounded to the minute: a day and a time are one number there, which is not exact.
  const [hours, minutes] = [date.getUTCHours(), date.getUTCMinutes()];
  return hours === 0 && minutes === 0 ? day : `${day} ${two(hours)}:${two(minutes)}`;
}

/** What a cell holds: a value, never a formula. A date is written as in {@link dateText}; null: nothing. */
export type Cell =
  | { readonly is: 'text' | 'date' | 'number'; readonly text: string }
  | { readonly is: 'yesNo'; readonly yes: boolean }
  | null;

/** A number as the file writes it. */
class NumberAsWritten {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return { is: 'date', text: dateText(value) };
  if (value instanceof NumberAsWritten) return { is: 'number', text: numberText(value.text) };
  if (typeof value === 'boolean') return { is: 'yesNo', yes: value };
  return typeof value === 'string' && value !== '' ? { is: 'text', text: value } : null;
}

function cellText(value: unknown): string {
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'string' ? numberText(value) : '';
}

/** Spreadsheets write long numbers with an exponent, and others as they come out of binary fractions. */
function numberText(text: string): string {
  if (!/^-?\d+(\.\d+)?(E[+-]?\d+)?$/.test(text) || !/E|\.\d{10,}/.test(text)) return text;
  const number = Number(text);
  return Number.isSafeInteger(number) ? String(number) : String(Number(number.toPrecision(15)));
}

/** A sheet of a workbook with what its cells hold. */
export interface CellSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Reads every sheet of a workbook; formulas are not run. Throws {@link ReadError}. */
async function readRows<Content>(
  bytes: Uint8Array,
  parseNumber: (text: string) => unknown,
  read: (value: unknown) => Content,
): Promise<readonly { readonly name: string; readonly rows: readonly (readonly Content[])[] }[]> {
  checkZip(bytes);
  try {
    const sheets = await readWorkbook<unknown>(bytes.slice().buffer, { parseNumber, trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(read)) }));
  } catch {
    throw new ReadError('damaged');
  }
}

/** Reads what the cells of every sheet hold. Throws {@link ReadError}. */
export const readCells = (bytes: Uint8Array): Promise<readonly CellSheet[]> =>
  readRows(bytes, (text) => new NumberAsWritten(text), cellOf);

/** Reads every sheet of a workbook as texts. Throws {@link ReadError}. */
export async function readSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const sheets = await readRows(bytes, (text) => text, cellText);
  return sheets.map(({ name, rows }) => ({ name, lines: rows }));
}

/** The table in a sheet. Throws {@link ReadError}. */
export const sheetTable = ({ lines }: Sheet): Table => tableOf(lines);
