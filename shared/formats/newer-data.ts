import type { Failure } from '#shared/ipc/failure.ts';

/** Data that a newer version of the app wrote. It is refused whole: nothing is read, changed or removed. */
export class NewerDataError extends Error {
  /** As the user is told. */
  readonly failure: Failure;
  /**
   * @param what Which format is newer, for the log.
   * @param found Version that was found.
   */
  constructor(what: string, found: number) {
    super(`${what} has version ${String(found)}, which is newer than this app`);
    this.name = 'NewerDataError';
    this.failure = { code: 'vaultNewer', details: { format: found } };
  }
}
