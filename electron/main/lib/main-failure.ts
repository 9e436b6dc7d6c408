import type { Failure, FailureCode } from '#shared/ipc/failure.ts';

/** An expected failure of the main process. Crosses to the renderer as data: its code and details, nothing else. */
export class MainFailure extends Error {
  readonly failure: Failure;

  /** @param details Values for the message: file names, folders, numbers. Never client data. */
  constructor(code: FailureCode, details: Failure['details'] = {}) {
    super(code);
    this.name = 'MainFailure';
    this.failure = { code, details };
  }
}
