import { assertNever } from '#shared/lib/assert-never.ts';
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

/** Formats that are told by their first words. */
const BEGINNINGS: readonly (readonly [Format, RegExp])[] = [
  ['vcard', /^\s*begin:vcard/i],
  ['calendar', /^\s*begin:vcalendar/i],
];
const MAIL_FIELD =
  /^(from|to|subject|date|received|return-path|delivered-to|mime-version|message-id|x-[\w-]+):/im;

/** What a file is, by what is in it and, where that does not tell, by its name. Throws {@link ReadError}. */
export function formatOf({ name, bytes }: NamedBytes): Format {
  if (bytes.length === 0) throw new ReadError('empty');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new ReadError('oldWorkbook');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
  const start = decodeText(bytes.subarray(0, 4096), detectEncoding(bytes.subarray(0, 4096)).encoding);
  const found = BEGINNINGS.find(([, pattern]) => pattern.test(start));
  if (found) return found[0];
  if (/\.(md|markdown)$/i.test(name)) return 'markdown';
  if (/\.eml$/i.test(name) && MAIL_FIELD.test(start)) return 'mail';
  if (/\.(csv|tsv|txt|tab)$/i.test(name) && !start.includes('\0')) return 'csv';
  throw new ReadError('unknown');
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

function decoded(bytes: Uint8Array, options: ReadOptions) {
  const found = detectEncoding(bytes);
  const encoding = options.encoding ?? found.encoding;
  return { text: decodeText(bytes, encoding), encoding, sure: found.sure };
}

/** Several files of contact cards or of a calendar are as good as one. */
function joined(files: readonly NamedBytes[], options: ReadOptions) {
  const texts = files.map(({ bytes }) => decoded(bytes, options));
  const [first] = texts;
  return {
    text: texts.map(({ text }) => text).join('\n'),
    encoding: first?.encoding ?? 'utf-8',
    sure: texts.every(({ sure }) => sure),
  };
}

async function readAs(format: Format, files: readonly NamedBytes[], options: ReadOptions): Promise<Found> {
  const [first] = files;
  if (!first) throw new ReadError('empty');
  switch (format) {
    case 'csv':
      return readCsv(first.bytes, options);
    case 'xlsx':
      return readXlsx(first.bytes, options);
    case 'vcard': {
      const { text, ...rest } = joined(files, options);
      return { ...(await import('./vcard.ts')).readCards(text), ...rest };
    }
    case 'calendar': {
      const { text, ...rest } = joined(files, options);
      return { ...(await import('./calendar.ts')).readCalendar(text), ...rest };
    }
    case 'mail':
      return (await import('./mail.ts')).readMails(files);
    case 'markdown':
      return (await import('./markdown.ts')).readNotes(files);
    default:
      return assertNever(format);
  }
}

/** Reads files that were chosen together. Throws {@link ReadError}. */
export async function read(files: readonly NamedBytes[], options: ReadOptions): Promise<ReadFile> {
  const formats = new Set(files.map(formatOf));
  const [format] = formats;
  if (format === undefined) throw new ReadError('empty');
  const single = format === 'csv' || format === 'xlsx';
  if (formats.size > 1 || (single && files.length > 1)) throw new ReadError('mixed');
  const found = await readAs(format, files, options);
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
