import { mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { syncFolder } from '#main/lib/atomic-file.ts';

/** An open segment file. */
export interface JournalFile {
  /** Writes at a position; answers how many bytes were taken, which may be fewer than given. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  /** Fills `into` from a position; answers how many bytes there were. */
  read(into: Uint8Array, position: number): Promise<number>;
  /** Waits until the data are on the disk. */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** What the journal needs of a file system; tests put one with faults in its place. */
export interface JournalFs {
  makeFolder(folder: string): Promise<void>;
  list(folder: string): Promise<readonly string[]>;
  /** All bytes of a file; in `room` where they have place there, which the next read may take. */
  readWhole(path: string, room?: Uint8Array): Promise<Uint8Array>;
  /** `create` empties what is there. */
  open(path: string, mode: 'read' | 'change' | 'create'): Promise<JournalFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  syncFolder(folder: string): Promise<void>;
}

const FLAGS = { read: 'r', change: 'r+', create: 'w+' } as const;

/** The machine's file system. */
export const nodeJournalFs: JournalFs = {
  makeFolder: async (folder) => void (await mkdir(folder, { recursive: true, mode: 0o700 })),
  list: (folder) => readdir(folder),
  async readWhole(path, room) {
    if (room === undefined) return readFile(path);
    const handle = await open(path, FLAGS.read);
    try {
      const { size } = await handle.stat();
      const bytes = size <= room.length ? room.subarray(0, size) : new Uint8Array(size);
      let done = 0;
      for (let got = -1; got !== 0 && done < size; done += got)
        ({ bytesRead: got } = await handle.read(bytes, done, size - done, done));
      return bytes.subarray(0, done);
    } finally {
      await handle.close();
    }
  },
  async open(path, mode) {
    const handle = await open(path, FLAGS[mode], 0o600);
    return {
      write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
      read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
      sync: () => handle.datasync(),
      truncate: (length) => handle.truncate(length),
      close: () => handle.close(),
    };
  },
  rename,
  remove: unlink,
  syncFolder: (folder) => syncFolder(folder),
};

/** Writes all bytes, however many the system takes at once. */
export async function writeAll(file: JournalFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const taken = await file.write(bytes.subarray(done), position + done);
    if (taken === 0) throw new Error('The system took no bytes');
    done += taken;
  }
}

/** Fills `into` from a position. Throws when the file ends before. */
export async function readAll(file: JournalFile, into: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < into.length;) {
    const got = await file.read(into.subarray(done), position + done);
    if (got === 0) throw new Error('The file ends too early');
    done += got;
  }
}
