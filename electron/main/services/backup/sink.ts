import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fault } from '#shared/lib/fault.ts';
import { syncFolder } from '#main/lib/atomic-file.ts';

/** What an unfinished backup is called until it was verified. */
const PART = '.part';

/** A backup file while it is being written: under another name until somebody has proved that it can be read. */
export class Sink {
  readonly #folder: string;
  readonly #fileName: string;
  #file: FileHandle | null = null;

  private constructor(folder: string, fileName: string, file: FileHandle) {
    this.#folder = folder;
    this.#fileName = fileName;
    this.#file = file;
  }

  /** Starts a file; makes the folder when it is missing and removes what an earlier try left. */
  static async create(folder: string, fileName: string): Promise<Sink> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(folder)) {
      if (name.endsWith(PART)) await rm(join(folder, name), { force: true });
    }
    const sink = new Sink(folder, fileName, await open(join(folder, fileName + PART), 'wx', 0o600));
    try {
      await fault('backup.begun');
      return sink;
    } catch (error) {
      await sink.discard();
      throw error;
    }
  }

  /** Where the bytes are now. */
  get path(): string {
    return join(this.#folder, this.#fileName + PART);
  }

  /** Adds bytes. Rejects with what the file system says. */
  async write(bytes: Uint8Array): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.#opened().write(bytes, done);
      done += bytesWritten;
    }
    await fault('backup.written');
  }

  /** Waits until everything is on the disk, and lets go of the file. */
  async settle(): Promise<void> {
    const file = this.#opened();
    await file.sync();
    this.#file = null;
    await file.close();
    await fault('backup.synced');
  }

  /** Gives the file its name, for good. */
  async publish(): Promise<void> {
    await rename(this.path, join(this.#folder, this.#fileName));
    await syncFolder(this.#folder);
    await fault('backup.named');
  }

  /** Removes the file. Never rejects: there is nothing better to be done. */
  async discard(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close().catch(() => undefined);
    await rm(this.path, { force: true }).catch(() => undefined);
  }

  #opened(): FileHandle {
    if (this.#file === null) throw new Error('The file is closed');
    return this.#file;
  }
}
