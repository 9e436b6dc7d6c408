import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporary } from '#main/lib/atomic-file.ts';
import type { DataPaths } from '#main/lib/paths.ts';
import type { Log } from '#main/services/log/log.ts';
import { newerVersion, noteVersion, type User } from './data-version.ts';

/** What was found before any window. `newer`: a newer app used these data; nothing was read or touched. */
export type Preflight =
  /** `upgraded`: another version of the app, or another major one of Electron, used these data last. */
  | { readonly state: 'go'; readonly upgraded: boolean }
  | { readonly state: 'newer'; readonly version: number };

/** Looks at the data folder before anything of it is read: whose it is, and what a killed app left there. */
export async function preflight(paths: DataPaths, log: Log, user: User): Promise<Preflight> {
  const version = await newerVersion(paths);
  if (version !== null) return { state: 'newer', version };
  try {
    for (const folder of [paths.userData, paths.vault, paths.keyring]) await clearTemporary(folder);
    return { state: 'go', upgraded: await noteVersion(paths, user) };
  } catch (error) {
    // A full or read-only disk; whoever needs to write will say so in better words.
    log.error('Data folder not tidied', error);
  }
  return { state: 'go', upgraded: false };
}

/** Removes files that were never finished. Only one app runs on a data folder, so nobody else is writing them. */
async function clearTemporary(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isTemporary)) await unlink(join(folder, name));
}
