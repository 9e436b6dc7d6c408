import { detectDelimiter, readDelimited } from './delimited.ts';
import { decodeText, detectEncoding } from './encoding.ts';
import { MOST_BYTES, MOST_FILES } from './limits.ts';
import type { Format, ReadFile, ReadOptions } from './protocol.ts';
import { ReadError } from './read-error.ts';

/** A file with its bytes. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const startsWith = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, index) => bytes[index] === sign);

/** What a file is, by what is in it. Throws {@link ReadError}. */
export function formatOf({ bytes }: NamedBytes): Format {
  if (bytes.length === 0) throw new ReadError('empty');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new ReadError('oldWorkbook');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
  return 'csv';
}

/** What a reader of one format finds; the rest is as for a format that has none of it. */
type Found = Pick<ReadFile, 'headers' | 'rows' | 'broken'> & Partial<ReadFile>;

function readCsv(bytes: Uint8Array, options: ReadOptions): Found {
  const found = detectEncoding(bytes);
  const encoding = options.encoding ?? found.encoding;
  const text = decodeText(bytes, encoding);
  const delimiter = options.delimiter ?? detectDelimiter(text);
  return { ...readDelimited(text, delimiter), encoding, delimiter, sure: found.sure };
}

async function readXlsx(bytes: Uint8Array<ArrayBuffer>, options: ReadOptions): Promise<Found> {
  const { readSheets, sheetTable } = await import('./workbook.ts');
  const sheets = await readSheets(bytes);
  // The first that holds anything, until another is chosen.
  const filled = sheets.findIndex(({ lines }) => lines.length > 1);
  const sheet = Math.min(options.sheet ?? Math.max(0, filled), sheets.length - 1);
  const chosen = sheets[sheet];
  if (!chosen) throw new ReadError('empty');
  return { ...sheetTable(chosen), sheets: sheets.map(({ name }) => name), sheet };
}

/** Reads files that were chosen together. Throws {@link ReadError}. */
export async function read(files: readonly NamedBytes[], options: ReadOptions): Promise<ReadFile> {
  const [first] = files;
  if (!first) throw new ReadError('empty');
  const format = formatOf(first);
  if (files.length > 1) throw new ReadError('mixed');
  const found = format === 'xlsx' ? await readXlsx(first.bytes, options) : readCsv(first.bytes, options);
  return {
    format,
    encoding: null,
    sure: true,
    delimiter: null,
    sheets: [],
    sheet: 0,
    enclosed: [],
    ...found,
  };
}

/** The bytes of files. Throws {@link ReadError} when they are too large, or cannot be read. */
export async function bytesOf(files: readonly File[]): Promise<readonly NamedBytes[]> {
  if (files.length > MOST_FILES) throw new ReadError('tooManyFiles');
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) throw new ReadError('tooLarge');
  try {
    return await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
  } catch {
    throw new ReadError('unreadable');
  }
}
