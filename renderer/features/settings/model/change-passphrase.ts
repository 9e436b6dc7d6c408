import { changePassphrase, unlockWithPassphrase } from '#renderer/db/index.ts';
import { platform, value } from '#renderer/platform/index.ts';

/**
 * Puts a new passphrase in place of the old one. Takes a second or two. Throws when the vault cannot be read or written;
 * then the old passphrase goes on to work.
 * @returns `wrong` when the old passphrase is not the right one.
 */
export async function renewPassphrase(old: string, next: string): Promise<'changed' | 'wrong'> {
  const status = await value(platform().vault.status());
  if (status.state !== 'ready') throw new Error('The vault is not ready');
  const vaultKey = await unlockWithPassphrase(status.header, old);
  if (vaultKey === null) return 'wrong';
  await changePassphrase(status.header, vaultKey, next);
  return 'changed';
}
