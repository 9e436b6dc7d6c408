import { createHash } from 'node:crypto';
import { type AttachmentContent, chunkLength } from '#shared/formats/attachment-chunks.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { ChunkCipher } from './chunk-cipher.ts';
import type { ChunkStore } from './chunk-store.ts';

/** What an export is made of. */
export interface ExportWork {
  /** What the user calls the document, for failures. */
  readonly fileName: string;
  readonly content: AttachmentContent;
  readonly cipher: ChunkCipher;
  readonly store: ChunkStore;
  readonly signal: AbortSignal;
  /** Told how many bytes have been written. */
  readonly onProgress: (done: number) => void;
}

/**
 * Gives the content of an attachment, chunk by chunk, to `write`. Throws `attachmentDamaged` when a chunk is missing, was
 * altered, or the whole has not the hash it had: then what was written so far is worth nothing.
 */
export async function exportContent(
  { fileName, content, cipher, store, signal, onProgress }: ExportWork,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const damaged = (): MainFailure => new MainFailure('attachmentDamaged', { fileName });
  const whole = createHash('sha256');
  let done = 0;
  for (const [index, name] of content.chunks.entries()) {
    const length = chunkLength(content.size, index);
    const sealed = await store.read(name, length);
    signal.throwIfAborted();
    const chunk = typeof sealed === 'string' ? null : cipher.open(name, sealed, length);
    if (chunk === null) throw damaged();
    whole.update(chunk);
    await write(chunk);
    signal.throwIfAborted();
    done += length;
    onProgress(done);
  }
  if (whole.digest('hex') !== content.sha256) throw damaged();
}
