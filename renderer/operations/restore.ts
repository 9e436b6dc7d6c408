import {
  inspectBackup,
  planRestore,
  restoreFrom,
  type BackupContents,
  type RestoreOutcome,
  type RestoreScope,
} from '#renderer/db/index.ts';
import { backUpBefore, cancelBackup } from './backups.ts';

export type { BackupContents, RestoreOutcome, RestoreScope } from '#renderer/db/index.ts';

/** Parts of a restore that take time. */
export type RestorePart = 'backingUp' | 'restoring';

/** Opens a backup, checks every record in it and says what it holds. Rejects with `backupDamaged` or `backupLocked`. */
export const lookInto = (backupId: string): Promise<BackupContents> => inspectBackup(backupId);

/** Compares a backup with the vault of now. Nothing is changed. */
export const whatWouldChange = (backupId: string, scope: RestoreScope): Promise<RestoreOutcome> =>
  planRestore(backupId, scope);

/**
 * Makes the vault, or one client file, what it was in a backup, all or nothing, after a backup of today's state. Nothing of
 * today is lost: it stays in the history and in that backup. Rejects when either could not be done, or the signal ended it;
 * then nothing changed.
 */
export async function restore(
  backupId: string,
  scope: RestoreScope,
  onPart: (part: RestorePart, done: number, total: number) => void,
  signal: AbortSignal,
): Promise<RestoreOutcome> {
  onPart('backingUp', 0, 0);
  signal.addEventListener('abort', cancelBackup);
  try {
    await backUpBefore('beforeRestore');
  } finally {
    signal.removeEventListener('abort', cancelBackup);
  }
  signal.throwIfAborted();
  onPart('restoring', 0, 0);
  return restoreFrom(backupId, scope, (done, total) => onPart('restoring', done, total), signal);
}
