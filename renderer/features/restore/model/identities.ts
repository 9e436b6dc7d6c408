import { recoveryBackupIdentity, vaultBackupIdentity } from '#shared/crypto/backup-identity.ts';
import { unwrapFormerKeys, type VaultKey } from '#shared/crypto/vault-key.ts';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import { unlockWithPassphrase, unlockWithRecoveryWords } from '#renderer/db/index.ts';

/** What the user has to prove that the backup is theirs. */
export type Proof =
  | { readonly by: 'words'; readonly words: readonly string[] }
  | { readonly by: 'passphrase'; readonly passphrase: string };

/**
 * All vault keys, oldest first, that a header gives to a proof; none when it is no key to it. A header that does not read,
 * was altered or is of a newer app gives none either. Takes a moment for a passphrase.
 */
export async function keysOf(header: VaultHeader | null, proof: Proof): Promise<readonly VaultKey[]> {
  if (header === null) return [];
  try {
    const vaultKey =
      proof.by === 'words'
        ? await unlockWithRecoveryWords(header, proof.words)
        : await unlockWithPassphrase(header, proof.passphrase);
    return vaultKey === null ? [] : [...unwrapFormerKeys(vaultKey, header), vaultKey];
  } catch {
    return [];
  }
}

/**
 * Everything that a proof can open a backup with, the likeliest first; none when it is no key to it at all.
 * @param vaultKeys What the header beside the backup gives to the proof: they open it whatever the recovery sheet then was.
 */
export function identitiesOf(
  proof: Proof,
  vaultId: string | undefined,
  vaultKeys: readonly VaultKey[],
): readonly string[] {
  const bySheet = proof.by === 'words' ? recoveryBackupIdentity(proof.words) : null;
  const byVault = vaultId === undefined ? [] : vaultKeys.map((key) => vaultBackupIdentity(key, vaultId));
  return [...(bySheet === null ? [] : [bySheet]), ...byVault.toReversed()];
}
