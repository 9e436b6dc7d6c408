import { v7 } from 'uuid';
import { z } from 'zod';
import type { RecordId } from './ids.ts';
import type { RecordKind, Stored } from './record.ts';
import { epochMsSchema } from './values.ts';

/** Everything the activity log tells. Each has its words in `activity.action.<action>`. */
export const AUDIT_ACTIONS = [
  // Who came in, and how. Details: `way` (passphrase, recovery, device), `failures` (wrong attempts since the last success).
  'unlocked',
  // The keys.
  'passphraseChanged',
  'recoveryWordsReplaced',
  'deviceUnlockAdded',
  'deviceUnlockRemoved',
  'keysRotated', // `epoch`
  'fileErased', // `fileId`
  // Copies. `reason` as in the backup's manifest, `ok`, `scope` (whole, file), `records`, `fileId`.
  'backupMade',
  'backupFailed',
  'backupPlaceAdded',
  'backupPlaceRemoved',
  'drillDone',
  'restored',
  'damageAccepted', // `from`, `to`: numbers of the changes that could not be read
  // What left the app. `document` (agreedSheet, summary, requirements, …), `fileId`.
  'printed',
  'pdfSaved',
  'attachmentAdded',
  'attachmentExported',
  'attachmentRemoved',
  'logExported', // `entries`
  'listExported', // `count`: clients in the list
  // What was done to records. `table`, `count`, `fileId`.
  'removed',
  'broughtBack',
  'undone',
  'redone',
  'imported', // `count`
  'importUndone', // `count`
  'clientsMerged', // `fileId`, `from`, `count`
  'mergeUndone', // `fileId`, `from`, `count`
  'sampleAdded',
  'sampleRemoved',
  'practiceChanged', // `field`
  'consentOverridden', // `covered`, `reason`, `state`, `fileId`
] as const;
export const auditActionSchema = z.enum(AUDIT_ACTIONS);
export type AuditAction = z.infer<typeof auditActionSchema>;

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const detailSchema = z.union([z.string().max(200), z.number(), z.boolean()]);

/**
 * One line of the activity log. Its details are ids, numbers and codes, never names or texts of a client: the log outlives
 * an erased client file.
 */
export const auditSchema = z.object({
  /** Number of the line, from 1, without gaps. */
  seq: z.number().int().positive(),
  at: epochMsSchema,
  action: auditActionSchema,
  details: z.record(z.string().max(60), detailSchema),
  /** Hash of the line before; zeros for the first. */
  previousHash: hashSchema,
  /** See `auditHash` in `shared/formats/audit-chain.ts`. */
  hash: hashSchema,
});
export type AuditBody = z.infer<typeof auditSchema>;
export type AuditDetails = AuditBody['details'];
/** A line of the activity log as it is stored. */
export type AuditEntry = Stored<AuditBody>;

export const auditRecord: RecordKind<AuditBody> = {
  table: 'audit',
  version: 1,
  schema: auditSchema,
  history: 'none',
};

/** The id of a line: sorts by its number whatever the clock said; random at the end, so that two laptops never share one. */
export const newAuditId = (seq: number): RecordId => v7({ msecs: seq }) as RecordId;
