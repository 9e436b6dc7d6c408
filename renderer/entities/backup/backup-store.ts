import { create } from 'zustand';
import type { BackupsStatus, ListedBackup } from '#shared/ipc/contract/backups.ts';
import { platform, value } from '#renderer/platform/index.ts';

interface Backups {
  /** Undefined until they were read once. */
  readonly status: BackupsStatus | undefined;
  /** Newest first, one for each place that has it. */
  readonly list: readonly ListedBackup[] | undefined;
}

const useStore = create<Backups>(() => ({ status: undefined, list: undefined }));

/** How well the vault is backed up; undefined until it is known. */
export const useBackupsStatus = (): BackupsStatus | undefined => useStore(({ status }) => status);

/** Every backup in every place that can be reached, newest first; undefined until they are known. */
export const useBackups = (): readonly ListedBackup[] | undefined => useStore(({ list }) => list);

/** Asks main for places and backups, as they are now. Rejects with a `PlatformError` when it does not answer. */
export async function readBackups(): Promise<{
  readonly status: BackupsStatus;
  readonly list: readonly ListedBackup[];
}> {
  const [status, list] = await Promise.all([
    value(platform().backups.status()),
    value(platform().backups.list()),
  ]);
  useStore.setState({ status, list });
  return { status, list };
}

const readAgain = (): void => void readBackups().catch(() => undefined);

/** Keeps what is known of backups in step with main, until the function it returns is called. */
export function watchBackups(): () => void {
  readAgain();
  return platform().on('backups.changed', readAgain);
}
