/** A job was cancelled, or the vault was locked under it. */
export class JobEndedError extends Error {
  constructor() {
    super('The job was ended');
    this.name = 'JobEndedError';
  }
}
