/** Why a file cannot be read. Each has its words in `imports.refused.<reason>`. */
export const REFUSALS = [
  'tooLarge',
  'tooManyFiles',
  'tooManyRows',
  'tooManyColumns',
  'cellTooLong',
  'bomb',
  'damaged',
  'locked', // a workbook with a password
  'oldWorkbook', // .xls, as Excel wrote it before 2007
  'empty',
  'unknown', // none of the formats
  'mixed', // several files that do not go together
  'unreadable', // the disk, or the file changed meanwhile
  'tookTooLong',
  'tooBig', // memory
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** A file cannot be read; nothing was changed. */
export class ReadError extends Error {
  constructor(readonly reason: Refusal) {
    super(`The file cannot be read: ${reason}`);
    this.name = 'ReadError';
  }
}
