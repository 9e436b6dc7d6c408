import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '#shared/lib/bytes.ts';

/** What a key derived from the vault key may be used for; one key a purpose, so that none can stand in for another. */
export type KeyPurpose =
  | 'practice-records'
  | 'keyring'
  | 'journal'
  | 'reminder-labels'
  | 'backups'
  | 'backup-seals'
  | 'erasures'
  | 'header'
  | 'former-keys'
  | 'search-index';

/**
 * Derives the key of one purpose from the vault key (HKDF-SHA-256, RFC 5869; salt: the vault's id, info: the purpose).
 * @returns 32 bytes.
 */
export const purposeKey = (vaultKey: Uint8Array, vaultId: string, purpose: KeyPurpose): Uint8Array =>
  hkdf(sha256, vaultKey, utf8(vaultId), utf8(`kartoteka/1/${purpose}`), 32);
