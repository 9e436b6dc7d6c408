import type { RecordId } from '#shared/domain/ids.ts';
import type { TableName } from '#shared/domain/record.ts';
import type { BackupManifest } from '#shared/formats/backup-manifest.ts';
import type { PutOp } from '#shared/formats/entry.ts';
import { equalBytes } from '#shared/lib/bytes.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { openBackup } from './backup-reader.ts';
import { storedVault, vaultKeysInUse } from './session.ts';
import type { Row } from './row-key.ts';
import { rowOf } from './store.ts';
import type { StoreCopy } from './store-copy.ts';

/**
 * Restores the newest verified backup to scratch memory: has main decrypt it, unseals every record and compares it with
 * the vault of now. Notes how it ended. Nothing is changed.
 * @returns Whether every record opened and each that was not changed since is the same. False also when there is none.
 * @throws `PlatformError` when main cannot be asked; a backup that does not open is an answer and not an error.
 */
export async function drill(): Promise<boolean> {
  const listed = await value(platform().backups.list());
  const newest = listed.find(({ verified }) => verified);
  const ok = newest !== undefined && (await holds(newest.backupId));
  await value(platform().backups.noteDrill({ ok }));
  return ok;
}

async function holds(backupId: string): Promise<boolean> {
  const vault = storedVault();
  const then = new Map<string, PutOp>();
  try {
    const { manifest, records, close } = await openBackup(backupId, vaultKeysInUse());
    try {
      for await (const ops of records) {
        for (const op of ops) {
          if (vault.isErased(op.fileId)) continue;
          if (!vault.opens(op.table, rowOf(op))) return false;
          then.set(placeIn(op.table, op.id), op);
        }
      }
    } finally {
      await close();
    }
    const copy = await vault.copyRows();
    try {
      return await agrees(copy, then, manifest);
    } finally {
      vault.endCopy(copy);
    }
  } catch {
    return false;
  }
}

const placeIn = (table: TableName, id: RecordId): string => `${table}/${id}`;

/** Whether what the vault holds today follows from what the backup held: the same, or changed later. */
async function agrees(
  copy: StoreCopy,
  then: Map<string, PutOp>,
  { head, stamp, quarantined }: BackupManifest,
): Promise<boolean> {
  const known = new Set(quarantined.map(({ table, id }) => `${table}/${id}`));
  for await (const { table, rows } of copy.rows()) {
    for (const row of rows) {
      const place = placeIn(table, row.id);
      const op = then.get(place);
      then.delete(place);
      if (!(op ? sameOrLater(op, row) : row.stamp > stamp || known.has(place))) return false;
    }
  }
  // What is there no more was removed since: only if there was a change since.
  return then.size === 0 || copy.head.seq > head.seq;
}

const sameOrLater = (op: PutOp, row: Row): boolean =>
  op.rev === row.rev ? equalBytes(op.sealed, row.sealed) : row.stamp > op.stamp;
