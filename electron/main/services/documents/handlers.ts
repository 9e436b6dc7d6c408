import type { MainDeps } from '#main/services/deps.ts';
import { writeFileAtomically } from '#main/lib/atomic-file.ts';
import { createSaveDialog, exists } from '#main/services/files/save-dialog.ts';
import { createDocuments } from './documents.ts';
import { openPrintWindow } from './print-window.ts';

type Deps = Pick<MainDeps, 'ipc' | 'log' | 'session' | 'window'>;

/** `documents.*`: PDF bytes, PDF files and paper. */
export function registerDocumentsHandlers({ ipc, log, session, window }: Deps): void {
  const documents = createDocuments({
    openPage: openPrintWindow,
    chooseFile: createSaveDialog(window)('pdf'),
    exists,
    write: writeFileAtomically,
    log,
  });

  session.onChange(() => documents.forget());
  ipc.handle('documents.pdf', async ({ document }) => ({ pdf: await documents.pdf(document) }));
  ipc.handle('documents.savePdf', ({ document, suggestedName }) =>
    documents.savePdf(document, suggestedName),
  );
  ipc.handle('documents.print', ({ document }) => documents.print(document));
}
