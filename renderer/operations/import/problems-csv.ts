import Papa from 'papaparse';
import { utf8 } from '#shared/lib/bytes.ts';

/**
 * A table as CSV that a spreadsheet opens as it is meant: with a mark of its encoding, and nothing in it that would be run
 * as a formula.
 */
export const problemsCsv = (lines: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    utf8(
      `\uFEFF${Papa.unparse(lines as string[][], { delimiter: ';', escapeFormulae: true, newline: '\r\n' })}\r\n`,
    ),
  );
