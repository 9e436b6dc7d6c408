import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app, dialog, type SaveDialogOptions } from 'electron';
import type { MainDeps } from '#main/services/deps.ts';
import { writeFileAtomically } from '#main/services/files/atomic-file.ts';
import { createDocuments } from './documents.ts';
import { openPrintWindow } from './print-window.ts';

type Deps = Pick<MainDeps, 'ipc' | 'log' | 'session' | 'window'>;

/** `documents.*`: PDF bytes, PDF files and paper. */
export function registerDocumentsHandlers({ ipc, log, session, window }: Deps): void {
  let folder: string | null = null;

  const chooseFile = async (suggestedName: string): Promise<string | null> => {
    const options: SaveDialogOptions = {
      defaultPath: join(folder ?? app.getPath('documents'), suggestedName),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
      properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
    };
    const parent = window.current();
    const { canceled, filePath } = await (parent
      ? dialog.showSaveDialog(parent, options)
      : dialog.showSaveDialog(options));
    if (canceled || filePath === '') return null;
    folder = dirname(filePath);
    return filePath;
  };

  const documents = createDocuments({
    openPage: openPrintWindow,
    chooseFile,
    exists: (path) =>
      access(path).then(
        () => true,
        () => false,
      ),
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
