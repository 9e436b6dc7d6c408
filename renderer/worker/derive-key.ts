import type { DeriveKey } from '#shared/crypto/passphrase.ts';
import type { ArgonParams } from '#shared/formats/vault-header.ts';
import { argonKey } from './argon.ts';

/** What the worker is asked. */
export interface DeriveRequest {
  readonly passphrase: string;
  readonly params: ArgonParams;
}

/** What the worker answers. */
export type DeriveAnswer = { readonly key: Uint8Array } | { readonly error: string };

/** Stretches a passphrase off the UI thread. The worker ends afterwards, so its memory does not outlive the work. */
const inWorker: DeriveKey = (passphrase, params) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./derive-key.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<DeriveAnswer>) => {
      worker.terminate();
      if ('key' in data) resolve(data.key);
      else reject(new Error(data.error));
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(event.message));
    });
    worker.postMessage({ passphrase, params } satisfies DeriveRequest, { transfer: [] });
  });

let installed: DeriveKey | null = null;

/** Puts another way to derive in place: for tests that open a vault a thousand times. */
export function installDeriveKey(derive: DeriveKey): void {
  installed = derive;
}

/** Stretches a passphrase into a 32-byte key; in a worker where there are workers. Throws below the floor. */
export const deriveKey: DeriveKey = (passphrase, params) =>
  (installed ?? (typeof Worker === 'undefined' ? argonKey : inWorker))(passphrase, params);
