import { argon2id } from 'hash-wasm';
import { checkedArgonParams, normalisePassphrase, type DeriveKey } from '#shared/crypto/passphrase.ts';
import { fromHex } from '#shared/lib/bytes.ts';

/** Argon2id on the thread it is called on. Throws when the parameters are below the floor. */
export const argonKey: DeriveKey = (passphrase, params) => {
  const { memoryKiB, iterations, parallelism, salt } = checkedArgonParams(params);
  return argon2id({
    password: normalisePassphrase(passphrase),
    salt: fromHex(salt),
    memorySize: memoryKiB,
    iterations,
    parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
};
