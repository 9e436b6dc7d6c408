import {
  changeRecoveryWords,
  disableDevice,
  enableDevice,
  rotateKeys,
  unlockWithPassphrase,
  vaultHeader,
  vaultKeyInUse,
  type VaultKey,
} from '#renderer/db/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { platform, value } from '#renderer/platform/index.ts';

/** The vault key, when the passphrase is right; null when it is wrong. Asked before every change of the keys. */
export const keyFor = (passphrase: string): Promise<VaultKey | null> =>
  unlockWithPassphrase(vaultHeader(), passphrase);

/** Puts a new sheet in the place of the old one. Throws as `changeRecoveryWords`. */
export const replaceSheet = async (vaultKey: VaultKey, words: readonly string[]): Promise<void> =>
  void (await changeRecoveryWords(vaultHeader(), vaultKey, words));

/** Locks the vault, as whoever closes the door behind them. */
export const lockNow = (): Promise<void> => value(platform().session.lock({ reason: 'user' }));

/**
 * Exchanges the vault key. Closes the vault; what follows is the lock screen, whatever came of it. Throws as `rotateKeys`.
 */
export async function rotate(
  vaultKey: VaultKey,
  ways: { readonly passphrase: string; readonly words: readonly string[] },
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  await flushAll();
  await rotateKeys(vaultHeader(), vaultKey, ways, onProgress);
  // What this computer kept opens nothing any more.
  await platform().device.forget();
}

/** Lets this computer's keychain open the vault. Throws when the keychain is not to be trusted or the disk is full. */
export async function turnDeviceOn(vaultKey: VaultKey): Promise<void> {
  const { secret } = await value(platform().device.make());
  try {
    await enableDevice(vaultHeader(), vaultKey, secret);
  } finally {
    secret.fill(0);
  }
}

/** Takes the way through the keychain away: the slot first, which is what counts. */
export async function turnDeviceOff(): Promise<void> {
  await disableDevice(vaultHeader(), vaultKeyInUse());
  await value(platform().device.forget());
}
