import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '#shared/lib/bytes.ts';

/** The two keys of a client file that a job on its attachments needs. Neither opens a record, nor leads to the file's key. */
export interface AttachmentKeys {
  /** Key of the names of chunks (HMAC-SHA-256), 32 bytes. */
  readonly names: Uint8Array<ArrayBuffer>;
  /** Key the chunks are sealed with (AES-256-GCM), 32 bytes. */
  readonly chunks: Uint8Array<ArrayBuffer>;
}

/**
 * Derives the keys of a client file's attachments from the file's key (HKDF-SHA-256, RFC 5869; salt: the vault's id, info:
 * `kartoteka/1/attachment-names` and `kartoteka/1/attachment-chunks`). Destroying the file's key makes the chunks
 * unreadable wherever they lie.
 */
export function attachmentKeys(fileKey: Uint8Array, vaultId: string): AttachmentKeys {
  const derive = (purpose: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(hkdf(sha256, fileKey, utf8(vaultId), utf8(`kartoteka/1/${purpose}`), 32));
  return { names: derive('attachment-names'), chunks: derive('attachment-chunks') };
}
