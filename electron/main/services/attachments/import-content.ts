import { createHash } from 'node:crypto';
import { type AttachmentContent, CHUNK_BYTES } from '#shared/formats/attachment-chunks.ts';
import type { ChunkCipher } from './chunk-cipher.ts';
import type { ChunkStore } from './chunk-store.ts';
import type { Source } from './source.ts';

/** Chunks that may be on their way to the disk while the next is read. */
const MOST_WRITES = 3;

/** Writes under way, so many at a time. The first failure is kept until somebody asks. */
class Writes {
  readonly #running = new Set<Promise<void>>();
  #failed: { readonly error: unknown } | null = null;

  /** Adds a write. Waits until there is room for the next. Throws what an earlier one failed with. */
  async add(write: Promise<void>): Promise<void> {
    const watched = write
      .catch((error: unknown) => {
        this.#failed ??= { error };
      })
      .finally(() => this.#running.delete(watched));
    this.#running.add(watched);
    if (this.#running.size >= MOST_WRITES) await Promise.race(this.#running);
    this.#tell();
  }

  /** Waits for all of them. Throws what one failed with. */
  async end(): Promise<void> {
    await this.ended();
    this.#tell();
  }

  /** Waits for all of them, whatever becomes of them. */
  async ended(): Promise<void> {
    await Promise.all(this.#running);
  }

  #tell(): void {
    if (this.#failed !== null) throw this.#failed.error;
  }
}

/** What an import is made of. */
export interface ImportWork {
  readonly source: Source;
  readonly cipher: ChunkCipher;
  readonly store: ChunkStore;
  readonly signal: AbortSignal;
  /** Told how many bytes have been read. */
  readonly onProgress: (done: number) => void;
}

/**
 * Reads a source and stores its chunks, each once; on the disk when it answers. Whatever ends it before that, the chunks
 * it has written are removed.
 */
export async function importContent({
  source,
  cipher,
  store,
  signal,
  onProgress,
}: ImportWork): Promise<AttachmentContent> {
  const chunks: string[] = [];
  const seen = new Set<string>();
  const made: string[] = [];
  const writes = new Writes();
  const whole = createHash('sha256');
  const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  let size = 0;

  const put = async (name: string, sealed: Buffer): Promise<void> => {
    if ((await store.put(name, sealed)) === 'made') made.push(name);
  };
  try {
    for (;;) {
      const length = await source.read(buffer);
      signal.throwIfAborted();
      if (length === 0) break;
      const chunk = buffer.subarray(0, length);
      whole.update(chunk);
      const name = cipher.nameOf(chunk);
      chunks.push(name);
      if (!seen.has(name)) {
        seen.add(name);
        await writes.add(put(name, cipher.seal(name, chunk)));
      }
      size += length;
      onProgress(size);
      if (length < CHUNK_BYTES) break;
    }
    await source.confirm(size);
    await writes.end();
    await store.settle(seen);
    signal.throwIfAborted();
    return { size, sha256: whole.digest('hex'), chunks };
  } catch (error) {
    await writes.ended();
    await store.discard(made);
    throw error;
  } finally {
    buffer.fill(0);
    await source.close();
  }
}
