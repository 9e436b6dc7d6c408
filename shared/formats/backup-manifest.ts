import { z } from 'zod';
import { vaultHeaderSchema } from './vault-header.ts';

/** Newest backup format this version of the app can read and write. Format 1 had no seal. */
export const BACKUP_FORMAT = 2;

/** Why a backup was made. */
export const BACKUP_REASONS = [
  'close',
  'daily',
  'manual',
  'beforeUpgrade',
  'beforeImport',
  'beforeDelete',
  'beforeRestore',
  'afterDamage',
] as const;
export const backupReasonSchema = z.enum(BACKUP_REASONS);
export type BackupReason = z.infer<typeof backupReasonSchema>;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Records by table; tables without records may be left out. */
export const backupCountsSchema = z.record(z.string().max(64), z.number().int().nonnegative());
export type BackupCounts = z.infer<typeof backupCountsSchema>;

export const quarantinedSchema = z.object({ table: z.string().max(64), id: z.string().max(200) });
/** A record that did not open when the backup was made. Its bytes are in the backup all the same. */
export type Quarantined = z.infer<typeof quarantinedSchema>;

/** What is known when a backup begins; stands at its start. */
export const backupStartSchema = z.object({
  format: z.number().int().min(1).max(BACKUP_FORMAT),
  vaultId: z.uuid(),
  /** Milliseconds since the epoch. */
  madeAt: z.number().int(),
  reason: backupReasonSchema,
  appVersion: z.string().max(40),
  /** Where the journal stood: number and chain hash (hexadecimal) of its last frame. */
  head: z.object({ seq: z.number().int().nonnegative(), hash }),
  /** Latest stamp of all changes; empty before the first. */
  stamp: z.string().max(64),
  /** How the vault key was wrapped then. */
  header: vaultHeaderSchema,
});
export type BackupStart = z.infer<typeof backupStartSchema>;

/** What is known when all records are written; stands at its end. */
export const backupEndSchema = z.object({
  /** SHA-256 over all records, in the order of tables and ids; see `backup.ts`. */
  rootHash: hash,
  counts: backupCountsSchema,
  quarantined: z.array(quarantinedSchema),
  /** File names of the attachments' chunks that there were. */
  chunks: z.array(hash),
  /** HMAC-SHA-256 of all the rest of the manifest under a key derived from the vault key; see `backup-seal.ts`. Not in format 1. */
  mac: hash.exactOptional(),
});
export type BackupEnd = z.infer<typeof backupEndSchema>;

/** Start and end together: everything a backup says of itself. */
export const backupManifestSchema = backupStartSchema.extend(backupEndSchema.shape);
export type BackupManifest = z.infer<typeof backupManifestSchema>;
