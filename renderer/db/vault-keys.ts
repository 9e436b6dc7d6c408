import { vaultBackupIdentity } from '#shared/crypto/backup-identity.ts';
import { unwrapFormerKeys, type VaultKey } from '#shared/crypto/vault-key.ts';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import { VaultDamagedError } from './errors.ts';

/** The vault key of today and, oldest first, those of earlier epochs: what was sealed then still opens. */
export interface VaultKeys {
  readonly vaultId: string;
  readonly vaultKey: VaultKey;
  readonly former: readonly VaultKey[];
}

/** The keys that a header's vault key opens. Throws {@link VaultDamagedError} when a former one was altered. */
export function vaultKeysOf(header: VaultHeader, vaultKey: VaultKey): VaultKeys {
  try {
    return { vaultId: header.vaultId, vaultKey, former: unwrapFormerKeys(vaultKey, header) };
  } catch (error) {
    throw new VaultDamagedError('vaultDamaged', 'A former vault key was altered', error);
  }
}

/** All vault keys there were, oldest first: by their epochs. */
export const byEpoch = ({ vaultKey, former }: VaultKeys): readonly VaultKey[] => [...former, vaultKey];

/** The identities that open the vault's backups, today's first. The first one is the one that backups are made for. */
export const backupIdentitiesOf = ({ vaultId, vaultKey, former }: VaultKeys): readonly string[] =>
  [vaultKey, ...former.toReversed()].map((key) => vaultBackupIdentity(key, vaultId));
