/** Most bytes of a file that is read for an import. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** Most files chosen at once. */
export const MOST_FILES = 2000;
/** Most rows and columns of a table, and signs in one of its cells (UTF-16 units). */
export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 300;
export const MOST_SIGNS = 100_000;
/** Most cells that are not empty: what a worker and the window can hold at once. */
export const MOST_CELLS = 3_000_000;
/** Most bytes that a packed workbook unpacks to, all its parts together. */
export const MOST_UNPACKED_BYTES = 192 * 1024 * 1024;
/** A part of a workbook that unpacks to more than that many times its size is a bomb; small parts may. */
export const MOST_RATIO = 250;
export const SMALL_PART_BYTES = 4 * 1024 * 1024;
/** Most parts of a workbook. */
export const MOST_PARTS = 2000;
/** A worker that has not answered so long is ended, milliseconds. */
export const MOST_READING_MS = 60_000;
