import { readdir, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { isTemporaryOf, writeFileAtomically } from '#main/lib/atomic-file.ts';
import { parseJson, readIfThere, writeDurably } from '#main/lib/durable-file.ts';

const pathsSchema = z.array(z.string());

/** Remembers which files of the user's folders are being written, so that a killed app leaves nothing beside them. */
export interface Unfinished {
  /** Writes a file as `writeFileAtomically` does. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Takes away what an earlier app, which was killed, left beside the files it was writing. */
  clear(): Promise<void>;
}

/** Keeps the list in a file, which is there only while something is being written. */
export function createUnfinished(file: string): Unfinished {
  const writing: string[] = [];
  const note = async (): Promise<void> => {
    try {
      if (writing.length === 0) await unlink(file);
      else await writeDurably(file, JSON.stringify(writing));
    } catch {
      // Without the list a kill leaves a file behind; what the user wants written is no worse for it.
    }
  };
  return {
    async write(path, bytes) {
      writing.push(path);
      await note();
      try {
        await writeFileAtomically(path, bytes);
      } finally {
        writing.splice(writing.indexOf(path), 1);
        await note();
      }
    },
    async clear() {
      const left = pathsSchema.safeParse(parseJson((await readIfThere(file)) ?? '[]'));
      for (const path of left.success ? left.data : []) await clearBeside(path);
      await note();
    },
  };
}

/** Removes the unfinished files of one target; a folder that is not there any more holds none. */
async function clearBeside(path: string): Promise<void> {
  const folder = dirname(path);
  try {
    for (const name of await readdir(folder)) {
      if (isTemporaryOf(basename(path), name)) await unlink(join(folder, name));
    }
  } catch {
    // The disk may be gone, or read-only now.
  }
}
