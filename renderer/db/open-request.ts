import { StoreError } from './errors.ts';

/** How long another window may hold the database before we say so, milliseconds. */
const BLOCKED_LIMIT = 5_000;

/**
 * Waits for an IndexedDB request to open or delete a database.
 * @throws {StoreError} when another window still holds it after five seconds; else the request's own error.
 */
export function answered(request: IDBOpenDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    request.addEventListener('blocked', () => {
      timer = setTimeout(
        () => reject(new StoreError('unexpected', 'Another window holds the store')),
        BLOCKED_LIMIT,
      );
    });
    request.addEventListener('success', () => {
      clearTimeout(timer);
      resolve();
    });
    request.addEventListener('error', () => {
      clearTimeout(timer);
      reject(request.error ?? new DOMException('The store did not open', 'UnknownError'));
    });
  });
}
