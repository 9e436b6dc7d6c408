import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argonKey } from '#renderer/worker/argon.ts';
import { unwrapFileKey } from '#shared/crypto/file-key.ts';
import { purposeKey } from '#shared/crypto/purpose-keys.ts';
import { unwrapVaultKey } from '#shared/crypto/vault-key.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import { fromHex } from '#shared/lib/bytes.ts';
import { PASSPHRASE } from './driven-app.ts';

/** A key of a vault, under the name it is told by. */
export interface Secret {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The keys of a vault on the disk, made from its passphrase without the app. */
export async function secretsOf(userData: string): Promise<readonly Secret[]> {
  const header = JSON.parse(readFileSync(join(userData, 'vault', 'header.json'), 'utf8')) as VaultHeader;
  const { kdf, wrapped } = header.slots.passphrase;
  const wrappingKey = await argonKey(PASSPHRASE, kdf);
  const vaultKey = unwrapVaultKey(wrappingKey, wrapped, { vault: header, name: 'passphrase', kdf });
  if (vaultKey === null) throw new Error('The passphrase does not open the vault');
  const purposes = (
    ['practice-records', 'keyring', 'journal', 'reminder-labels', 'backup-seals', 'erasures'] as const
  ).map((purpose) => ({
    name: `key of ${purpose}`,
    bytes: purposeKey(vaultKey, header.vaultId, purpose),
  }));
  const keyringKey = purposeKey(vaultKey, header.vaultId, 'keyring');
  const { entries } = JSON.parse(readFileSync(join(userData, 'keyring', 'keyring.json'), 'utf8')) as {
    entries: { fileId: FileId; wrapped: string }[];
  };
  const ofFiles = entries.slice(0, 5).map((entry) => ({
    name: 'key of a client file',
    bytes: unwrapFileKey(keyringKey, fromHex(entry.wrapped), header.vaultId, entry.fileId),
  }));
  return [
    { name: 'vault key', bytes: vaultKey },
    { name: 'wrapping key', bytes: wrappingKey },
    ...purposes,
    ...ofFiles,
  ];
}
