import type { VaultHeader } from '#shared/formats/vault-header.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { MainDeps } from '#main/services/deps.ts';
import type { KeyringService } from '#main/services/keyring/keyring.ts';
import type { Space } from '#main/services/space/space.ts';
import type { VaultService } from './vault.ts';

interface Deps extends Pick<MainDeps, 'ipc'> {
  readonly vault: VaultService;
  readonly keyring: KeyringService;
  readonly space: Space;
  /** The header was replaced: copies of it beside backups must not go on to open by what was replaced. */
  readonly headerChanged: () => void;
}

/** `vault.*` */
export function registerVaultHandlers({ ipc, vault, keyring, space, headerChanged }: Deps): void {
  ipc.handle('vault.status', async () => {
    const full = (await space.look()) === 'full';
    const status = await vault.status();
    return full && status.state === 'ready' ? { ...status, rescue: true } : status;
  });
  ipc.handle('vault.create', ({ header }) => space.withRoom(() => vault.create(header)));
  ipc.handle('vault.replaceHeader', async ({ header }) => {
    await space.withRoom(() => replaceHeader({ vault, keyring }, header));
    headerChanged();
  });
}

/**
 * Replaces the header. One of the next epoch is the switch of a rotation: it needs a keyring that its key opens, staged
 * before, which takes the place of the old one as soon as both copies of the header say so.
 */
export async function replaceHeader(
  { vault, keyring }: Pick<Deps, 'vault' | 'keyring'>,
  header: VaultHeader,
): Promise<void> {
  const found = await vault.status();
  if (found.state === 'ready' && header.epoch > found.header.epoch) {
    // Or a crash came between the two copies, and the renderer has found that the second one counts.
    const second = found.other !== undefined && canonicalJson(found.other) === canonicalJson(header);
    if (!second && !(await keyring.isStaged(header))) throw new MainFailure('refused');
  }
  await vault.replaceHeader(header);
  if (await keyring.isStaged(header)) await keyring.settle(header);
}
