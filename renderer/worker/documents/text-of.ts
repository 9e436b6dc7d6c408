import { decodeText, detectEncoding } from '#renderer/worker/import/encoding.ts';
import { mailWords } from '#renderer/worker/import/mail.ts';
import { docxText } from './docx.ts';
import { DOCX, EMAIL, linesOf } from './lines.ts';

/**
 * The words of a document, in lines.
 * @throws When it is damaged, or unpacks to too much.
 */
export async function documentText(mediaType: string, bytes: Uint8Array): Promise<readonly string[]> {
  if (mediaType === DOCX) return linesOf(docxText(bytes));
  if (mediaType === EMAIL) return linesOf(await mailWords(bytes));
  return linesOf(decodeText(bytes, detectEncoding(bytes).encoding));
}
