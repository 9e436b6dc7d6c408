import { DOCX, EMAIL, XLSX } from '#renderer/worker/documents/lines.ts';
import { isPlainText } from '#renderer/worker/documents/preview.ts';

/** How a document is shown: `read` by the worker; null: not at all. */
type PreviewWay = 'picture' | 'pdf' | 'read' | null;

/** Pictures that Chromium draws. Those of cameras and scanners it does not know (HEIC, TIFF) are told as not shown. */
const PICTURES = /^image\/(png|jpeg|gif|webp|bmp|svg\+xml)$/;

const READ: ReadonlySet<string> = new Set([DOCX, EMAIL, XLSX]);

/** How documents of a media type are shown. */
export function previewWay(mediaType: string): PreviewWay {
  if (mediaType === 'application/pdf') return 'pdf';
  if (PICTURES.test(mediaType)) return 'picture';
  return READ.has(mediaType) || isPlainText(mediaType) ? 'read' : null;
}
