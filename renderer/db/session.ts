import { randomBytes } from '@noble/ciphers/utils.js';
import { v4 } from 'uuid';
import { purposeKey } from '#shared/crypto/purpose-keys.ts';
import { newRecoveryWords, recoveryWrappingKey } from '#shared/crypto/recovery-words.ts';
import { newVaultKey, unwrapVaultKey, wrapVaultKey, type VaultKey } from '#shared/crypto/vault-key.ts';
import { NewerDataError } from '#shared/formats/newer-data.ts';
import { VAULT_FORMAT, type ArgonParams, type VaultHeader } from '#shared/formats/vault-header.ts';
import { toHex } from '#shared/lib/bytes.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { deriveKey } from '#renderer/worker/derive-key.ts';
import { VaultLockedError } from './errors.ts';
import type { Progress } from './journal.ts';
import { OpenVault } from './open-vault.ts';
import type { OpeningReport, Vault } from './types.ts';

/** How hard a passphrase is made to guess. */
export type Work = Pick<ArgonParams, 'memoryKiB' | 'iterations'>;

const DEFAULT_WORK: Work = { memoryKiB: 131_072, iterations: 3 };
/** A machine that derives the key faster than this is given more passes, milliseconds. */
const LEAST_TIME = 250;
const MOST_ITERATIONS = 64;

/** A vault that was thought out and not yet written. */
export interface PreparedVault {
  readonly header: VaultHeader;
  readonly vaultKey: VaultKey;
  /** The 15 words of the recovery sheet. Shown now and never again. */
  readonly recoveryWords: readonly string[];
}

interface Session {
  readonly vault: OpenVault;
  readonly vaultKey: VaultKey;
  header: VaultHeader;
}

let session: Session | null = null;

function opened(): Session {
  if (!session) throw new VaultLockedError();
  return session;
}

/** Refuses, before anything is read or written, a vault whose format is newer than this app. */
function checkFormat({ format }: VaultHeader): void {
  if (format > VAULT_FORMAT) throw new NewerDataError('The vault', format);
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

/**
 * Makes the keys and recovery words of a new vault. Nothing is written.
 * @param work Argon2id's memory and passes; left out, they are measured so that opening takes about a third of a second.
 */
export async function prepareVault(passphrase: string, work?: Work): Promise<PreparedVault> {
  const vault = { format: VAULT_FORMAT, vaultId: v4() };
  const vaultKey = newVaultKey();
  const recoveryWords = newRecoveryWords();
  const recoveryKey = recoveryWrappingKey(recoveryWords, vault.vaultId);
  if (!recoveryKey) throw new Error('New recovery words do not read back');
  const { key, kdf } = await newWrappingKey(passphrase, work);
  const header: VaultHeader = {
    ...vault,
    createdAt: Date.now(),
    slots: {
      passphrase: { kdf, wrapped: wrapVaultKey(key, vaultKey, { vault, name: 'passphrase', kdf }) },
      recovery: { wrapped: wrapVaultKey(recoveryKey, vaultKey, { vault, name: 'recovery' }) },
    },
  };
  return { header, vaultKey, recoveryWords };
}

/** Writes a prepared vault and opens it. Throws `PlatformError` when main could not write it or there is one already. */
export async function createVault({ header, vaultKey }: PreparedVault): Promise<void> {
  await value(platform().vault.create({ header }));
  await openVault(header, vaultKey);
}

/** The vault key, when the passphrase is right; null when it is wrong. Takes a third of a second and more. */
export async function unlockWithPassphrase(
  header: VaultHeader,
  passphrase: string,
): Promise<VaultKey | null> {
  checkFormat(header);
  if (passphrase === '') return null;
  const { kdf, wrapped } = header.slots.passphrase;
  const key = await deriveKey(passphrase, kdf);
  return unwrapVaultKey(key, wrapped, { vault: header, name: 'passphrase', kdf });
}

/** The vault key, when the words are those of the recovery sheet; null when they are not. */
export async function unlockWithRecoveryWords(
  header: VaultHeader,
  words: readonly string[],
): Promise<VaultKey | null> {
  checkFormat(header);
  const key = recoveryWrappingKey(words, header.vaultId);
  return key && unwrapVaultKey(key, header.slots.recovery.wrapped, { vault: header, name: 'recovery' });
}

/**
 * Opens the vault for {@link vault}: compares store and journal and makes them one.
 * @param onProgress Told how far a rebuild has come.
 * @throws Errors that carry their failure: the vault is damaged or newer, the journal or the store cannot be read.
 */
export async function openVault(
  header: VaultHeader,
  vaultKey: VaultKey,
  onProgress?: Progress,
): Promise<OpeningReport> {
  checkFormat(header);
  await closeVault();
  const { vault, report } = await OpenVault.open(header.vaultId, vaultKey, onProgress);
  session = { vault, vaultKey, header };
  return report;
}

/**
 * Puts a new passphrase in the place of the old one. No record is touched; the recovery words stay as they are.
 * @returns The new header. When it rejects, the old passphrase goes on to work.
 */
export async function changePassphrase(
  header: VaultHeader,
  vaultKey: VaultKey,
  newPassphrase: string,
): Promise<VaultHeader> {
  const { key, kdf } = await newWrappingKey(newPassphrase);
  const slot = { vault: header, name: 'passphrase', kdf } as const;
  const wrapped = wrapVaultKey(key, vaultKey, slot);
  const changed: VaultHeader = { ...header, slots: { ...header.slots, passphrase: { kdf, wrapped } } };
  await value(platform().vault.replaceHeader({ header: changed }));
  if (session?.header.vaultId === header.vaultId) session.header = changed;
  return changed;
}

/** The open vault. Throws when it is locked. */
export const vault = (): Vault => opened().vault;

/** Header of the open vault. Throws when it is locked. */
export const vaultHeader = (): VaultHeader => opened().header;

/** The key that reminder labels are sealed with, 32 bytes; main is given it, and no other. Throws when locked. */
export const reminderKey = (): Uint8Array<ArrayBuffer> => {
  const { vaultKey, header } = opened();
  return Uint8Array.from(purposeKey(vaultKey, header.vaultId, 'reminder-labels'));
};

/** Waits for the changes under way and closes the vault. Keys leave the memory only with the renderer process. */
export async function closeVault(): Promise<void> {
  const ending = session;
  session = null;
  await ending?.vault.close();
}
