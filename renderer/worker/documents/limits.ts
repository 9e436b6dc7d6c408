/** Largest document whose words are read, bytes. */
export const MOST_DOCUMENT_BYTES = 32 * 1024 * 1024;
/** Most signs of one document that are searched (UTF-16 units), and most pages. */
export const MOST_DOCUMENT_SIGNS = 500_000;
export const MOST_DOCUMENT_PAGES = 500;
/** A document that takes longer is left out, milliseconds. */
export const MOST_DOCUMENT_MS = 20_000;
/** Most that is shown of one text (UTF-16 units), and of one table. */
export const MOST_SHOWN_SIGNS = 1_000_000;
export const MOST_SHOWN_ROWS = 1000;
export const MOST_SHOWN_COLUMNS = 60;
/** Most sheets of a workbook that are shown, and most signs of one of its cells. */
export const MOST_SHOWN_SHEETS = 100;
export const MOST_CELL_SIGNS = 2000;
