import type { MainDeps } from '#main/services/deps.ts';
import { createSaveDialog, exists } from '#main/services/files/save-dialog.ts';
import type { Unfinished } from '#main/services/files/unfinished.ts';
import { createDocuments } from './documents.ts';
import { openPrintWindow } from './print-window.ts';

interface Deps extends Pick<MainDeps, 'ipc' | 'log' | 'session' | 'window'> {
  readonly unfinished: Unfinished;
}

/** `documents.*`: PDF bytes, PDF files and paper. */
export function registerDocumentsHandlers({ ipc, log, session, window, unfinished }: Deps): void {
  const documents = createDocuments({
    openPage: openPrintWindow,
    chooseFile: createSaveDialog(window)('pdf'),
    exists,
    write: (path, bytes) => unfinished.write(path, bytes),
    log,
  });

  session.onChange(() => documents.forget());
  ipc.handle('documents.pdf', async ({ document }) => ({ pdf: await documents.pdf(document) }));
  ipc.handle('documents.savePdf', ({ document, suggestedName }) =>
    documents.savePdf(document, suggestedName),
  );
  ipc.handle('documents.print', ({ document }) => documents.print(document));
}
