import { basename, dirname, extname } from 'node:path';
import type { ResponseOf } from '#shared/ipc/contract.ts';
import { withExtension } from '#shared/lib/safe-file-name.ts';

/** What saving a file of the user's choice needs of the machine. */
export interface SaveDeps {
  /** Asks the user where to save, offering a name. Null when they changed their mind. The dialog asks before overwriting. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  readonly exists: (path: string) => Promise<boolean>;
  /** Writes the file wholly or not at all. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
}

/**
 * Asks where to save and writes the file there. Rejects with a `MainFailure`; then nothing was written.
 * @param extension With its dot: what the file's name ends with, whatever the user typed.
 * @param bytes May still be on their way while the dialog stands open; when they fail, the failure is told after it.
 */
export async function saveFile(
  { chooseFile, exists, write }: SaveDeps,
  suggestedName: string,
  extension: string,
  bytes: Uint8Array | Promise<Uint8Array>,
): Promise<ResponseOf<'files.save'>> {
  const made = Promise.resolve(bytes);
  made.catch(() => undefined);
  const chosen = await chooseFile(withExtension(suggestedName, extension));
  if (chosen === null) return { state: 'cancelled' };
  const path = await withChosenExtension(chosen, extension, exists);
  await write(path, await made);
  return { state: 'saved', fileName: basename(path), folder: dirname(path) };
}

/** The chosen path with its extension. A name the dialog did not ask about is never overwritten: it gets a number. */
async function withChosenExtension(
  chosen: string,
  extension: string,
  exists: SaveDeps['exists'],
): Promise<string> {
  if (extname(chosen).toLowerCase() === extension) return chosen;
  let path = `${chosen}${extension}`;
  for (let number = 2; await exists(path); number += 1) path = `${chosen} (${number})${extension}`;
  return path;
}
