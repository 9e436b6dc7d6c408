import { argonKey } from './argon.ts';
import type { DeriveAnswer, DeriveRequest } from './derive-key.ts';

/** Takes one request, answers it, and is then thrown away with all its memory. */
async function answer({ passphrase, params }: DeriveRequest): Promise<void> {
  try {
    const key = await argonKey(passphrase, params);
    self.postMessage({ key } satisfies DeriveAnswer, { transfer: [key.buffer] });
  } catch (error) {
    self.postMessage({ error: String(error) } satisfies DeriveAnswer, { transfer: [] });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<DeriveRequest>) => void answer(data));
