import type { MainDeps } from '#main/services/deps.ts';
import { createSaveDialog, exists } from './save-dialog.ts';
import { saveFile } from './save-file.ts';
import type { Unfinished } from './unfinished.ts';

/** `files.save`: bytes of a known kind into a file of the user's choice. */
export function registerFilesHandlers({
  ipc,
  window,
  unfinished,
}: Pick<MainDeps, 'ipc' | 'window'> & { readonly unfinished: Unfinished }): void {
  const dialogFor = createSaveDialog(window);
  ipc.handle('files.save', ({ suggestedName, kind, bytes }) =>
    saveFile(
      { chooseFile: dialogFor(kind), exists, write: (path, contents) => unfinished.write(path, contents) },
      suggestedName,
      `.${kind}`,
      bytes,
    ),
  );
}
