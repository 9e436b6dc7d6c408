import { clientRecord } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { BackupManifest } from '#shared/formats/backup-manifest.ts';
import type { PutOp } from '#shared/formats/entry.ts';
import { openBackup, type OpenBackup } from './backup-reader.ts';
import { storedVault, vaultKeysInUse } from './session.ts';
import { rowOf } from './store.ts';

/** A client file in a backup. */
export interface BackedUpClient {
  readonly fileId: FileId;
  readonly name: string;
  /** How many of its records open. */
  readonly records: number;
}

/** What a backup of the open vault holds. */
export interface BackupContents {
  readonly manifest: BackupManifest;
  /** `unsealed`: of an older format, so that nobody knows whether the vault made it. */
  readonly origin: OpenBackup['origin'];
  /** In the order of their ids. Erased client files are not there: nobody can read them any more. */
  readonly clients: readonly BackedUpClient[];
  /** Records that do not open with today's keys, erased client files left out. */
  readonly unreadable: number;
}

/**
 * Opens a backup of this vault, unseals every record in it and says what it holds.
 * @throws `PlatformError`: `backupDamaged`, `backupLocked`, `vaultNewer`.
 */
export async function inspectBackup(backupId: string): Promise<BackupContents> {
  const vault = storedVault();
  const names = new Map<FileId, string>();
  const records = new Map<FileId, number>();
  let unreadable = 0;
  const { manifest, origin } = await readBackup(backupId, (op) => {
    const row = rowOf(op);
    if (vault.isErased(op.fileId)) return;
    if (!vault.opens(op.table, row)) {
      unreadable += 1;
      return;
    }
    records.set(op.fileId, (records.get(op.fileId) ?? 0) + 1);
    if (op.table === 'clients') names.set(op.fileId, vault.bodyIn(clientRecord, row).name);
  });
  const clients = [...names].map(([fileId, name]) => ({ fileId, name, records: records.get(fileId) ?? 0 }));
  return { manifest, origin, clients, unreadable };
}

/** Reads a backup of the open vault from its beginning to its end. Throws as {@link inspectBackup} does. */
export async function readBackup(
  backupId: string,
  take: (op: PutOp) => void,
): Promise<Pick<OpenBackup, 'manifest' | 'origin'>> {
  const { manifest, origin, records, close } = await openBackup(backupId, vaultKeysInUse());
  try {
    for await (const ops of records) for (const op of ops) take(op);
    return { manifest, origin };
  } finally {
    await close();
  }
}
