import { newVaultKey, unwrapFormerKeys, wrapFormerKeys, type VaultKey } from '#shared/crypto/vault-key.ts';
import { withMac } from '#shared/formats/header-mac.ts';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { FileKeys } from './file-keys.ts';
import type { Progress } from './journal.ts';
import { storeHeader } from './key-changes.ts';
import { closeVault } from './session.ts';
import {
  checkHeader,
  passphraseSlot,
  recoverySlot,
  unlockWithPassphrase,
  unlockWithRecoveryWords,
  type Work,
} from './slots.ts';

/** The ways into the vault after a rotation. */
export interface NewWays {
  /** The passphrase; may be the one until now. */
  readonly passphrase: string;
  /** The words of a recovery sheet; those of a new one, or the ones until now. */
  readonly words: readonly string[];
}

/** The header of the next epoch. Both ways in are tried on it before it is given away. */
async function nextHeader(
  header: VaultHeader,
  [old, next]: readonly [VaultKey, VaultKey],
  { passphrase, words }: NewWays,
  work?: Work,
): Promise<VaultHeader> {
  const { mac: _mac, ...content } = header;
  const former = [...unwrapFormerKeys(old, header), old];
  const made = withMac(next, {
    ...content,
    revision: header.revision + 1,
    epoch: header.epoch + 1,
    // The slot of this computer is not carried over: who had that secret had the old key.
    slots: {
      passphrase: await passphraseSlot(header, next, passphrase, work),
      recovery: await recoverySlot(header, next, words),
    },
    formerKeys: wrapFormerKeys(next, former, header.vaultId),
  });
  const opened = [await unlockWithPassphrase(made, passphrase), await unlockWithRecoveryWords(made, words)];
  if (opened.includes(null)) throw new Error('The new key does not come out of its slots');
  return made;
}

/**
 * Exchanges the vault key for a new one, as after a passphrase or a sheet fell into wrong hands together with a copy of
 * the header. The keys of all client files are wrapped anew and staged; then the new header takes the place of the old,
 * which is the one moment at which everything changes. The journal and older backups stay readable through the old key,
 * which the new one wraps. The vault is closed by it; at the next opening the practice's own records are sealed anew.
 * @param onProgress Told how many client files are done.
 * @returns The new header. When it rejects, the vault is closed and opens as before; with `keysUnsure` either as before
 * or with the new ways.
 */
export async function rotateKeys(
  header: VaultHeader,
  vaultKey: VaultKey,
  ways: NewWays,
  onProgress?: Progress,
  work?: Work,
): Promise<VaultHeader> {
  checkHeader(header, vaultKey);
  const next = newVaultKey();
  const made = await nextHeader(header, [vaultKey, next], ways, work);
  await closeVault(); // From here on nothing may get a key that the staged keyring does not have.
  const keys = await FileKeys.load({ vaultId: header.vaultId, vaultKey, former: [] });
  const entries = await keys.rewrapped(next, onProgress);
  await value(platform().keyring.stage({ epoch: made.epoch, entries }));
  await storeHeader(made);
  next.fill(0);
  return made;
}
