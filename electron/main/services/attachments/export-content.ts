import { createHash } from 'node:crypto';
import { type AttachmentContent, chunkLength } from '#shared/formats/attachment-chunks.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { ChunkCipher } from './chunk-cipher.ts';
import { mendChunk, type MendWork } from './mend-chunk.ts';

/** What an export is made of. */
export interface ExportWork extends MendWork {
  /** What the user calls the document, for failures. */
  readonly fileName: string;
  readonly content: AttachmentContent;
  readonly cipher: ChunkCipher;
  readonly signal: AbortSignal;
  /** Told how many bytes have been written. */
  readonly onProgress: (done: number) => void;
}

/**
 * Gives the content of an attachment, chunk by chunk, to `write`; what is lost is brought back from beside a backup that
 * can be reached. Throws `attachmentDamaged` when a chunk is missing or was altered everywhere, or the whole has not the hash it had: then what was written so far is worth nothing.
 */
export async function exportContent(
  work: ExportWork,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const { fileName, content, cipher, store, signal, onProgress } = work;
  const damaged = (): MainFailure => new MainFailure('attachmentDamaged', { fileName });
  const whole = createHash('sha256');
  let done = 0;
  for (const [index, name] of content.chunks.entries()) {
    const length = chunkLength(content.size, index);
    const sealed = await store.read(name, length);
    signal.throwIfAborted();
    const here = typeof sealed === 'string' ? null : cipher.open(name, sealed, length);
    const chunk = here ?? (await mendChunk(work, cipher, name, length).catch(() => null));
    if (chunk === null) throw damaged();
    whole.update(chunk);
    await write(chunk);
    signal.throwIfAborted();
    done += length;
    onProgress(done);
  }
  if (whole.digest('hex') !== content.sha256) throw damaged();
}
