import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** What the outside tells the host; read once, at the start. */
export interface Environment {
  readonly headless: boolean;
  readonly root: boolean;
  readonly debugPort: number | null;
  readonly userData: string | null;
}

/** Reads the host's own settings. */
function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const port = Number(env['KARTOTEKA_DEBUG_PORT'] ?? Number.NaN);
  return {
    headless: env['KARTOTEKA_HEADLESS'] === '1',
    root: process.getuid?.() === 0,
    debugPort: Number.isInteger(port) ? port : null,
    userData: env['KARTOTEKA_USER_DATA'] ?? null,
  };
}

export const environment = readEnvironment(process.env);

/** The languages of the system, best first, as BCP 47 tags. */
export function systemLanguages(env: NodeJS.ProcessEnv): string[] {
  const named = [...(env['LANGUAGE'] ?? '').split(':'), env['LC_ALL'], env['LC_MESSAGES'], env['LANG']];
  const tags = named
    .map((name) => (name ?? '').replace(/[.@].*$/, '').replaceAll('_', '-'))
    .filter((tag) => tag !== '' && tag !== 'C' && tag !== 'POSIX');
  // Of all that knows the system's language, this is the quickest to ask.
  return tags.length > 0 ? [...new Set(tags)] : [new Intl.PluralRules().resolvedOptions().locale];
}

/** Where programs keep their data on this platform. */
export function appDataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}

/** A folder of the user, such as Documents: where the desktop says it is, else by its English name in the home folder. */
export function userFolder(
  name: 'Desktop' | 'Documents' | 'Downloads' | 'Music' | 'Pictures' | 'Videos',
  env: NodeJS.ProcessEnv,
): string {
  const key = `XDG_${name === 'Downloads' ? 'DOWNLOAD' : name.toUpperCase()}_DIR`;
  try {
    const file = join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'user-dirs.dirs');
    const found = new RegExp(`^${key}="(.+)"$`, 'm').exec(readFileSync(file, 'utf8'))?.[1];
    if (found !== undefined) return found.replace('$HOME', homedir());
  } catch {
    // No such file: the desktop has no opinion.
  }
  return join(homedir(), name);
}
