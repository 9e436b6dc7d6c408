import type { BackupManifest } from '#shared/formats/backup-manifest.ts';
import { originOf, type BackupOrigin } from '#shared/formats/backup-seal.ts';
import { decodeOps, type PutOp } from '#shared/formats/entry.ts';
import type { ResponseOf } from '#shared/ipc/contract.ts';
import { platform, PlatformError, value } from '#renderer/platform/index.ts';
import { backupIdentitiesOf, byEpoch, type VaultKeys } from './vault-keys.ts';

/** A backup that main has opened and checked whole. */
export interface OpenBackup {
  readonly manifest: BackupManifest;
  /** `unsealed`: of an older format, so that nobody knows whether the vault made it. */
  readonly origin: Exclude<BackupOrigin, 'forged'>;
  /** Its records, sealed as they are, in batches. To be read once. */
  readonly records: AsyncIterable<readonly PutOp[]>;
  /** Lets go of it. To be called always. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a backup of the vault with the first of its identities that fits. Main checks the whole of it before it answers;
 * its seal is checked here.
 * @throws `PlatformError`: `backupLocked` when none fits, `backupForged` when the vault did not make it, `backupDamaged`,
 * `vaultNewer`.
 */
export async function openBackup(backupId: string, vaultKeys: VaultKeys): Promise<OpenBackup> {
  let locked: unknown = new PlatformError({ code: 'backupLocked', details: {} });
  for (const identity of backupIdentitiesOf(vaultKeys)) {
    try {
      const { readId, manifest } = await value(platform().backups.open({ backupId, identity }));
      const close = async (): Promise<void> => {
        await platform().backups.closeRead({ readId });
      };
      const origin = originOf(manifest, byEpoch(vaultKeys));
      if (origin === 'forged' || manifest.vaultId !== vaultKeys.vaultId) {
        await close();
        throw new PlatformError({ code: 'backupForged', details: {} });
      }
      if (origin === 'sealed') await platform().backups.trust({ readId }); // No worse than before when it cannot be noted.
      return { manifest, origin, records: batches(readId), close };
    } catch (error) {
      if (!(error instanceof PlatformError) || error.failure.code !== 'backupLocked') throw error;
      locked = error;
    }
  }
  throw locked;
}

async function* batches(readId: string): AsyncIterable<readonly PutOp[]> {
  const read = (): Promise<ResponseOf<'backups.read'>> => {
    const part = value(platform().backups.read({ readId }));
    part.catch(() => undefined); // Whoever waits for it is told.
    return part;
  };
  for (let next = read(); ;) {
    const { ops } = await next;
    if (ops === null) return;
    next = read(); // Main decrypts on while these are looked at.
    yield decodeOps(ops).filter((op) => op.op === 'put');
  }
}
