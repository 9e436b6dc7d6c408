import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { utf8 } from '#shared/lib/bytes.ts';
import { syncFolder, writeFileAtomically } from './atomic-file.ts';
import { asFailure, systemErrorCode } from './system-error.ts';

/**
 * Replaces a state file so that after a crash or power cut it is wholly old or wholly new, readable by its owner alone.
 * Makes the folder when it is missing.
 * Throws `MainFailure` (`diskFull`, `readOnly`, `fileBusy`, …); the old file is then untouched.
 */
export async function writeDurably(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw asFailure(error, path);
  }
  await writeFileAtomically(path, utf8(text), { mode: 0o600 });
}

/** The text of a file; null when there is none. Other errors are thrown. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw asFailure(error, path);
  }
}

/** Puts a file out of the way under another name, so that nothing is lost; nothing happens when it is not there. */
export async function setAside(path: string, suffix: string): Promise<void> {
  try {
    await rename(path, `${path}${suffix}`);
    await syncFolder(dirname(path));
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw asFailure(error, path);
  }
}

/** Parsed JSON; undefined when the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
