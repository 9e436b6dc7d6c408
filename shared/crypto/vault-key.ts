import { randomBytes } from '@noble/ciphers/utils.js';
import type { ArgonParams, VaultHeader } from '#shared/formats/vault-header.ts';
import { fromHex, toHex, utf8 } from '#shared/lib/bytes.ts';
import { open, seal, SealBrokenError } from './aead.ts';
import { purposeKey } from './purpose-keys.ts';

const KEY_BYTES = 32;

declare const vaultKeyBrand: unique symbol;
/** The one secret of a vault, 32 random bytes: every other key is derived from it or wrapped by one that is. */
export type VaultKey = Uint8Array & { readonly [vaultKeyBrand]: true };

/** Makes the key of a new vault. */
export const newVaultKey = (): VaultKey => randomBytes(KEY_BYTES) as Uint8Array as VaultKey;

/** A place in the header where the vault key lies wrapped: which vault, which way in, how its wrapping key was derived. */
export interface KeySlot {
  readonly vault: Pick<VaultHeader, 'format' | 'vaultId'>;
  readonly name: keyof VaultHeader['slots'];
  /** Only of slots whose key is derived from a passphrase. */
  readonly kdf?: ArgonParams;
}

/** A slot opens only with the very parameters it was made with, so weakened ones are of no use to anybody. */
const slotBinding = ({ vault, name, kdf }: KeySlot): Uint8Array =>
  utf8(
    JSON.stringify([
      'kartoteka/slot',
      vault.format,
      vault.vaultId,
      name,
      kdf ? [kdf.memoryKiB, kdf.iterations, kdf.parallelism, kdf.salt] : null,
    ]),
  );

/**
 * Wraps the vault key for a slot of the header.
 * @returns Lower-case hexadecimal, as the header holds it.
 */
export const wrapVaultKey = (wrappingKey: Uint8Array, vaultKey: VaultKey, slot: KeySlot): string =>
  toHex(seal(wrappingKey, vaultKey, slotBinding(slot)));

/** Takes the vault key out of a slot; null when the wrapping key is wrong or the slot was altered. */
export function unwrapVaultKey(wrappingKey: Uint8Array, wrapped: string, slot: KeySlot): VaultKey | null {
  try {
    return open(wrappingKey, fromHex(wrapped), slotBinding(slot)) as VaultKey;
  } catch (error) {
    if (error instanceof SealBrokenError) return null;
    throw error;
  }
}

const formerBinding = (vaultId: string, epoch: number): Uint8Array =>
  utf8(JSON.stringify(['kartoteka/former-key', vaultId, epoch]));

/** Wraps the vault keys of earlier epochs, oldest first, for the header. `vaultKey` is the one of today. */
export function wrapFormerKeys(vaultKey: VaultKey, former: readonly VaultKey[], vaultId: string): string[] {
  const key = purposeKey(vaultKey, vaultId, 'former-keys');
  return former.map((old, epoch) => toHex(seal(key, old, formerBinding(vaultId, epoch))));
}

/** Takes out what {@link wrapFormerKeys} put in. Throws `SealBrokenError` when it was altered. */
export function unwrapFormerKeys(
  vaultKey: VaultKey,
  { formerKeys, vaultId }: Pick<VaultHeader, 'formerKeys' | 'vaultId'>,
): VaultKey[] {
  const key = purposeKey(vaultKey, vaultId, 'former-keys');
  return formerKeys.map((old, epoch) => open(key, fromHex(old), formerBinding(vaultId, epoch)) as VaultKey);
}
