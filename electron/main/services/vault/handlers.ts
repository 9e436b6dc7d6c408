import type { MainDeps } from '#main/services/deps.ts';
import type { VaultService } from './vault.ts';

/** `vault.*` */
export function registerVaultHandlers({ ipc, vault }: Pick<MainDeps, 'ipc'> & { vault: VaultService }): void {
  ipc.handle('vault.status', () => vault.status());
  ipc.handle('vault.create', ({ header }) => vault.create(header));
  ipc.handle('vault.replaceHeader', ({ header }) => vault.replaceHeader(header));
}
