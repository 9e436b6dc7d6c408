import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  KEYRING_FORMAT,
  keyringFormatSchema,
  keyringOf,
  keyringText,
  type KeyringFile,
} from '#shared/formats/keyring-file.ts';
import { syncFolder } from '#main/lib/atomic-file.ts';
import { parseJson, readIfThere, writeDurably } from '#main/lib/durable-file.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { asFailure, systemErrorCode } from '#main/lib/system-error.ts';

/** What a file of the keyring turned out to be. */
export type Generation =
  | { readonly state: 'missing' | 'damaged' }
  | { readonly state: 'whole'; readonly file: KeyringFile };

/** Reads one generation. Throws `vaultNewer` when a newer app wrote it. */
export async function readGeneration(path: string): Promise<Generation> {
  const text = await readIfThere(path);
  if (text === null) return { state: 'missing' };
  const parsed = parseJson(text);
  const format = keyringFormatSchema.safeParse(parsed);
  if (format.success && format.data.format > KEYRING_FORMAT) {
    throw new MainFailure('vaultNewer', { format: format.data.format });
  }
  const file = keyringOf(parsed);
  return file ? { state: 'whole', file } : { state: 'damaged' };
}

/** Writes one generation; on the disk when it answers. */
export const writeGeneration = (path: string, file: KeyringFile): Promise<void> =>
  writeDurably(path, keyringText(file));

/** Deletes a file for good; nothing happens when it is not there. */
export async function remove(path: string, folder: string): Promise<void> {
  try {
    await rm(path, { force: true });
    await syncFolder(folder);
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw asFailure(error, path);
  }
}

/** Zeros in the place of every wrapped key that stands behind one of the ids. */
const withoutKeys = (text: string, fileIds: readonly string[]): string =>
  fileIds.reduce(
    (left, fileId) =>
      left.replaceAll(
        new RegExp(`("fileId":"${fileId}","wrapped":")([0-9a-f]*)`, 'g'),
        (_all, before: string, wrapped: string) => before + '0'.repeat(wrapped.length),
      ),
    text,
  );

/**
 * Takes the keys of erased client files out of what lies in the folder besides the generations: copies that were set
 * aside as damaged or as another vault's. Works on their text, since they may be readable to no one else.
 */
export async function scrubStrays(
  folder: string,
  generations: readonly string[],
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    if (generations.includes(path)) continue;
    const text = await readIfThere(path);
    if (text === null) continue;
    const scrubbed = withoutKeys(text, fileIds);
    if (scrubbed !== text) await writeDurably(path, scrubbed);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw asFailure(error, folder);
  }
}
