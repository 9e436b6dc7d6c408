import { existsSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join } from 'node:path';
import type {
  BaseWindow,
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { runCommandSync } from './command.ts';
import { desktopDialog } from './desktop-dialog.ts';
import { environment, userFolder } from './environment.ts';
import { guarded } from './not-in-host.ts';

/** A path at which nothing is yet: `Note.pdf`, `Note (2).pdf`, … */
export function freePath(path: string, taken: (path: string) => boolean = existsSync): string {
  const extension = extname(path);
  const stem = join(dirname(path), basename(path, extension));
  let free = path;
  for (let number = 2; taken(free); number += 1) free = `${stem} (${number})${extension}`;
  return free;
}

/** The answer to "where" on a desktop that has no program to ask with: the documents folder, never an existing file. */
function placeInDocuments(suggested: string | undefined): string {
  const name = suggested ?? 'Kartoteka';
  if (isAbsolute(name)) return freePath(name);
  const documents = userFolder('Documents', process.env);
  return freePath(join(existsSync(documents) ? documents : userFolder('Downloads', process.env), name));
}

const optionsOf = <T>(first: BaseWindow | T, second: T | undefined): T => second ?? (first as T);

async function showSaveDialog(
  first: BaseWindow | SaveDialogOptions,
  second?: SaveDialogOptions,
): Promise<SaveDialogReturnValue> {
  const { title = '', defaultPath } = optionsOf(first, second);
  if (environment.headless) return { canceled: true, filePath: '' };
  const desktop = desktopDialog();
  const filePath =
    desktop === null
      ? placeInDocuments(defaultPath)
      : await desktop.save(title, defaultPath ?? userFolder('Documents', process.env));
  return { canceled: filePath === '', filePath };
}

async function showOpenDialog(
  first: BaseWindow | OpenDialogOptions,
  second?: OpenDialogOptions,
): Promise<OpenDialogReturnValue> {
  const { title = '', defaultPath, properties = [] } = optionsOf(first, second);
  const desktop = environment.headless ? null : desktopDialog();
  if (desktop === null) return { canceled: true, filePaths: [] };
  const kind = { folder: properties.includes('openDirectory'), many: properties.includes('multiSelections') };
  const filePaths = await desktop.open(title, defaultPath ?? userFolder('Documents', process.env), kind);
  return { canceled: filePaths.length === 0, filePaths };
}

async function showMessageBox(
  first: BaseWindow | MessageBoxOptions,
  second?: MessageBoxOptions,
): Promise<MessageBoxReturnValue> {
  const options = optionsOf(first, second);
  const {
    title = 'Kartoteka',
    message,
    detail,
    buttons = ['OK'],
    cancelId = 0,
    checkboxChecked = false,
  } = options;
  const text = detail === undefined ? message : `${message}\n\n${detail}`;
  const desktop = environment.headless ? null : desktopDialog();
  if (desktop === null) process.stderr.write(`${text}\n`);
  const response = await (desktop?.ask({ title, text, buttons }) ?? cancelId);
  return { response: response === -1 ? cancelId : response, checkboxChecked };
}

function showMessageBoxSync(first: BaseWindow | MessageBoxOptions, second?: MessageBoxOptions): number {
  const { message, detail, cancelId = 0 } = optionsOf(first, second);
  showErrorBox(message, detail ?? '');
  return cancelId;
}

function showErrorBox(title: string, content: string): void {
  process.stderr.write(`${title}\n${content}\n`);
  if (!environment.headless)
    runCommandSync('zenity', ['--error', '--no-markup', `--text=${title}\n\n${content}`]);
}

/** Electron's `dialog`. Without windows every question is answered with its way out. */
export const dialog = guarded('dialog', {
  showSaveDialog,
  showOpenDialog,
  showMessageBox,
  showMessageBoxSync,
  showErrorBox,
} satisfies Partial<Dialog>);
