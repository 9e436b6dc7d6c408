import type { MainDeps } from '#main/services/deps.ts';
import { writeFileAtomically } from '#main/lib/atomic-file.ts';
import { createSaveDialog, exists } from './save-dialog.ts';
import { saveFile } from './save-file.ts';

/** `files.save`: bytes of a known kind into a file of the user's choice. */
export function registerFilesHandlers({ ipc, window }: Pick<MainDeps, 'ipc' | 'window'>): void {
  const dialogFor = createSaveDialog(window);
  ipc.handle('files.save', ({ suggestedName, kind, bytes }) =>
    saveFile(
      { chooseFile: dialogFor(kind), exists, write: writeFileAtomically },
      suggestedName,
      `.${kind}`,
      bytes,
    ),
  );
}
