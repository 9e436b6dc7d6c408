import { MainFailure } from '#main/lib/main-failure.ts';
import type { MainDeps } from '#main/services/deps.ts';
import type { Space } from '#main/services/space/space.ts';
import type { VaultService } from '#main/services/vault/vault.ts';
import type { KeyringService } from './keyring.ts';

interface Deps extends Pick<MainDeps, 'ipc' | 'session' | 'log'> {
  readonly vault: VaultService;
  readonly keyring: KeyringService;
  /** Removes chunks of documents from the disk. */
  readonly removeChunks: (names: readonly string[]) => Promise<unknown>;
  readonly space: Space;
}

/** `keyring.*` */
export function registerKeyringHandlers({
  ipc,
  session,
  log,
  vault,
  keyring,
  space,
  removeChunks,
}: Deps): void {
  session.onChange((unlocked) => {
    if (!unlocked) keyring.noteTold();
  });
  ipc.handle('keyring.load', async () => keyring.load(await vault.requireSettledHeader()));
  ipc.handle('keyring.put', async (entries) => {
    const header = await vault.requireSettledHeader();
    await space.withRoom(() => keyring.put(header, entries));
  });
  ipc.handle('keyring.erase', async ({ fileId, chunks, mac, also }) => {
    if (!session.isUnlocked()) throw new MainFailure('refused');
    const header = await vault.requireSettledHeader();
    const { fingerprint, more, places } = await keyring.erase(header, { fileId, mac }, also);
    // Without the key nobody can read them: what cannot be removed now, the check of the documents removes.
    await removeChunks(chunks).catch((error: unknown) => log.error('Chunks not removed', error));
    return { fingerprint, more: [...more], places: [...places] };
  });
  ipc.handle('keyring.confirm', async ({ erased }) =>
    keyring.confirm(await vault.requireSettledHeader(), erased),
  );
  ipc.handle('keyring.stage', async ({ epoch, entries }) => {
    const { vaultId, epoch: now } = await vault.requireSettledHeader();
    if (epoch !== now + 1) throw new MainFailure('refused');
    await space.withRoom(() => keyring.stage({ vaultId, epoch }, entries));
  });
}
