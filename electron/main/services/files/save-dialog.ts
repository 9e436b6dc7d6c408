import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app, dialog, type SaveDialogOptions } from 'electron';
import type { AppWindow } from '#main/window/app-window.ts';

/** Asks the user where to save. The dialog asks before it answers with a file that is there already. */
export type ChooseFile = (suggestedName: string) => Promise<string | null>;

/**
 * A save dialog over the window that remembers the folder chosen last.
 * @param extension Without the dot; also what the dialog calls the kind of file, in capitals.
 */
export function createSaveDialog(window: Pick<AppWindow, 'current'>): (extension: string) => ChooseFile {
  let folder: string | null = null;
  return (extension) => async (suggestedName) => {
    const options: SaveDialogOptions = {
      defaultPath: join(folder ?? app.getPath('documents'), suggestedName),
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
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
}

/** Whether there is something at that path. */
export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
