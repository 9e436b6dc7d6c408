import { statSync, unlinkSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, stat, unlink, utimes } from 'node:fs/promises';
import { syncFolder } from '#main/lib/atomic-file.ts';
import { systemErrorCode } from '#main/lib/system-error.ts';

/** A chunk file that is being written. */
export interface ChunkFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Waits until the data are on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What the chunk store needs of a file system; tests put one with faults in its place. */
export interface ChunkFiles {
  /** True when it was not there before. */
  makeFolder(folder: string): Promise<boolean>;
  /** Names in a folder; none when there is no folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Fails when the file exists. */
  create(path: string): Promise<ChunkFile>;
  read(path: string): Promise<Buffer>;
  /** Size in bytes and the moment of the last change; null when there is no such file. */
  stat(path: string): Promise<{ readonly size: number; readonly changedAt: number } | null>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Sets the moment of the last change to now. */
  touch(path: string): Promise<void>;
  /** Removes a file last changed before a moment, in one go that nothing can come between. False when it stays. */
  removeIfOlder(path: string, than: number): boolean;
  syncFolder(folder: string): Promise<void>;
}

/** The machine's file system. */
export const nodeChunkFiles: ChunkFiles = {
  makeFolder: async (folder) => (await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined,
  list: (folder) =>
    readdir(folder).catch((error: unknown) => {
      if (systemErrorCode(error) === 'ENOENT') return [];
      throw error;
    }),
  async create(path) {
    const handle = await open(path, 'wx', 0o600);
    return {
      write: (bytes) => handle.writeFile(bytes),
      sync: () => handle.datasync(),
      close: () => handle.close(),
    };
  },
  read: (path) => readFile(path),
  stat: (path) =>
    stat(path).then(
      ({ size, mtimeMs }) => ({ size, changedAt: mtimeMs }),
      (error: unknown) => {
        if (systemErrorCode(error) === 'ENOENT') return null;
        throw error;
      },
    ),
  rename,
  remove: (path) => unlink(path),
  async touch(path) {
    const now = new Date();
    await utimes(path, now, now);
  },
  removeIfOlder(path, than) {
    if (statSync(path).mtimeMs >= than) return false;
    unlinkSync(path);
    return true;
  },
  syncFolder,
};
