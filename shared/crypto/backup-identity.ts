import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '#shared/lib/bytes.ts';
import { bech32 } from './bech32.ts';
import { purposeKey } from './purpose-keys.ts';
import { recoverySeed } from './recovery-words.ts';

/** A native X25519 identity of the age format (c2sp.org/age), whose private keys are 32 bytes of whatever value. */
const ageIdentity = (scalar: Uint8Array): string => bech32('age-secret-key-', scalar).toUpperCase();

/**
 * The identity that opens every backup of a vault made with this vault key, whatever the recovery sheet then was.
 * @returns `AGE-SECRET-KEY-1…`: as secret as the vault key.
 */
export const vaultBackupIdentity = (vaultKey: Uint8Array, vaultId: string): string =>
  ageIdentity(purposeKey(vaultKey, vaultId, 'backups'));

/**
 * The identity that the words of a recovery sheet alone give, so that a backup opens with the sheet and nothing else:
 * HKDF-SHA-256 (no salt, info "kartoteka/1/backup-recovery", 32 bytes) over the BIP-39 seed of the words.
 * @returns `AGE-SECRET-KEY-1…`; null when the words are not a whole, rightly typed set.
 */
export function recoveryBackupIdentity(words: readonly string[]): string | null {
  const seed = recoverySeed(words);
  return seed && ageIdentity(hkdf(sha256, seed, undefined, utf8('kartoteka/1/backup-recovery'), 32));
}

/** The public half of an identity: `age1…`. Rejects when it is no identity. */
export async function backupRecipient(identity: string): Promise<string> {
  // Loaded when needed: no start of the app has to wait for it.
  const { identityToRecipient } = await import('age-encryption');
  return identityToRecipient(identity);
}
