import { basename, dirname } from 'node:path';
import { BackupBrokenError } from '#shared/formats/backup-blocks.ts';
import { NewerDataError } from '#shared/formats/newer-data.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { asFailure } from '#main/lib/system-error.ts';
import { WrongIdentityError } from './container.ts';

/** What went wrong with a backup file, as the user is told; what is no expected failure comes back as it is. */
export function asBackupFailure(error: unknown, path: string): unknown {
  if (error instanceof WrongIdentityError) return new MainFailure('backupLocked');
  if (error instanceof NewerDataError) return new MainFailure('vaultNewer', error.failure.details);
  if (error instanceof BackupBrokenError) {
    return new MainFailure('backupDamaged', { fileName: basename(path), folder: dirname(path) });
  }
  return asFailure(error, path);
}

/** A failure as data, for a report that goes on to other places. */
export const failureOf = (error: unknown): Failure =>
  error instanceof MainFailure ? error.failure : { code: 'unexpected', details: {} };
