import type { ComponentType } from 'react';
import { learnAll } from '#renderer/lib/texts.ts';
import { platform, value } from '#renderer/platform/index.ts';
import type { VaultStatus } from '#shared/ipc/contract.ts';

interface SetupProps {
  readonly onReady: () => void;
  readonly onRestore: () => void;
}

interface RestoreProps {
  readonly damaged: boolean;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** How far the way into the vault is, with the screen that stands there. */
export type Phase =
  | { readonly state: 'failed'; readonly failure: unknown }
  | { readonly state: 'firstRun'; readonly Setup: ComponentType<SetupProps> }
  | { readonly state: 'closed'; readonly status: VaultStatus }
  | { readonly state: 'open'; readonly OpenVault: ComponentType }
  /** `back`: where restoring was offered. */
  | { readonly state: 'restoring'; readonly Restore: ComponentType<RestoreProps>; readonly back: Phase };

/** What stands before a vault that is not open: the first run, its door, or why neither can be shown. */
export async function readPhase(): Promise<Phase> {
  try {
    const status = await value(platform().vault.status());
    if (status.state !== 'none') return { state: 'closed', status };
    const { Setup } = await import('#renderer/features/setup/index.ts');
    return { state: 'firstRun', Setup };
  } catch (failure) {
    return { state: 'failed', failure };
  }
}

/** The way from a backup to a vault, for a machine that has none or a damaged one. */
export async function restorePhase(back: Phase): Promise<Phase> {
  const { RestoreScreen: Restore } = await import('#renderer/features/restore/index.ts');
  return { state: 'restoring', Restore, back };
}

/** The app behind the door. Its files are read once; asked for early, they are there when the passphrase is typed. */
export async function openPhase(): Promise<Extract<Phase, { state: 'open' }>> {
  const [{ OpenVault }] = await Promise.all([import('./OpenVault.tsx'), learnAll()]);
  return { state: 'open', OpenVault };
}
