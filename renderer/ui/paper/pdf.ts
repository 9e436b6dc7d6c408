import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

/** An open PDF. */
export interface Pdf {
  readonly pages: readonly PDFPageProxy[];
  /** Frees what it holds in the worker. */
  close(): void;
}

/** The worker's code, as a file of the app. */
const WORKER = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href;

/** Options that keep pdf.js to itself: no WebAssembly, nothing fetched. Everything a page needs is in its own bytes. */
const OPTIONS = { useWasm: false, useSystemFonts: false, disableRange: true, disableStream: true } as const;

/**
 * Opens a PDF in a worker. The library is loaded with the first one.
 * @param signal Aborts the opening; it then rejects.
 */
export async function openPdf(bytes: Uint8Array, signal: AbortSignal): Promise<Pdf> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist');
  GlobalWorkerOptions.workerSrc = WORKER;
  signal.throwIfAborted();
  // The worker takes the bytes away; the caller's stay.
  const task: PDFDocumentLoadingTask = getDocument({ ...OPTIONS, data: bytes.slice() });
  const close = (): void => void task.destroy();
  signal.addEventListener('abort', close, { once: true });
  try {
    const document: PDFDocumentProxy = await task.promise;
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
    const pages = await Promise.all(numbers.map((number) => document.getPage(number)));
    return { pages, close };
  } catch (error) {
    close();
    throw error;
  } finally {
    signal.removeEventListener('abort', close);
  }
}
