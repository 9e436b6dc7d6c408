import type { ChunkCipher } from './chunk-cipher.ts';
import type { ChunkStore } from './chunk-store.ts';

/** What mending needs. */
export interface MendWork {
  readonly store: ChunkStore;
  /** The folders of attachments beside the backups that can be reached now. */
  readonly copies: () => Promise<readonly ChunkStore[]>;
}

/**
 * Brings a chunk that the store has lost, or that was altered there, back from beside a backup. Only one that opens counts.
 * @returns Its content; null when no copy that can be reached holds it. Throws `MainFailure` when it cannot be written.
 */
export async function mendChunk(
  { store, copies }: MendWork,
  cipher: ChunkCipher,
  name: string,
  length: number,
): Promise<Buffer | null> {
  for (const copy of await copies()) {
    const sealed = await copy.read(name, length);
    const chunk = typeof sealed === 'string' ? null : cipher.open(name, sealed, length);
    if (chunk === null || typeof sealed === 'string') continue;
    await store.put(name, sealed);
    await store.settle([name]);
    return chunk;
  }
  return null;
}
