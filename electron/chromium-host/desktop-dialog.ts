import { hasCommand, runCommand } from './command.ts';

/** A question in the shape that zenity and kdialog share. */
interface Question {
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly string[];
}

/** Asks for a path, or for a button, through the desktop's own program; null when there is none. */
export interface DesktopDialog {
  save(title: string, suggested: string): Promise<string>;
  open(
    title: string,
    start: string,
    kind: { readonly folder: boolean; readonly many: boolean },
  ): Promise<string[]>;
  /** The number of the button; -1 when it was closed. */
  ask(question: Question): Promise<number>;
}

const lines = (output: string): string[] => output.split('\n').filter((line) => line !== '');

const zenity: DesktopDialog = {
  save: async (title, suggested) =>
    (
      await runCommand('zenity', [
        '--file-selection',
        '--save',
        `--title=${title}`,
        `--filename=${suggested}`,
      ])
    ).output,
  open: async (title, start, { folder, many }) => {
    const kind = [...(folder ? ['--directory'] : []), ...(many ? ['--multiple', '--separator=\n'] : [])];
    const place = [`--title=${title}`, `--filename=${start}/`];
    return lines((await runCommand('zenity', ['--file-selection', ...place, ...kind])).output);
  },
  ask: async ({ title, text, buttons }) => {
    const texts = [`--title=${title}`, '--no-markup', `--text=${text}`];
    const [first = 'OK', ...rest] = buttons;
    if (rest.length === 0) {
      await runCommand('zenity', ['--info', ...texts, `--ok-label=${first}`]);
      return 0;
    }
    // Extra buttons answer with their label and the exit code of a refusal.
    const extra = rest.slice(1).map((label) => `--extra-button=${label}`);
    const labels = [`--ok-label=${first}`, `--cancel-label=${rest[0]}`];
    const { code, output } = await runCommand('zenity', ['--question', ...texts, ...labels, ...extra]);
    if (code === 0) return 0;
    return output === '' ? 1 : buttons.indexOf(output);
  },
};

const kdialog: DesktopDialog = {
  save: async (title, suggested) =>
    (await runCommand('kdialog', ['--title', title, '--getsavefilename', suggested])).output,
  open: async (title, start, { folder, many }) => {
    if (folder)
      return lines((await runCommand('kdialog', ['--title', title, '--getexistingdirectory', start])).output);
    const kind = many ? ['--multiple', '--separate-output'] : [];
    return lines(
      (await runCommand('kdialog', ['--title', title, '--getopenfilename', start, ...kind])).output,
    );
  },
  ask: async ({ title, text, buttons }) => {
    const [first = 'OK', second, third] = buttons;
    if (second === undefined) {
      await runCommand('kdialog', ['--title', title, '--msgbox', text, '--ok-label', first]);
      return 0;
    }
    const kind = third === undefined ? '--yesno' : '--yesnocancel';
    const labels = ['--yes-label', first, '--no-label', second];
    const more = third === undefined ? [] : ['--cancel-label', third];
    const { code } = await runCommand('kdialog', ['--title', title, kind, text, ...labels, ...more]);
    return code ?? -1;
  },
};

/** The dialogs of this desktop, when it has a program for them. */
export function desktopDialog(): DesktopDialog | null {
  if (hasCommand('zenity')) return zenity;
  return hasCommand('kdialog') ? kdialog : null;
}
