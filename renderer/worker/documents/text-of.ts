import { decodeText, detectEncoding } from '#renderer/worker/import/encoding.ts';
import { docxText } from './docx.ts';
import { MOST_DOCUMENT_SIGNS } from './limits.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TEXTS = new Set(['text/plain', 'text/markdown', 'text/csv']);

/** Whether {@link documentText} reads documents of this media type. */
export const hasText = (mediaType: string): boolean => mediaType === DOCX || TEXTS.has(mediaType);

/** A text in lines that have something in them, as far as it is searched. */
export const linesOf = (text: string): readonly string[] =>
  text
    .slice(0, MOST_DOCUMENT_SIGNS)
    .split(/[\r\n\f\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * The words of a document, in lines.
 * @throws When it is damaged, or unpacks to too much.
 */
export function documentText(mediaType: string, bytes: Uint8Array): readonly string[] {
  if (mediaType === DOCX) return linesOf(docxText(bytes));
  return linesOf(decodeText(bytes, detectEncoding(bytes).encoding));
}
