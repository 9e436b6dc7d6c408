import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  backupCountsSchema,
  backupReasonSchema,
  type BackupManifest,
} from '#shared/formats/backup-manifest.ts';
import { parseJson, readIfThere, writeDurably } from '#main/lib/durable-file.ts';
import { systemErrorCode } from '#main/lib/system-error.ts';

/** Newest format of the index that this version of the app can read and write. */
export const BACKUP_INDEX_FORMAT = 1;
/** Its name in a folder with backups. */
export const BACKUP_INDEX = 'index.json';

const entrySchema = z.object({
  fileName: z.string(),
  size: z.number().int(),
  madeAt: z.number().int(),
  reason: backupReasonSchema,
  /** Journal frame it was made at, and its chain hash. */
  seq: z.number().int(),
  hash: z.string(),
  stamp: z.string(),
  counts: backupCountsSchema,
  quarantined: z.number().int(),
  shrunken: z.boolean(),
  /** The vault has sealed it. Not there in entries of backups of format 1. */
  sealed: z.boolean().default(false),
  verifiedAt: z.number().int(),
});
/** A verified backup: reopened, decrypted, compared. */
export type VerifiedBackup = z.infer<typeof entrySchema>;

const indexSchema = z.object({
  format: z.literal(BACKUP_INDEX_FORMAT),
  vaultId: z.uuid(),
  backups: z.array(entrySchema),
  drill: z.object({ at: z.number().int(), ok: z.boolean() }).nullable(),
});
/** What is known of the backups in one folder. Derived: whatever is missing here is unverified, and no worse than that. */
export interface SetIndex {
  readonly backups: readonly VerifiedBackup[];
  readonly drill: { readonly at: number; readonly ok: boolean } | null;
}

/** A backup file in a folder. */
export interface BackupFile {
  readonly fileName: string;
  readonly size: number;
  /** When it was last written, milliseconds since the epoch. */
  readonly changedAt: number;
}

/** Name of a new backup file: time without colons, which Windows does not take, and reason. */
export const backupFileName = (madeAt: number, reason: string): string =>
  `${new Date(madeAt).toISOString().replaceAll(/[:.]/g, '')}.${reason}.age`;

/** The backup files in a folder; none when it is not there. */
export async function backupFiles(folder: string): Promise<readonly BackupFile[]> {
  let names: readonly string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')) return [];
    throw error;
  }
  const files: BackupFile[] = [];
  for (const fileName of names.filter((name) => name.endsWith('.age') && !name.startsWith('.'))) {
    const found = await stat(join(folder, fileName));
    if (found.isFile()) files.push({ fileName, size: found.size, changedAt: Math.round(found.mtimeMs) });
  }
  return files;
}

/** The index of a folder. What cannot be read, is of another vault, or speaks of files that are not there as they were, is left out. */
export async function readIndex(
  folder: string,
  vaultId: string,
  files: readonly BackupFile[],
): Promise<SetIndex> {
  const text = await readIfThere(join(folder, BACKUP_INDEX));
  const index = indexSchema.safeParse(text === null ? null : parseJson(text));
  if (!index.success || index.data.vaultId !== vaultId) return { backups: [], drill: null };
  const sizes = new Map(files.map(({ fileName, size }) => [fileName, size]));
  const { backups, drill } = index.data;
  return { backups: backups.filter(({ fileName, size }) => sizes.get(fileName) === size), drill };
}

/** Replaces the index of a folder; ends exactly old or exactly new. */
export const writeIndex = (folder: string, vaultId: string, index: SetIndex): Promise<void> =>
  writeDurably(
    join(folder, BACKUP_INDEX),
    `${JSON.stringify({ format: BACKUP_INDEX_FORMAT, vaultId, ...index }, null, 1)}\n`,
  );

/** All records of a backup. */
export const totalOf = ({ counts }: Pick<VerifiedBackup, 'counts'>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** The index entry of a backup that was just verified. */
export const entryOf = (
  file: { readonly fileName: string; readonly size: number },
  manifest: BackupManifest,
  facts: { readonly verifiedAt: number; readonly shrunken: boolean },
): VerifiedBackup => ({
  fileName: file.fileName,
  size: file.size,
  madeAt: manifest.madeAt,
  reason: manifest.reason,
  seq: manifest.head.seq,
  hash: manifest.head.hash,
  stamp: manifest.stamp,
  counts: manifest.counts,
  quarantined: manifest.quarantined.length,
  sealed: manifest.mac !== undefined,
  ...facts,
});
