import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { purposeKey } from '#shared/crypto/purpose-keys.ts';
import { equalBytes, fromHex, toHex, utf8 } from '#shared/lib/bytes.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import type { BackupManifest } from './backup-manifest.ts';

const macOf = (vaultKey: Uint8Array, { mac: _mac, ...content }: BackupManifest): Uint8Array =>
  hmac(sha256, purposeKey(vaultKey, content.vaultId, 'backup-seals'), utf8(canonicalJson(content)));

/**
 * The seal of a backup: shows that the vault itself made it, all of it and as it is: root hash of the records, counts, place
 * in the journal, newest change, list of attachments, header.
 * @returns Hexadecimal, for the end of the backup.
 */
export const sealOfBackup = (vaultKey: Uint8Array, manifest: BackupManifest): string =>
  toHex(macOf(vaultKey, manifest));

/** Who vouches for a backup: the vault; nobody, since it is of format 1; or somebody else put it together. */
export type BackupOrigin = 'sealed' | 'unsealed' | 'forged';

/**
 * Whether the vault made a backup.
 * @param vaultKeys All vault keys there were, oldest first: the seal is made with the one of the epoch of the backup.
 */
export function originOf(manifest: BackupManifest, vaultKeys: readonly Uint8Array[]): BackupOrigin {
  if (manifest.mac === undefined) return manifest.format === 1 ? 'unsealed' : 'forged';
  const vaultKey = vaultKeys[manifest.header.epoch];
  if (vaultKey === undefined) return 'forged';
  return equalBytes(macOf(vaultKey, manifest), fromHex(manifest.mac)) ? 'sealed' : 'forged';
}
