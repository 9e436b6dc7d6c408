import Papa from 'papaparse';
import { detectDelimiter } from '#renderer/worker/import/delimited.ts';
import { decodeText, detectEncoding } from '#renderer/worker/import/encoding.ts';
import { readMail } from '#renderer/worker/import/mail.ts';
import { ReadError } from '#renderer/worker/import/read-error.ts';
import { type Cell, readCells } from '#renderer/worker/import/workbook.ts';
import { docxText } from './docx.ts';
import {
  MOST_CELL_SIGNS,
  MOST_SHOWN_COLUMNS,
  MOST_SHOWN_ROWS,
  MOST_SHOWN_SHEETS,
  MOST_SHOWN_SIGNS,
} from './limits.ts';
import { DOCX, EMAIL, XLSX } from './lines.ts';
import { isTable, type Preview, type PreviewRequest } from './preview.ts';

function textPreview(text: string, encoding: (Preview & { kind: 'text' })['encoding']): Preview {
  const even = text.replaceAll(/\r\n?/g, '\n');
  return {
    kind: 'text',
    text: even.slice(0, MOST_SHOWN_SIGNS),
    encoding,
    cut: even.length > MOST_SHOWN_SIGNS,
  };
}

function tablePreview(text: string, encoding: (Preview & { kind: 'table' })['encoding']): Preview {
  const { data } = Papa.parse<string[]>(text.slice(0, MOST_SHOWN_SIGNS), {
    delimiter: detectDelimiter(text),
    preview: MOST_SHOWN_ROWS + 1,
    skipEmptyLines: 'greedy',
  });
  const rows = data.slice(0, MOST_SHOWN_ROWS).map((row) => row.slice(0, MOST_SHOWN_COLUMNS));
  const cut =
    data.length > rows.length ||
    text.length > MOST_SHOWN_SIGNS ||
    data.some(({ length }) => length > MOST_SHOWN_COLUMNS);
  return { kind: 'table', rows, encoding, cut };
}

const within = (cell: Cell): Cell =>
  cell !== null && cell.is === 'text' && cell.text.length > MOST_CELL_SIGNS
    ? { ...cell, text: `${cell.text.slice(0, MOST_CELL_SIGNS)}…` }
    : cell;

async function workbookPreview(bytes: Uint8Array): Promise<Preview> {
  const all = await readCells(bytes);
  const cut =
    all.length > MOST_SHOWN_SHEETS ||
    all.some(
      ({ rows }) => rows.length > MOST_SHOWN_ROWS || rows.some((row) => row.length > MOST_SHOWN_COLUMNS),
    );
  const sheets = all.slice(0, MOST_SHOWN_SHEETS).map(({ name, rows }) => ({
    name,
    rows: rows.slice(0, MOST_SHOWN_ROWS).map((row) => row.slice(0, MOST_SHOWN_COLUMNS).map(within)),
  }));
  return { kind: 'workbook', sheets, cut };
}

/**
 * What is shown of a document. Nothing of it is run, and nothing it names is fetched.
 * @throws When it is malformed.
 */
export async function previewOf({ mediaType, bytes, encoding }: PreviewRequest): Promise<Preview> {
  if (mediaType === XLSX)
    return workbookPreview(bytes).catch((error: unknown) => {
      if (error instanceof ReadError && error.reason === 'bomb') return { kind: 'tooLarge' };
      throw error;
    });
  if (mediaType === DOCX) return textPreview(docxText(bytes).trim(), null);
  if (mediaType === EMAIL) {
    const mail = await readMail(bytes);
    if (!mail) throw new Error('No e-mail');
    const cut = mail.text.length > MOST_SHOWN_SIGNS;
    return { kind: 'mail', ...mail, text: mail.text.slice(0, MOST_SHOWN_SIGNS), cut };
  }
  const used = encoding ?? detectEncoding(bytes).encoding;
  const text = decodeText(bytes, used);
  return isTable(mediaType) ? tablePreview(text, used) : textPreview(text, used);
}
