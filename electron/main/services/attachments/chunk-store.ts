import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { chunkFolder, chunkNameSchema, sealedLength } from '#shared/formats/attachment-chunks.ts';
import { fault } from '#shared/lib/fault.ts';
import { asFailure, systemErrorCode } from '#main/lib/system-error.ts';
import { type ChunkFiles, nodeChunkFiles } from './chunk-files.ts';

/** How a chunk came to lie in the store: written now, there already, or written anew over a damaged one. */
export type PutResult = 'made' | 'there' | 'mended';

/** A file in the folder of attachments. */
export interface StoredFile {
  readonly name: string;
  readonly path: string;
  /** `rest`: left by a write that was cut off. */
  readonly kind: 'chunk' | 'rest';
}

const REST = /^[0-9a-f]{64}\.[0-9a-f]{12}\.tmp$/;
const SUBFOLDER = /^[0-9a-f]{2}$/;

/** The sealed chunks in the vault folder. Knows no keys. */
export class ChunkStore {
  readonly #folder: string;
  readonly #files: ChunkFiles;
  /** Chunks that were found there by an import: whoever wrote them is not alone with them. */
  readonly #shared = new Set<string>();

  constructor(folder: string, files: ChunkFiles = nodeChunkFiles) {
    this.#folder = folder;
    this.#files = files;
  }

  /**
   * Stores a chunk; its name survives a power cut after {@link settle}. A damaged one of that name is replaced.
   * Throws `MainFailure` (`diskFull`, `readOnly`, …); nothing half-written is left.
   */
  async put(name: string, sealed: Uint8Array): Promise<PutResult> {
    const path = this.#pathOf(name);
    try {
      const found = await this.#compare(path, sealed);
      if (found === 'same') {
        this.#shared.add(name);
        return 'there';
      }
      await this.#files.makeFolder(dirname(path));
      await this.#write(path, sealed);
      return found === 'other' ? 'mended' : 'made';
    } catch (error) {
      throw asFailure(error, path);
    }
  }

  /** Makes the names of stored chunks survive a power cut. */
  async settle(names: Iterable<string>): Promise<void> {
    const folders = new Set(Array.from(names, (name) => dirname(this.#pathOf(name))));
    if (folders.size === 0) return;
    try {
      for (const folder of folders) await this.#files.syncFolder(folder);
      await this.#files.syncFolder(this.#folder);
      await this.#files.syncFolder(dirname(this.#folder));
      await fault('attachment.settled');
    } catch (error) {
      throw asFailure(error, this.#folder);
    }
  }

  /** Takes back what a job that did not come to its end has written, except what another job has found there since. */
  async discard(names: Iterable<string>): Promise<void> {
    for (const name of names) {
      if (this.#shared.has(name)) continue;
      // What cannot be removed now belongs to nothing, and the next check finds it.
      await this.#files.remove(this.#pathOf(name)).catch(() => undefined);
    }
  }

  /**
   * Removes chunks, there or not, and answers when that survives a power cut.
   * @returns How many were there.
   */
  async remove(names: Iterable<string>): Promise<number> {
    const removed: string[] = [];
    try {
      for (const name of names) {
        if (await this.#removeOne(this.#pathOf(name))) removed.push(name);
      }
    } catch (error) {
      throw asFailure(error, this.#folder);
    }
    await this.settle(removed);
    return removed.length;
  }

  /** Removes a file last changed before a moment; false when it was changed since, or cannot be removed. */
  removeIfOlder(path: string, than: number): boolean {
    try {
      return this.#files.removeIfOlder(path, than);
    } catch {
      return false;
    }
  }

  /** The bytes of a chunk that holds so many bytes of content; else what is the matter with it. */
  async read(name: string, length: number): Promise<Buffer | 'missing' | 'damaged'> {
    const state = await this.look(name, length);
    if (state !== 'there') return state;
    try {
      return await this.#files.read(this.#pathOf(name));
    } catch (error) {
      return systemErrorCode(error) === 'ENOENT' ? 'missing' : 'damaged';
    }
  }

  /** Whether a chunk is there in the size that it must have. */
  async look(name: string, length: number): Promise<'there' | 'missing' | 'damaged'> {
    try {
      const found = await this.#files.stat(this.#pathOf(name));
      if (found === null) return 'missing';
      return found.size === sealedLength(length) ? 'there' : 'damaged';
    } catch {
      return 'damaged';
    }
  }

  /** Size and age of a file of this store; null when it is gone. */
  stat(file: StoredFile): Promise<{ readonly size: number; readonly changedAt: number } | null> {
    return this.#files.stat(file.path).catch(() => null);
  }

  /** Everything that lies in the folder, what has a foreign name left out. */
  async list(): Promise<readonly StoredFile[]> {
    const found: StoredFile[] = [];
    const folders = (await this.#files.list(this.#folder)).filter((name) => SUBFOLDER.test(name));
    for (const folder of folders) {
      for (const name of await this.#files.list(join(this.#folder, folder))) {
        const path = join(this.#folder, folder, name);
        if (REST.test(name)) found.push({ name, path, kind: 'rest' });
        else if (chunkNameSchema.safeParse(name).success && chunkFolder(name) === folder)
          found.push({ name, path, kind: 'chunk' });
      }
    }
    return found;
  }

  #pathOf(name: string): string {
    return join(this.#folder, chunkFolder(name), name);
  }

  /** Compares with what is there. Touches it first: from then on no check takes it for a day-old orphan. */
  async #compare(path: string, sealed: Uint8Array): Promise<'none' | 'same' | 'other'> {
    try {
      await this.#files.touch(path);
      const found = await this.#files.stat(path);
      if (found?.size !== sealed.length) return 'other';
      return (await this.#files.read(path)).equals(sealed) ? 'same' : 'other';
    } catch (error) {
      return systemErrorCode(error) === 'ENOENT' ? 'none' : 'other';
    }
  }

  async #write(path: string, sealed: Uint8Array): Promise<void> {
    const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
    const file = await this.#files.create(beside);
    try {
      try {
        await file.write(sealed);
        await fault('attachment.chunk.written');
        await file.sync();
      } finally {
        await file.close();
      }
      await fault('attachment.chunk.synced');
      await this.#files.rename(beside, path);
      await fault('attachment.chunk.named');
    } catch (error) {
      await this.#files.remove(beside).catch(() => undefined);
      throw error;
    }
  }

  async #removeOne(path: string): Promise<boolean> {
    try {
      await this.#files.remove(path);
      return true;
    } catch (error) {
      if (systemErrorCode(error) === 'ENOENT') return false;
      throw error;
    }
  }
}
