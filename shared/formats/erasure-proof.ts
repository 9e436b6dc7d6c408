import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { purposeKey } from '#shared/crypto/purpose-keys.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { toHex, utf8 } from '#shared/lib/bytes.ts';

const macOf = (key: Uint8Array, fileId: FileId): string => toHex(hmac(sha256, key, utf8(fileId)));

/**
 * What the vault puts beside the id of a client file that it erases: HMAC-SHA-256 of the id under a key derived from the
 * vault key. Whoever can only write to the disk cannot have a client file taken for erased.
 * @returns Hexadecimal.
 */
export const erasureProof = (vaultKey: Uint8Array, vaultId: string, fileId: FileId): string =>
  macOf(purposeKey(vaultKey, vaultId, 'erasures'), fileId);

/** An erasure as the keyring claims it. `mac`: null when there is none. */
export interface ClaimedErasure {
  readonly fileId: FileId;
  readonly mac: string | null;
}

/** The client files among these that the vault itself has erased, with the key of today or an earlier one. */
export function provenErasures(
  claimed: readonly ClaimedErasure[],
  vaultKeys: readonly Uint8Array[],
  vaultId: string,
): readonly FileId[] {
  if (claimed.length === 0) return [];
  const keys = vaultKeys.map((vaultKey) => purposeKey(vaultKey, vaultId, 'erasures'));
  return claimed
    .filter(({ fileId, mac }) => mac !== null && keys.some((key) => macOf(key, fileId) === mac))
    .map(({ fileId }) => fileId);
}
