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

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  return typeof cell === 'string' ? numberText(cell) : '';
}

/** Spreadsheets write long numbers with an exponent, and others as they come out of binary fractions. */
function numberText(text: string): string {
  if (!/^-?\d+(\.\d+)?(E[+-]?\d+)?$/.test(text) || !/E|\.\d{10,}/.test(text)) return text;
  const number = Number(text);
  return Number.isSafeInteger(number) ? String(number) : String(Number(number.toPrecision(15)));
}

/** Reads every sheet of a workbook (.xlsx). Throws {@link ReadError}. */
export async function readSheets(bytes: Uint8Array<ArrayBuffer>): Promise<readonly Sheet[]> {
  checkZip(bytes);
  try {
    const sheets = await readWorkbook<string>(bytes.slice().buffer, {
      parseNumber: (text) => text,
      trim: false,
    });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      lines: data.map((row) => row.map(cellText)),
    }));
  } catch {
    throw new ReadError('damaged');
  }
}

/** The table in a sheet. Throws {@link ReadError}. */
export const sheetTable = ({ lines }: Sheet): Table => tableOf(lines);
