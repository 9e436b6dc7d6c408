import { basename, dirname } from 'node:path';
import { documentHtml } from '#shared/documents/html.ts';
import type { DocumentModel } from '#shared/documents/model.ts';
import type { ResponseOf } from '#shared/ipc/contract.ts';
import { withExtension } from '#shared/lib/safe-file-name.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { Log } from '#main/services/log/log.ts';
import { printFonts } from './fonts.ts';
import { createPdfCache, documentKey } from './pdf-cache.ts';
import type { OpenPrintPage, PrintPage } from './print-page.ts';

export interface DocumentsDeps {
  readonly openPage: OpenPrintPage;
  /** Asks the user where to save, offering a name. Null when they changed their mind. The dialog asks before overwriting. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  readonly exists: (path: string) => Promise<boolean>;
  /** Writes the file wholly or not at all. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
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
export function createDocuments({
  openPage,
  chooseFile,
  exists,
  write,
  log,
}: DocumentsDeps): DocumentsService {
  const cache = createPdfCache();
  let queue: Promise<unknown> = Promise.resolve();

  const open = async (document: DocumentModel): Promise<PrintPage> => {
    try {
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
    async savePdf(document, suggestedName) {
      const made = pdf(document);
      // The dialog stands open for as long as the user likes; a failure waits until it is answered.
      made.catch(() => undefined);
      const chosen = await chooseFile(withExtension(suggestedName, '.pdf'));
      if (chosen === null) return { state: 'cancelled' };
      const path = await withPdf(chosen, exists);
      await write(path, await made);
      return { state: 'saved', fileName: basename(path), folder: dirname(path) };
    },
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

/** The chosen path with `.pdf`. A name the dialog did not ask about is never overwritten: it gets a number. */
async function withPdf(chosen: string, exists: (path: string) => Promise<boolean>): Promise<string> {
  if (/\.pdf$/i.test(chosen)) return chosen;
  let path = `${chosen}.pdf`;
  for (let number = 2; await exists(path); number += 1) path = `${chosen} (${number}).pdf`;
  return path;
}
