import type { MainDeps } from '#main/services/deps.ts';
import type { VaultService } from '#main/services/vault/vault.ts';
import type { KeyringService } from './keyring.ts';

interface Deps extends Pick<MainDeps, 'ipc'> {
  readonly vault: VaultService;
  readonly keyring: KeyringService;
}

/** `keyring.*` */
export function registerKeyringHandlers({ ipc, vault, keyring }: Deps): void {
  ipc.handle('keyring.load', async () => keyring.load((await vault.requireHeader()).vaultId));
  ipc.handle('keyring.put', async (entries) => keyring.put((await vault.requireHeader()).vaultId, entries));
}
