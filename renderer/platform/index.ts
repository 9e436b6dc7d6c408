import type { KartotekaApi } from '#shared/ipc/api.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import type { Result } from '#shared/lib/result.ts';

declare global {
  interface Window {
    readonly kartoteka: KartotekaApi;
  }
}

let installed: KartotekaApi | null = null;

/** The main process, as the preload offers it; tests install a fake with {@link installPlatform}. */
export function platform(): KartotekaApi {
  return installed ?? window.kartoteka;
}

/** Puts another main process in place. For tests and benchmarks. */
export function installPlatform(api: KartotekaApi): void {
  installed = api;
}

/** A failed call to the main process, for code that has nothing better to do than to pass it on. */
export class PlatformError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
    this.name = 'PlatformError';
  }
}

/** The value of a call to the main process. Throws {@link PlatformError} when it failed. */
export async function value<T>(call: Promise<Result<T, Failure>>): Promise<T> {
  const result = await call;
  if (!result.ok) throw new PlatformError(result.error);
  return result.value;
}
