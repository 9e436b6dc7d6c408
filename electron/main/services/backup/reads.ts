import { randomUUID } from 'node:crypto';
import type { BackupPart } from '#shared/formats/backup.ts';
import { BackupBrokenError } from '#shared/formats/backup-blocks.ts';
import type { BackupManifest } from '#shared/formats/backup-manifest.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { readContainer } from './container.ts';
import { asBackupFailure } from './failures.ts';

/** Backups that are being read to the renderer. */
export interface Reads {
  /** Starts to read a file that was just verified. */
  open(path: string, identity: string, manifest: BackupManifest): string;
  /** The next records; null at the end. Throws `refused` for a read that is not open. */
  next(readId: string): Promise<Uint8Array<ArrayBuffer> | null>;
  close(readId: string): Promise<void>;
  closeAll(): Promise<void>;
}

/** Most backups that are read at once: more means that somebody forgets to close. */
const MOST = 4;

/** Makes the table of open reads. */
export function createReads(): Reads {
  const open = new Map<string, { parts: AsyncGenerator<BackupPart>; path: string; rootHash: string }>();

  async function close(readId: string): Promise<void> {
    const read = open.get(readId);
    open.delete(readId);
    await read?.parts.return(undefined);
  }

  return {
    open(path, identity, { rootHash }) {
      if (open.size >= MOST) throw new MainFailure('refused');
      const readId = randomUUID();
      open.set(readId, { parts: readContainer(path, identity), path, rootHash });
      return readId;
    },
    async next(readId) {
      const read = open.get(readId);
      if (!read) throw new MainFailure('refused');
      try {
        for await (const part of remaining(read.parts)) {
          // Copied, so that no message drags the whole buffer along.
          if (part.kind === 'records') return part.bytes.slice();
          if (part.kind === 'whole' && part.manifest.rootHash !== read.rootHash) {
            throw new BackupBrokenError('it is not the one that was checked');
          }
        }
        return null;
      } catch (error) {
        throw asBackupFailure(error, read.path);
      }
    },
    close,
    async closeAll() {
      for (const readId of open.keys()) await close(readId);
    },
  };
}

/** The parts to come. Leaving the loop does not end the generator. */
const remaining = (parts: AsyncGenerator<BackupPart>): AsyncIterable<BackupPart> => ({
  [Symbol.asyncIterator]: () => ({ next: () => parts.next() }),
});
