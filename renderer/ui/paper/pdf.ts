import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { PdfData } from './pdf-data.ts';

/** An open PDF. */
export interface Pdf {
  readonly pages: readonly PDFPageProxy[];
  /** Frees what it holds in the worker. */
  close(): void;
}

/** A PDF opens with a password only. */
export class PdfLockedError extends Error {
  /** @param wrong Whether one was given, and is not the one. */
  constructor(readonly wrong: boolean) {
    super('The PDF is protected by a password');
    this.name = 'PdfLockedError';
  }
}

/** The worker's code, as a file of the app. */
const WORKER = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href;

/** Larger pictures are left out of a page: a bomb would unpack to more memory than there is. Picture points. */
const MOST_PICTURE = 128_000_000;

/**
 * Options that keep pdf.js to itself. Of a document it draws pages alone: no script of it runs (that would need the
 * sandbox of its viewer, which is not part of the app), no form of the XFA kind is built, no link can be followed, and
 * nothing is fetched but the app's own files.
 */
const OPTIONS = {
  enableXfa: false,
  useSystemFonts: false,
  disableRange: true,
  disableStream: true,
  disableAutoFetch: true,
  useWorkerFetch: false,
  BinaryDataFactory: PdfData,
  maxImageSize: MOST_PICTURE,
} as const;

/** Which of pdf.js' answers says that the password given is wrong. */
const WRONG_PASSWORD = 2;

/**
 * Opens a PDF in a worker. The library is loaded with the first one.
 * @param signal Aborts the opening; it then rejects.
 * @throws {PdfLockedError} when it needs a password, or another one.
 */
export async function openPdf(bytes: Uint8Array, signal: AbortSignal, password?: string): Promise<Pdf> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist');
  GlobalWorkerOptions.workerSrc = WORKER;
  signal.throwIfAborted();
  // The worker takes the bytes away; the caller's stay.
  const data = bytes.slice();
  const task: PDFDocumentLoadingTask = getDocument({
    ...OPTIONS,
    data,
    ...(password !== undefined && { password }),
  });
  const close = (): void => void task.destroy();
  signal.addEventListener('abort', close, { once: true });
  try {
    const document: PDFDocumentProxy = await task.promise;
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
    const pages = await Promise.all(numbers.map((number) => document.getPage(number)));
    return { pages, close };
  } catch (error) {
    close();
    if (error instanceof Error && error.name === 'PasswordException')
      throw new PdfLockedError('code' in error && error.code === WRONG_PASSWORD);
    throw error;
  } finally {
    signal.removeEventListener('abort', close);
  }
}
