import { randomBytes } from 'node:crypto';
import { open, rename, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '#main/lib/atomic-file.ts';
import { systemErrorCode } from '#main/lib/system-error.ts';

const PIECE_BYTES = 1024 * 1024;

/** A file of no use but its size: it is given up when the disk is full, so that the last changes find room. */
export interface Reserve {
  /** Whether it is there. */
  held(): Promise<boolean>;
  /** Gives the room back. Answers whether it held some. */
  release(): Promise<boolean>;
  /** Makes the file, piece by piece; ends early when `goOn` says no. Throws what the file system throws; then it is not there. */
  make(goOn: () => boolean): Promise<void>;
}

async function removed(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** The reserve in a file. Random bytes: a file system that packs or shares equal pieces would keep no room for them. */
export function reserveAt(path: string, size: number): Reserve {
  const unfinished = `${path}.new`;
  return {
    async held() {
      try {
        return (await stat(path)).size >= size;
      } catch {
        return false;
      }
    },
    async release() {
      const [whole, part] = [await removed(path), await removed(unfinished)];
      return whole || part;
    },
    async make(goOn) {
      try {
        const file = await open(unfinished, 'w', 0o600);
        try {
          for (let done = 0; done < size; done += PIECE_BYTES) {
            if (!goOn()) throw new Error('Not wanted any more');
            await file.write(randomBytes(Math.min(PIECE_BYTES, size - done)));
          }
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(unfinished, path);
        await syncFolder(dirname(path));
      } catch (error) {
        await removed(unfinished);
        if (goOn()) throw error;
      }
    },
  };
}
