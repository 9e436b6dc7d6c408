import { recoveryBackupIdentity, vaultBackupIdentity } from '#shared/crypto/backup-identity.ts';
import { unwrapFormerKeys, type VaultKey } from '#shared/crypto/vault-key.ts';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import type { RestoreCandidate } from '#shared/ipc/contract/backups.ts';
import { unlockWithPassphrase, unlockWithRecoveryWords } from '#renderer/db/index.ts';

/** What the user has to prove that the backup is theirs. */
export type Proof =
  | { readonly by: 'words'; readonly words: readonly string[] }
  | { readonly by: 'passphrase'; readonly passphrase: string };

/** The vault's own identities: of its key today and of every key it had. */
function vaultIdentities(header: VaultHeader, vaultKey: VaultKey): readonly string[] {
  const keys = [vaultKey, ...unwrapFormerKeys(vaultKey, header)];
  return keys.map((key) => vaultBackupIdentity(key, header.vaultId));
}

/** The identities that the header beside a backup gives to a proof: they open it whatever the recovery sheet then was. */
async function byHeader(header: VaultHeader, proof: Proof): Promise<readonly string[]> {
  const vaultKey =
    proof.by === 'words'
      ? await unlockWithRecoveryWords(header, proof.words)
      : await unlockWithPassphrase(header, proof.passphrase);
  return vaultKey === null ? [] : vaultIdentities(header, vaultKey);
}

/**
 * Everything that a proof can open a backup with, the likeliest first; none when it is no key to it at all. Takes a moment
 * for a passphrase.
 */
export async function identitiesOf(
  { header }: Pick<RestoreCandidate, 'header'>,
  proof: Proof,
): Promise<readonly string[]> {
  const bySheet = proof.by === 'words' ? recoveryBackupIdentity(proof.words) : null;
  // A header that does not read, or is of a newer app, is no reason to refuse what opens by the words alone.
  const byVault = header === null ? [] : await byHeader(header, proof).catch(() => []);
  return [...(bySheet === null ? [] : [bySheet]), ...byVault];
}
