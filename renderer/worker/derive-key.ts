import type { DeriveKey } from '#shared/crypto/passphrase.ts';
import { argonKey } from './argon.ts';
import type { DeriveRequest } from './derive-key.worker.ts';

/** Stretches a passphrase off the UI thread. The worker ends afterwards, so its memory does not outlive the work. */
const inWorker: DeriveKey = (passphrase, params) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./derive-key.worker.ts', import.meta.url), { type: 'module' });
    const end = (act: () => void) => {
      worker.terminate();
      act();
    };
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<{ readonly key?: Uint8Array; readonly error?: string }>) =>
        end(() => (data.key ? resolve(data.key) : reject(new Error(data.error)))),
    );
    worker.addEventListener('error', (event) => end(() => reject(new Error(event.message))));
    worker.postMessage({ passphrase, params } satisfies DeriveRequest);
  });

/** Stretches a passphrase into a 32-byte key; in a worker where there are workers. Throws below the floor. */
export const deriveKey: DeriveKey = (passphrase, params) =>
  (typeof Worker === 'undefined' ? argonKey : inWorker)(passphrase, params);
