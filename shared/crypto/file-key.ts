import { randomBytes } from '@noble/ciphers/utils.js';
import type { FileId } from '#shared/domain/ids.ts';
import { utf8 } from '#shared/lib/bytes.ts';
import { open, seal } from './aead.ts';

const binding = (vaultId: string, fileId: FileId): Uint8Array =>
  utf8(JSON.stringify(['kartoteka/file-key/1', vaultId, fileId]));

/** Makes the key of a new client file: random, so that destroying it erases the file wherever its records lie. */
export const newFileKey = (): Uint8Array => randomBytes(32);

/** Wraps a file's key for the keyring. `keyringKey` is the key of that purpose. */
export const wrapFileKey = (
  keyringKey: Uint8Array,
  fileKey: Uint8Array,
  vaultId: string,
  fileId: FileId,
): Uint8Array<ArrayBuffer> => seal(keyringKey, fileKey, binding(vaultId, fileId));

/** Takes a file's key out of the keyring. Throws `SealBrokenError` when it is not that file's. */
export const unwrapFileKey = (
  keyringKey: Uint8Array,
  wrapped: Uint8Array,
  vaultId: string,
  fileId: FileId,
): Uint8Array => open(keyringKey, wrapped, binding(vaultId, fileId));
