import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { AttachmentKeys } from '#shared/crypto/attachment-keys.ts';
import {
  CHUNK_NONCE_BYTES,
  CHUNK_TAG_BYTES,
  paddedLength,
  sealedLength,
} from '#shared/formats/attachment-chunks.ts';
import { JobEndedError } from './job-error.ts';

const ALGORITHM = 'aes-256-gcm';

/** Names, seals and opens the chunks of one client file, as `shared/formats/attachment-chunks.ts` describes. */
export class ChunkCipher {
  #keys: AttachmentKeys | null;

  /** @param keys Taken over: zeroed by {@link wipe}. */
  constructor(keys: AttachmentKeys) {
    this.#keys = keys;
  }

  /** The name of a chunk. */
  nameOf(chunk: Uint8Array): string {
    return createHmac('sha256', this.#held().names).update(chunk).digest('hex');
  }

  /** Seals a chunk under its name. The same chunk always gives the same bytes. */
  seal(name: string, chunk: Uint8Array): Buffer {
    const { key, nonce, aad } = this.#forChunk(name);
    const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: CHUNK_TAG_BYTES }).setAAD(aad);
    const padding = Buffer.alloc(paddedLength(chunk.length) - chunk.length);
    return Buffer.concat([cipher.update(chunk), cipher.update(padding), cipher.final(), cipher.getAuthTag()]);
  }

  /**
   * Opens a sealed chunk.
   * @param length Bytes of content it must have.
   * @returns null when it is not exactly what was sealed under this name.
   */
  open(name: string, sealed: Uint8Array, length: number): Buffer | null {
    if (sealed.length !== sealedLength(length)) return null;
    const { key, nonce, aad } = this.#forChunk(name);
    const end = sealed.length - CHUNK_TAG_BYTES;
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: CHUNK_TAG_BYTES })
      .setAAD(aad)
      .setAuthTag(sealed.subarray(end));
    const padded = decipher.update(sealed.subarray(0, end));
    try {
      decipher.final();
    } catch {
      return null;
    }
    const chunk = padded.subarray(0, length);
    return this.nameOf(chunk) === name ? chunk : null;
  }

  /** Forgets the keys. From now on everything else throws {@link JobEndedError}. */
  wipe(): void {
    this.#keys?.names.fill(0);
    this.#keys?.chunks.fill(0);
    this.#keys = null;
  }

  #held(): AttachmentKeys {
    if (this.#keys === null) throw new JobEndedError();
    return this.#keys;
  }

  #forChunk(name: string): { readonly key: Uint8Array; readonly nonce: Buffer; readonly aad: Buffer } {
    const aad = Buffer.from(name, 'hex');
    return { key: this.#held().chunks, nonce: aad.subarray(0, CHUNK_NONCE_BYTES), aad };
  }
}
