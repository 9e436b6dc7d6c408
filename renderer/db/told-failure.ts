import type { Failure, FailureCode } from '#shared/ipc/failure.ts';
import { platform } from '#renderer/platform/index.ts';
import { storeError, StoreError } from './errors.ts';
import { roomOnDisk } from './room.ts';

/** Where in the data folder lies what a failure found here speaks of. Main names the places of its own failures. */
const PLACES: Readonly<Partial<Record<FailureCode, readonly string[]>>> = {
  diskFull: [],
  journalDamaged: ['vault', 'journal'],
  vaultDamaged: ['keyring'],
};
/** What the segments of the journal are called, when it is not known which one is meant. */
const ANY_SEGMENT = '*.kjl';

type Told = Error & { readonly failure: Failure };

const isTold = (error: unknown): error is Told => error instanceof Error && 'failure' in error;

/** The failure with the folder that the user is to look at. Without an answer from main it stays as it is. */
async function withPlace(failure: Failure): Promise<Failure> {
  const place = PLACES[failure.code];
  if (place === undefined || 'folder' in failure.details) return failure;
  const info = await platform().app.info();
  if (!info.ok) return failure;
  const separator = info.value.platform === 'win32' ? '\\' : '/';
  const folder = [info.value.dataFolder, ...place].join(separator);
  return { ...failure, details: { fileName: ANY_SEGMENT, ...failure.details, folder } };
}

/** What the store says; what it leaves unexplained on a disk with little room is put down to that. */
async function storeFailure(error: unknown): Promise<StoreError> {
  const told = storeError(error);
  if (told.failure.code !== 'unexpected') return told;
  const room = await roomOnDisk();
  return room === 'low' || room === 'full' ? new StoreError('diskFull', error) : told;
}

/**
 * An error that the user can be told about, with the place it speaks of: as it is when it has its failure with it, else
 * as one of the store.
 */
export async function toldFailure(error: unknown): Promise<Error> {
  const told = isTold(error) ? error : await storeFailure(error);
  return Object.assign(told, { failure: await withPlace(told.failure) });
}
