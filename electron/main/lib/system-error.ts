import { basename, dirname } from 'node:path';
import type { FailureCode } from '#shared/ipc/failure.ts';
import { MainFailure } from './main-failure.ts';

const CODES: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  ENOENT: 'notFound',
  ENOTDIR: 'notFound',
  // A file stands where the folder should be.
  EEXIST: 'notFound',
  ENAMETOOLONG: 'pathTooLong',
  EBUSY: 'fileBusy',
  ETXTBSY: 'fileBusy',
};

/** The code of a Node system error (`ENOSPC`, `EACCES`, …); undefined for anything else. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Says a system error in the words the user is told. What is no system error, or is a failure already, comes back as it is.
 * @param path The file that was being written or read.
 */
export function asFailure(error: unknown, path: string): unknown {
  const code = CODES[systemErrorCode(error) ?? ''];
  if (code === undefined || error instanceof MainFailure) return error;
  return new MainFailure(code, { fileName: basename(path), folder: dirname(path) });
}
