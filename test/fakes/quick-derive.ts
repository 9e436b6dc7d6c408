import { sha256 } from '@noble/hashes/sha2.js';
import { checkedArgonParams, normalisePassphrase } from '#shared/crypto/passphrase.ts';
import { utf8 } from '#shared/lib/bytes.ts';
import { installDeriveKey } from '#renderer/worker/derive-key.ts';

/** Puts something quick in the place of Argon2id, whose slowness shows nothing here. The floor of its parameters holds. */
export const quickDerive = (): void => {
  installDeriveKey(async (passphrase, params) => {
    const asked = [normalisePassphrase(passphrase), checkedArgonParams(params)];
    return sha256(utf8(JSON.stringify(asked)));
  });
};
