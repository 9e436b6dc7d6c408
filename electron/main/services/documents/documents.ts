import { documentHtml } from '#shared/documents/html.ts';
import type { DocumentModel } from '#shared/documents/model.ts';
import type { ResponseOf } from '#shared/ipc/contract.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { saveFile, type SaveDeps } from '#main/services/files/save-file.ts';
import type { Log } from '#main/services/log/log.ts';
import { createPdfCache, documentKey } from './pdf-cache.ts';
import type { OpenPrintPage, PrintPage } from './print-page.ts';

export interface DocumentsDeps extends SaveDeps {
  readonly openPage: OpenPrintPage;
  readonly log: Log;
}

/** Turns documents into pages. */
export interface DocumentsService {
  pdf(document: DocumentModel): Promise<Uint8Array<ArrayBuffer>>;
  savePdf(document: DocumentModel, suggestedName: string): Promise<ResponseOf<'documents.savePdf'>>;
  print(document: DocumentModel): Promise<ResponseOf<'documents.print'>>;
  /** Forgets every page made so far. */
  forget(): void;
}

/** Makes the service. PDFs are made one at a time; the last ones are kept, so that preview and file are the same bytes. */
export function createDocuments({ openPage, log, ...saving }: DocumentsDeps): DocumentsService {
  const cache = createPdfCache();
  let queue: Promise<unknown> = Promise.resolve();

  const open = async (document: DocumentModel): Promise<PrintPage> => {
    try {
      // Half of all code by size, and no paper is made while the app starts.
      const { printFonts } = await import('./fonts.ts');
      return await openPage(documentHtml(document, printFonts));
    } catch (error) {
      log.error('Page not laid out', error);
      throw new MainFailure('printFailed');
    }
  };

  const make = async (document: DocumentModel): Promise<Uint8Array<ArrayBuffer>> => {
    const key = documentKey(document);
    const known = cache.get(key);
    if (known) return known;
    const page = await open(document);
    try {
      const pdf = new Uint8Array(await page.pdf());
      cache.put(key, pdf);
      return pdf;
    } catch (error) {
      log.error('PDF not made', error);
      throw new MainFailure('printFailed');
    } finally {
      page.close();
    }
  };

  const pdf = (document: DocumentModel): Promise<Uint8Array<ArrayBuffer>> => {
    const made = queue.then(() => make(document));
    queue = made.catch(() => undefined);
    return made;
  };

  return {
    pdf,
    savePdf: (document, suggestedName) => saveFile(saving, suggestedName, '.pdf', pdf(document)),
    async print(document) {
      const page = await open(document);
      try {
        const outcome = await page.print();
        if (outcome === 'failed') throw new MainFailure('printFailed');
        if (outcome === 'noPrinter') throw new MainFailure('noPrinter');
        return { state: outcome };
      } finally {
        page.close();
      }
    },
    forget: cache.clear,
  };
}
