import { v4 } from 'uuid';
import type { AttachmentKeys } from '#shared/crypto/attachment-keys.ts';
import { purposeKey } from '#shared/crypto/purpose-keys.ts';
import { newRecoveryWords } from '#shared/crypto/recovery-words.ts';
import { newVaultKey, type VaultKey } from '#shared/crypto/vault-key.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { withMac } from '#shared/formats/header-mac.ts';
import { VAULT_FORMAT, type VaultHeader } from '#shared/formats/vault-header.ts';
import { lookingNow, type Looking } from '#renderer/lib/looking.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { StoreError, VaultLockedError } from './errors.ts';
import { Journal, type Progress } from './journal.ts';
import { OpenVault } from './open-vault.ts';
import { sighted } from './sight.ts';
import { checkHeader, passphraseSlot, recoverySlot, type Work } from './slots.ts';
import { RescueVault } from './rescue.ts';
import type { ReconcileOptions } from './reconcile.ts';
import type { SealedSource } from './sealed-source.ts';
import type { OpeningReport, Vault } from './types.ts';
import { vaultKeysOf, type VaultKeys } from './vault-keys.ts';

/** A vault that was thought out and not yet written. */
export interface PreparedVault {
  readonly header: VaultHeader;
  readonly vaultKey: VaultKey;
  /** The 15 words of the recovery sheet. Shown now and never again. */
  readonly recoveryWords: readonly string[];
}

interface Session {
  readonly vault: OpenVault | RescueVault;
  readonly vaultKey: VaultKey;
  readonly vaultKeys: VaultKeys;
  header: VaultHeader;
}

let session: Session | null = null;

function opened(): Session {
  if (!session) throw new VaultLockedError();
  return session;
}

/**
 * Makes the keys and recovery words of a new vault. Nothing is written.
 * @param work Argon2id's memory and passes; left out, they are measured so that opening takes about a third of a second.
 */
export async function prepareVault(passphrase: string, work?: Work): Promise<PreparedVault> {
  const vault = { format: VAULT_FORMAT, vaultId: v4() };
  const vaultKey = newVaultKey();
  const recoveryWords = newRecoveryWords();
  const header = withMac(vaultKey, {
    ...vault,
    createdAt: Date.now(),
    revision: 0,
    epoch: 0,
    slots: {
      passphrase: await passphraseSlot(vault, vaultKey, passphrase, work),
      recovery: await recoverySlot(vault, vaultKey, recoveryWords),
    },
    formerKeys: [],
  });
  return { header, vaultKey, recoveryWords };
}

/** Writes a prepared vault and opens it. Throws `PlatformError` when main could not write it or there is one already. */
export async function createVault({ header, vaultKey }: PreparedVault): Promise<void> {
  await value(platform().vault.create({ header }));
  await openVault(header, vaultKey);
}

/**
 * Opens the vault for {@link vault}: compares store and journal and makes them one.
 * @param onProgress Told how far a rebuild has come.
 * @throws Errors that carry their failure: the vault is damaged or newer, its header was altered, the journal or the
 * store cannot be read. `JournalGapsError` when damage took changes: then `acceptGaps` opens with all the rest.
 */
export async function openVault(
  header: VaultHeader,
  vaultKey: VaultKey,
  onProgress?: Progress,
  { acceptGaps = false }: Pick<ReconcileOptions, 'acceptGaps'> = {},
): Promise<OpeningReport> {
  checkHeader(header, vaultKey);
  await closeVault();
  const vaultKeys = vaultKeysOf(header, vaultKey);
  const { vault, report } = await OpenVault.open(vaultKeys, { onProgress, acceptGaps });
  session = { vault, vaultKey, vaultKeys, header };
  return report;
}

let sight: { readonly of: Vault; readonly looking: Looking; readonly seen: Vault } | null = null;

/** The open vault, as it may be seen now: while a client is looking, only what is theirs. Throws when it is locked. */
export const vault = (): Vault => {
  const { vault: of } = opened();
  const looking = lookingNow();
  if (looking === null) return of;
  if (sight?.of !== of || sight.looking !== looking)
    sight = { of, looking, seen: sighted(of, looking.fileId) };
  return sight.seen;
};

/**
 * The open vault with everything in it, also while a client is looking: for work of which nothing is shown then. Throws when
 * it is locked.
 */
export const wholeVault = (): Vault => opened().vault;

/** The records of the open vault as they are sealed, for work off the UI thread. Throws when it is locked. */
export const sealedSource = (): SealedSource => opened().vault.sealed;

/** The id of the open vault. Throws when it is locked. */
export const vaultIdInUse = (): string => opened().header.vaultId;

/** The open vault with what only this layer may ask of it. Throws when it is locked, or open for reading only. */
export function ownVault(): OpenVault {
  const own = opened().vault;
  if (own instanceof RescueVault) throw new StoreError('diskFull', 'The vault is open for reading only');
  return own;
}

/** The open vault, for work that needs its store. Throws when it is locked, and `diskFull` when it can only be read. */
export function storedVault(): OpenVault {
  const own = ownVault();
  if (own instanceof RescueVault) throw new StoreError('diskFull', 'The vault can only be read');
  return own;
}

/** Whether the open vault can only be read, because the disk is full. Also false when it is locked. */
export const isReadOnly = (): boolean => session?.vault instanceof RescueVault;

/** The key of the open vault. Throws when it is locked. */
export const vaultKeyInUse = (): VaultKey => opened().vaultKey;

/** All keys that the open vault has had: its backups open with them. Throws when it is locked. */
export const vaultKeysInUse = (): VaultKeys => opened().vaultKeys;

/** Takes note that the header of the open vault has changed. Nothing happens when it is another vault's. */
export function noteHeader(header: VaultHeader): void {
  if (session?.header.vaultId === header.vaultId) session.header = header;
}

/** Header of the open vault. Throws when it is locked. */
export const vaultHeader = (): VaultHeader => opened().header;

/** The key that reminder labels are sealed with, 32 bytes; main is given it, and no other. Throws when locked. */
export const reminderKey = (): Uint8Array<ArrayBuffer> => {
  const { vaultKey, header } = opened();
  return Uint8Array.from(purposeKey(vaultKey, header.vaultId, 'reminder-labels'));
};

/**
 * The two keys that a job on a client file's attachments is given; main forgets them when the job ends. Throws when the
 * vault is locked, or the file has no key.
 */
export const attachmentKeysOf = (fileId: FileId): AttachmentKeys => opened().vault.attachmentKeys(fileId);

/**
 * When the first change was made after the journal's frame `seq`, milliseconds since the epoch; null when nothing changed
 * since. Throws when the vault is locked or the journal cannot be read.
 */
export const firstChangeAfter = (seq: number): Promise<number | null> => {
  return new Journal(opened().vaultKeys).firstChangeAfter(seq);
};

/**
 * Opens the vault for reading only, on a full disk: from the newest backup and the journal, into memory.
 * @throws As {@link openVault}.
 */
export async function openForReading(
  header: VaultHeader,
  vaultKey: VaultKey,
  onProgress?: Progress,
): Promise<void> {
  checkHeader(header, vaultKey);
  await closeVault();
  const vaultKeys = vaultKeysOf(header, vaultKey);
  const reading = await RescueVault.open(vaultKeys, onProgress);
  session = { vault: reading, vaultKey, vaultKeys, header };
}

/** Waits for the changes under way and closes the vault. Keys leave the memory only with the renderer process. */
export async function closeVault(): Promise<void> {
  const ending = session;
  session = null;
  await ending?.vault.close();
}
