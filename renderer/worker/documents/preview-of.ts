import Papa from 'papaparse';
import { detectDelimiter } from '#renderer/worker/import/delimited.ts';
import { decodeText, detectEncoding } from '#renderer/worker/import/encoding.ts';
import { readMail } from '#renderer/worker/import/mail.ts';
import { docxText } from './docx.ts';
import { MOST_SHOWN_COLUMNS, MOST_SHOWN_ROWS, MOST_SHOWN_SIGNS } from './limits.ts';
import { DOCX, EMAIL } from './lines.ts';
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

/**
 * What is shown of a document. Nothing of it is run, and nothing it names is fetched.
 * @throws When it is malformed, or unpacks to too much.
 */
export async function previewOf({ mediaType, bytes, encoding }: PreviewRequest): Promise<Preview> {
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
