import type { ArgonParams } from '#shared/formats/vault-header.ts';
import { argonKey } from './argon.ts';

/** What {@link deriveKey} asks for. */
export interface DeriveRequest {
  readonly passphrase: string;
  readonly params: ArgonParams;
}

/** Takes one request, answers with the key, and is then thrown away with all its memory. */
self.addEventListener('message', (event: MessageEvent<DeriveRequest>) => {
  void argonKey(event.data.passphrase, event.data.params).then(
    (key) => self.postMessage({ key }),
    (error: unknown) => self.postMessage({ error: String(error) }),
  );
});
