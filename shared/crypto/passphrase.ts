import { argonParamsSchema, type ArgonParams } from '#shared/formats/vault-header.ts';

/** Stretches a passphrase into a 32-byte key with Argon2id (RFC 9106). */
export type DeriveKey = (passphrase: string, params: ArgonParams) => Promise<Uint8Array>;

/** The one form of a passphrase that counts: NFKC, so that every keyboard and system gives the same key. */
export const normalisePassphrase = (typed: string): string => typed.normalize('NFKC');

/** Least work a vault is ever opened with: 64 MiB, 3 passes. What asks for less was tampered with. */
export function checkedArgonParams(params: ArgonParams): ArgonParams {
  return argonParamsSchema.parse(params);
}
