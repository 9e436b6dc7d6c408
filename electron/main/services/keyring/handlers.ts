import { MainFailure } from '#main/lib/main-failure.ts';
import type { MainDeps } from '#main/services/deps.ts';
import type { Space } from '#main/services/space/space.ts';
import type { VaultService } from '#main/services/vault/vault.ts';
import type { KeyringService } from './keyring.ts';

interface Deps extends Pick<MainDeps, 'ipc' | 'session'> {
  readonly vault: VaultService;
  readonly keyring: KeyringService;
  readonly space: Space;
}

/** `keyring.*` */
export function registerKeyringHandlers({ ipc, session, vault, keyring, space }: Deps): void {
  ipc.handle('keyring.load', async () => keyring.load(await vault.requireSettledHeader()));
  ipc.handle('keyring.put', async (entries) => {
    const header = await vault.requireSettledHeader();
    await space.withRoom(() => keyring.put(header, entries));
  });
  ipc.handle('keyring.erase', async ({ fileId }) => {
    if (!session.isUnlocked()) throw new MainFailure('refused');
    const { fingerprint, places } = await keyring.erase(await vault.requireSettledHeader(), fileId);
    return { fingerprint, places: [...places] };
  });
  ipc.handle('keyring.stage', async ({ epoch, entries }) => {
    const { vaultId, epoch: now } = await vault.requireSettledHeader();
    if (epoch !== now + 1) throw new MainFailure('refused');
    await space.withRoom(() => keyring.stage({ vaultId, epoch }, entries));
  });
}
