import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { randomBytes } from '@noble/ciphers/utils.js';

const NONCE_BYTES = 24;
const TAG_BYTES = 16;

/** Sealed data that does not open: altered, moved, cut, or sealed with another key. */
export class SealBrokenError extends Error {
  constructor() {
    super('Sealed data does not open');
    this.name = 'SealBrokenError';
  }
}

/**
 * Seals bytes with XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) under a random nonce.
 * @param key 32 bytes.
 * @param aad Associated data: must be given again to open; binds the bytes to their place.
 * @returns nonce (24 bytes), ciphertext, tag (16 bytes).
 */
export function seal(key: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  // Written where it stays: copies of long texts are what garbage is collected for while somebody types.
  const sealed = new Uint8Array(NONCE_BYTES + plaintext.length + TAG_BYTES);
  sealed.set(nonce);
  xchacha20poly1305(key, nonce, aad).encrypt(plaintext, sealed.subarray(NONCE_BYTES));
  return sealed;
}

/** Opens what {@link seal} made. Throws {@link SealBrokenError} when it is not exactly that. */
export function open(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Uint8Array {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new SealBrokenError();
  try {
    return xchacha20poly1305(key, sealed.subarray(0, NONCE_BYTES), aad).decrypt(sealed.subarray(NONCE_BYTES));
  } catch {
    throw new SealBrokenError();
  }
}
