import type { AuditAction } from '#shared/domain/audit.ts';
import { newRecoveryWords } from '#shared/crypto/recovery-words.ts';
import type { VaultKey } from '#shared/crypto/vault-key.ts';
import { macHolds, withMac } from '#shared/formats/header-mac.ts';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { platform, PlatformError } from '#renderer/platform/index.ts';
import { HeaderAlteredError } from './errors.ts';
import { rememberHeader } from './key-memory.ts';
import { noteHeader, vaultHeader } from './session.ts';
import {
  checkHeader,
  deviceSlot,
  passphraseSlot,
  recoverySlot,
  unlockWithRecoveryWords,
  unlockWithSecret,
  type Work,
} from './slots.ts';

/** Whether this very header lies on the disk; null when nobody can say. */
async function lies(header: VaultHeader): Promise<boolean | null> {
  const status = await platform().vault.status();
  if (!status.ok) return null;
  return status.value.state === 'ready' && canonicalJson(status.value.header) === canonicalJson(header);
}

/**
 * Puts a header in the place of another, in one step of the disk. When main could not say that it is safely there, looks
 * what lies there now, so that the user is never told of an old way in that is the new one, or the other way round.
 * @throws `PlatformError`: then the old header is there; `keysUnsure` when it may be either.
 */
export async function storeHeader(header: VaultHeader): Promise<void> {
  const first = await platform().vault.replaceHeader({ header });
  if (!first.ok) {
    if ((await lies(header)) === false) throw new PlatformError(first.error);
    // It is there, but the disk has not confirmed it, or main is not to be reached: once more, then nobody knows.
    const second = await platform().vault.replaceHeader({ header });
    if (!second.ok) throw new PlatformError({ code: 'keysUnsure', details: {} });
  }
  noteHeader(header);
}

/** Tells the open vault of its new header. Not being able to is no failure of the change: the next opening catches up. */
async function remember({ vaultId }: VaultHeader, action: AuditAction): Promise<void> {
  try {
    if (vaultHeader().vaultId === vaultId) await rememberHeader(action);
  } catch {
    // Locked, or the disk is full.
  }
}

/** The header with other slots, sealed anew. */
function changed(header: VaultHeader, vaultKey: VaultKey, slots: VaultHeader['slots']): VaultHeader {
  checkHeader(header, vaultKey);
  const { mac: _mac, ...content } = header;
  return withMac(vaultKey, { ...content, revision: header.revision + 1, slots });
}

/**
 * Puts a new passphrase in the place of the old one. No record is touched; the recovery words stay as they are.
 * @returns The new header. When it rejects, the old passphrase goes on to work; with `keysUnsure` either may.
 */
export async function changePassphrase(
  header: VaultHeader,
  vaultKey: VaultKey,
  newPassphrase: string,
  work?: Work,
): Promise<VaultHeader> {
  const passphrase = await passphraseSlot(header, vaultKey, newPassphrase, work);
  const next = changed(header, vaultKey, { ...header.slots, passphrase });
  await storeHeader(next);
  await remember(next, 'passphraseChanged');
  return next;
}

/** Words for a new recovery sheet. They open nothing until {@link changeRecoveryWords} has put them into the header. */
export const makeRecoveryWords = (): readonly string[] => newRecoveryWords();

/**
 * Puts new recovery words in the place of the old ones, which open nothing from then on but copies of the vault made
 * before. The words are tried on the new header before the old one goes.
 * @returns The new header. When it rejects, the old words go on to work; with `keysUnsure` either may.
 */
export async function changeRecoveryWords(
  header: VaultHeader,
  vaultKey: VaultKey,
  words: readonly string[],
): Promise<VaultHeader> {
  const recovery = await recoverySlot(header, vaultKey, words);
  const next = changed(header, vaultKey, { ...header.slots, recovery });
  if ((await unlockWithRecoveryWords(next, words)) === null) throw new Error('The new words do not open');
  await storeHeader(next);
  await remember(next, 'recoveryWordsReplaced');
  return next;
}

/**
 * Lets this computer's keychain open the vault, beside passphrase and words. The secret is with main before the header
 * tells of it; left over without a header, it opens nothing.
 */
export async function enableDevice(
  header: VaultHeader,
  vaultKey: VaultKey,
  secret: Uint8Array,
): Promise<VaultHeader> {
  const device = deviceSlot(header, vaultKey, secret);
  const next = changed(header, vaultKey, { ...header.slots, device });
  if (unlockWithSecret(next, secret) === null) throw new Error('The secret of the keychain does not open');
  await storeHeader(next);
  await remember(next, 'deviceUnlockAdded');
  return next;
}

/** Takes away the slot of this computer's keychain. */
export async function disableDevice(header: VaultHeader, vaultKey: VaultKey): Promise<VaultHeader> {
  const { device: _device, ...slots } = header.slots;
  const next = changed(header, vaultKey, slots);
  await storeHeader(next);
  await remember(next, 'deviceUnlockRemoved');
  return next;
}

/** The vault as it stands closed: its header, and the second copy of that when it says something else. */
export interface Door {
  readonly header: VaultHeader;
  readonly other?: VaultHeader;
}

/** A door that a way in has opened. */
export interface OpenedDoor {
  /** The header that counts. */
  readonly header: VaultHeader;
  readonly vaultKey: VaultKey;
  /** The first copy was not the one: the second took its place. */
  readonly mended: boolean;
}

/** Makes both copies one. Where they speak of one vault key it may wait until the next opening, on a full disk. */
async function unify(counts: VaultHeader, copies: readonly VaultHeader[]): Promise<void> {
  try {
    await storeHeader(counts);
  } catch (error) {
    if (copies.some(({ epoch }) => epoch !== counts.epoch)) throw error;
  }
}

/**
 * Tries a way in at both copies of the header. The newest that the vault itself has made counts, and is put in the place
 * of the other; a way that opens only an older one is none.
 * @returns Null when the way in is wrong.
 * @throws {HeaderAlteredError} when it is right and no copy is as the vault made it.
 */
export async function openDoor(
  { header, other }: Door,
  way: (header: VaultHeader) => Promise<VaultKey | null>,
): Promise<OpenedDoor | null> {
  const copies = other === undefined ? [header] : [header, other].toSorted((a, b) => b.revision - a.revision);
  let altered: HeaderAlteredError | null = null;
  for (const copy of copies) {
    try {
      const vaultKey = await way(copy);
      if (vaultKey === null) continue;
      const newer = copies.slice(0, copies.indexOf(copy));
      if (newer.some((one) => macHolds(vaultKey, one))) return null;
      if (other !== undefined) await unify(copy, [header, other]);
      return { header: copy, vaultKey, mended: copy !== header };
    } catch (error) {
      if (!(error instanceof HeaderAlteredError)) throw error;
      altered = error;
    }
  }
  if (altered !== null) throw altered;
  return null;
}
