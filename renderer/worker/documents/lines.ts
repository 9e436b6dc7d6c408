import { MOST_DOCUMENT_SIGNS } from './limits.ts';

/** Media type of Word documents. */
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Media type of Excel workbooks. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Media type of e-mails. */
export const EMAIL = 'message/rfc822';

const READ = new Set([DOCX, EMAIL, 'text/plain', 'text/markdown', 'text/csv']);

/** Whether `documentText` reads documents of this media type. */
export const hasText = (mediaType: string): boolean => READ.has(mediaType);

/** A text in lines that have something in them, as far as it is searched. */
export const linesOf = (text: string): readonly string[] =>
  text
    .slice(0, MOST_DOCUMENT_SIGNS)
    .split(/[\r\n\f\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
