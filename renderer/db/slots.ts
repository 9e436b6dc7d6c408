import { randomBytes } from '@noble/ciphers/utils.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { backupRecipient, recoveryBackupIdentity } from '#shared/crypto/backup-identity.ts';
import { recoveryWrappingKey } from '#shared/crypto/recovery-words.ts';
import { unwrapVaultKey, wrapVaultKey, type KeySlot, type VaultKey } from '#shared/crypto/vault-key.ts';
import { macHolds } from '#shared/formats/header-mac.ts';
import { NewerDataError } from '#shared/formats/newer-data.ts';
import { VAULT_FORMAT, type ArgonParams, type VaultHeader } from '#shared/formats/vault-header.ts';
import { toHex, utf8 } from '#shared/lib/bytes.ts';
import { deriveKey } from '#renderer/worker/derive-key.ts';
import { HeaderAlteredError } from './errors.ts';
import { countAgain } from './survey-ahead.ts';

/** How hard a passphrase is made to guess. */
export type Work = Pick<ArgonParams, 'memoryKiB' | 'iterations'>;
type Slots = VaultHeader['slots'];
type Vault = KeySlot['vault'];

const DEFAULT_WORK: Work = { memoryKiB: 131_072, iterations: 3 };
/** A machine that derives the key faster than this is given more passes, milliseconds. */
const LEAST_TIME = 250;
const MOST_ITERATIONS = 64;

/** Refuses, before anything is read or written, a vault whose format is newer than this app. */
export function checkFormat({ format }: VaultHeader): void {
  if (format > VAULT_FORMAT) throw new NewerDataError('The vault', format);
}

/**
 * Refuses a header that somebody without the vault key has touched, before anything is written with what stands in it.
 * @throws {HeaderAlteredError}
 */
export function checkHeader(header: VaultHeader, vaultKey: VaultKey): void {
  checkFormat(header);
  if (!macHolds(vaultKey, header)) throw new HeaderAlteredError();
}

/** Derives a wrapping key under fresh parameters; without `work`, those that suit this machine. */
async function newWrappingKey(
  passphrase: string,
  work?: Work,
): Promise<{ readonly key: Uint8Array; readonly kdf: ArgonParams }> {
  const kdf: ArgonParams = { ...(work ?? DEFAULT_WORK), parallelism: 1, salt: toHex(randomBytes(16)) };
  const begun = performance.now();
  const key = await deriveKey(passphrase, kdf);
  const took = performance.now() - begun;
  if (work || took >= LEAST_TIME) return { key, kdf };
  const iterations = Math.min(MOST_ITERATIONS, Math.ceil((kdf.iterations * LEAST_TIME) / took));
  const harder = { ...kdf, iterations };
  return { key: await deriveKey(passphrase, harder), kdf: harder };
}

/** Makes the slot that a passphrase opens. */
export async function passphraseSlot(
  { format, vaultId }: Vault,
  vaultKey: VaultKey,
  passphrase: string,
  work?: Work,
): Promise<Slots['passphrase']> {
  const { key, kdf } = await newWrappingKey(passphrase, work);
  const wrapped = wrapVaultKey(key, vaultKey, { vault: { format, vaultId }, name: 'passphrase', kdf });
  return { kdf, wrapped, madeAt: Date.now() };
}

/** Makes the slot that recovery words open. Throws when they are not a whole, right set. */
export async function recoverySlot(
  { format, vaultId }: Vault,
  vaultKey: VaultKey,
  words: readonly string[],
): Promise<Slots['recovery']> {
  const [key, identity] = [recoveryWrappingKey(words, vaultId), recoveryBackupIdentity(words)];
  if (key === null || identity === null) throw new Error('The recovery words do not read back');
  return {
    wrapped: wrapVaultKey(key, vaultKey, { vault: { format, vaultId }, name: 'recovery' }),
    recipient: await backupRecipient(identity),
    madeAt: Date.now(),
  };
}

const deviceWrappingKey = (secret: Uint8Array, vaultId: string): Uint8Array =>
  hkdf(sha256, secret, utf8(vaultId), utf8('kartoteka/1/device'), 32);

/** Makes the slot that a secret in this computer's keychain opens. */
export const deviceSlot = (
  { format, vaultId }: Vault,
  vaultKey: VaultKey,
  secret: Uint8Array,
): Required<Slots>['device'] => ({
  wrapped: wrapVaultKey(deviceWrappingKey(secret, vaultId), vaultKey, {
    vault: { format, vaultId },
    name: 'device',
  }),
  madeAt: Date.now(),
});

/** The vault key out of a slot of a header that is as it was made; null when the wrapping key is wrong. */
function unwrapped(header: VaultHeader, key: Uint8Array, wrapped: string, slot: KeySlot): VaultKey | null {
  const vaultKey = unwrapVaultKey(key, wrapped, slot);
  if (vaultKey !== null) checkHeader(header, vaultKey);
  return vaultKey;
}

/**
 * The vault key, when the passphrase is right; null when it is wrong. Takes a third of a second and more.
 * @throws {HeaderAlteredError} when it is right and the header was altered.
 */
export async function unlockWithPassphrase(
  header: VaultHeader,
  passphrase: string,
): Promise<VaultKey | null> {
  checkFormat(header);
  if (passphrase === '') return null;
  const { kdf, wrapped } = header.slots.passphrase;
  countAgain();
  const key = await deriveKey(passphrase, kdf);
  return unwrapped(header, key, wrapped, { vault: header, name: 'passphrase', kdf });
}

/**
 * The vault key, when the words are those of the recovery sheet; null when they are not.
 * @throws {HeaderAlteredError} when they are right and the header was altered.
 */
export async function unlockWithRecoveryWords(
  header: VaultHeader,
  words: readonly string[],
): Promise<VaultKey | null> {
  checkFormat(header);
  const key = recoveryWrappingKey(words, header.vaultId);
  return key && unwrapped(header, key, header.slots.recovery.wrapped, { vault: header, name: 'recovery' });
}

/**
 * The vault key, when the secret is the one of this computer; null when it is not, or the vault does not open that way.
 * @throws {HeaderAlteredError} when it is right and the header was altered.
 */
export function unlockWithSecret(header: VaultHeader, secret: Uint8Array): VaultKey | null {
  checkFormat(header);
  const { device } = header.slots;
  if (device === undefined) return null;
  const key = deviceWrappingKey(secret, header.vaultId);
  return unwrapped(header, key, device.wrapped, { vault: header, name: 'device' });
}
