import Papa from 'papaparse';
import { auditNow } from '#renderer/db/index.ts';
import { platform, value } from '#renderer/platform/index.ts';
import type { ShownColumn } from '#shared/domain/register-view.ts';
import type { Language } from '#shared/domain/values.ts';
import type { ResponseOf } from '#shared/ipc/contract.ts';
import { utf8 } from '#shared/lib/bytes.ts';
import { columnOf } from './columns.ts';
import type { ClientRow } from './rows.ts';
import type { RegisterWords } from './words.ts';

/** What a spreadsheet would run as a formula. A phone number that begins with + is none. */
const FORMULA = /^(?:[=\-@\t\r]|\+(?![\d\s()/-]+$))/;
/** By it programs know that a file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What separates cells where decimals are written with a comma, else a comma. */
const delimiterOf = (language: Language): string => (language === 'en' ? ',' : ';');

/** The rows as CSV (RFC 4180), in the columns that are shown, as people of the language write the values. */
export function listAsCsv(
  rows: readonly ClientRow[],
  columns: readonly ShownColumn[],
  words: RegisterWords,
  nameOf: (column: string) => string,
): string {
  const shown = columns.flatMap(({ id }) => columnOf(id) ?? []);
  const fields = shown.map(({ id }) => nameOf(id));
  // A moment is told as a day: what is «yesterday» in a file that is kept?
  const cell = (column: (typeof shown)[number], row: ClientRow): string =>
    column.id === 'lastContact' ? words.dayAt(row.lastContact) : column.text(row, words);
  const data = rows.map((row) => shown.map((column) => cell(column, row)));
  return (
    BYTE_ORDER_MARK +
    Papa.unparse(
      { fields, data },
      { delimiter: delimiterOf(words.language), newline: '\r\n', escapeFormulae: FORMULA },
    )
  );
}

/**
 * Saves a list where the user says, and tells so in the activity log.
 * @throws `PlatformError` when it could not be written.
 */
export async function saveList(
  suggestedName: string,
  csv: string,
  count: number,
): Promise<ResponseOf<'files.save'>> {
  const bytes = Uint8Array.from(utf8(csv));
  const saved = await value(platform().files.save({ suggestedName, kind: 'csv', bytes }));
  if (saved.state === 'saved') await auditNow('listExported', { count });
  return saved;
}
