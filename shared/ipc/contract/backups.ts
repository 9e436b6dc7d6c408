import { z } from 'zod';
import {
  backupCountsSchema,
  backupManifestSchema,
  backupReasonSchema,
  quarantinedSchema,
} from '#shared/formats/backup-manifest.ts';
import { vaultHeaderSchema } from '#shared/formats/vault-header.ts';
import { epochMsSchema } from '#shared/domain/values.ts';
import { failureCodeSchema, failureSchema } from '../failure.ts';
import { bytes, journalHeadSchema, MIB, nothing } from './parts.ts';

/** One batch of records: a record is never cut, so the bound is that of one journal entry, not the usual 4 MiB. */
const MAX_ENTRY_BYTES = 65 * MIB;

const opaqueId = z.string().min(1).max(300);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const recipient = z.string().regex(/^age1[0-9a-z]{20,120}$/);
const identity = z.string().regex(/^AGE-SECRET-KEY-1[0-9A-Z]{20,120}$/);

const backupPlaceSchema = z.object({
  placeId: opaqueId,
  /** Folder, as shown to the user. */
  path: z.string(),
  /** The place inside the data folder, which is always there. */
  local: z.boolean(),
  reachable: z.boolean(),
  lastVerifiedAt: epochMsSchema.nullable(),
  /** What went wrong at the last try; null when nothing did, or the folder was only absent. */
  lastFailure: failureCodeSchema.nullable(),
});
/** A folder that backups are kept in. */
export type BackupPlace = z.infer<typeof backupPlaceSchema>;

const backupsStatusSchema = z.object({
  places: z.array(backupPlaceSchema),
  /** Newest verified backup of all reachable places. */
  lastVerifiedAt: epochMsSchema.nullable(),
  /** Last time a backup was restored to scratch and compared with the vault. */
  lastDrill: z.object({ at: epochMsSchema, ok: z.boolean() }).nullable(),
});
/** How well the vault is backed up. */
export type BackupsStatus = z.infer<typeof backupsStatusSchema>;

const listedBackupSchema = z.object({
  backupId: opaqueId,
  placeId: opaqueId,
  fileName: z.string(),
  madeAt: epochMsSchema,
  reason: backupReasonSchema.nullable(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
  /** Reopened, decrypted and compared. What is null below is not known of others until they are opened. */
  verified: z.boolean(),
  counts: backupCountsSchema.nullable(),
  newestChange: epochMsSchema.nullable(),
  /** Journal frame it was made at. */
  seq: z.number().int().nonnegative().nullable(),
  /** Whether it is verified and the journal leads on from that very frame: all that it says before then is in the backup. */
  onChain: z.boolean(),
  /** How many of its records did not open when it was made. */
  quarantined: z.number().int().nonnegative(),
  /** It holds over a fifth fewer records than the one before. */
  shrunken: z.boolean(),
  /** The vault has sealed it. False also when that is not known. */
  sealed: z.boolean(),
});
/** A backup in a list. */
export type ListedBackup = z.infer<typeof listedBackupSchema>;

const outcomeSchema = z.discriminatedUnion('state', [
  z.object({ placeId: opaqueId, state: z.literal('verified') }),
  z.object({ placeId: opaqueId, state: z.literal('absent') }),
  z.object({ placeId: opaqueId, state: z.literal('failed'), failure: failureSchema }),
]);
/** What became of a backup in one place. */
export type BackupOutcome = z.infer<typeof outcomeSchema>;

const candidateSchema = listedBackupSchema.extend({
  /** Newest header kept beside the backup: it opens by today's passphrase and words. Null when there is none. */
  header: vaultHeaderSchema.nullable(),
  /** Whether the keys of the client files lie beside it; without them nothing can be restored. */
  keyring: z.boolean(),
});
/** A backup that can be restored on this machine. */
export type RestoreCandidate = z.infer<typeof candidateSchema>;

/** Parts of a restore: reading and checking the backup, copying it, checking the copy, copying the documents. */
const RESTORE_STEPS = ['checking', 'copying', 'proving', 'documents'] as const;
const restoreProgressSchema = z.object({
  step: z.enum(RESTORE_STEPS),
  /** Bytes, of documents files. */
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
});
/** How far a restore on this machine has come. */
export type RestoreProgress = z.infer<typeof restoreProgressSchema>;

export const backupsContract = {
  'backups.status': { request: nothing, response: backupsStatusSchema },
  /** Asks for a folder. */
  'backups.addPlace': {
    request: nothing,
    response: z.discriminatedUnion('state', [
      z.object({ state: z.literal('added'), placeId: opaqueId }),
      z.object({ state: z.literal('cancelled') }),
    ]),
  },
  /** Files that are there stay. */
  'backups.removePlace': { request: z.object({ placeId: opaqueId }), response: nothing },
  /** Begins a backup; an unfinished one before it is abandoned. */
  'backups.begin': {
    request: z.object({
      reason: backupReasonSchema,
      head: journalHeadSchema,
      stamp: z.string().max(64),
      recipients: z.array(recipient).min(1).max(8),
    }),
    response: z.object({ jobId: opaqueId }),
  },
  /** A block of records, or of one that does not open: see `shared/formats/backup.ts`. */
  'backups.add': {
    request: z.object({ jobId: opaqueId, entry: bytes(MAX_ENTRY_BYTES) }),
    response: nothing,
  },
  /** Says what was added, and answers what the backup is to say of itself: that is to be sealed. */
  'backups.end': {
    request: z.object({
      jobId: opaqueId,
      rootHash: hash,
      counts: backupCountsSchema,
      quarantined: z.array(quarantinedSchema).max(1_000_000),
    }),
    response: backupManifestSchema,
  },
  /** Writes the seal, ends and verifies it in every place. Also answers when no place took it: then none is `verified`. */
  'backups.finish': {
    request: z.object({ jobId: opaqueId, mac: hash }),
    response: z.object({
      backupId: opaqueId,
      fileName: z.string(),
      shrunken: z.boolean(),
      places: z.array(outcomeSchema),
    }),
  },
  /** Ends a backup without a trace; also one that is being verified, until every file of it is proven. */
  'backups.abandon': { request: z.object({ jobId: opaqueId }), response: nothing },
  /** Newest first, of all reachable places. */
  'backups.list': { request: nothing, response: z.array(listedBackupSchema) },
  /** Opens and checks a whole backup, but for its seal. Fails with `backupLocked` or `backupDamaged`; then nothing of it can be read. */
  'backups.open': {
    request: z.object({ backupId: opaqueId, identity }),
    response: z.object({ readId: opaqueId, manifest: backupManifestSchema }),
  },
  /** The next records, as `decodeOps` reads them; null at the end. */
  'backups.read': {
    request: z.object({ readId: opaqueId }),
    response: z.object({ ops: bytes(MAX_ENTRY_BYTES).nullable() }),
  },
  /** The seal of a backup that is being read holds: it counts as verified. */
  'backups.trust': { request: z.object({ readId: opaqueId }), response: nothing },
  'backups.closeRead': { request: z.object({ readId: opaqueId }), response: nothing },
  'backups.noteDrill': { request: z.object({ ok: z.boolean() }), response: nothing },
  /** Asks for a backup file or a folder with backups. Their ids are good for `backups.open` and `restore.install`. */
  'restore.choose': {
    request: z.object({ from: z.enum(['file', 'folder']) }),
    response: z.discriminatedUnion('state', [
      z.object({ state: z.literal('chosen'), candidates: z.array(candidateSchema) }),
      z.object({ state: z.literal('cancelled') }),
    ]),
  },
  /**
   * Makes a backup the vault of this machine. Fails with `vaultExists` when there is one, unless it is damaged or `replace`
   * says that it does not open; what is there is set aside, never deleted. Ends exactly old or exactly new; `refused` when
   * it was cancelled. `mac`: the seal that was found right; another backup in that place is `backupDamaged`.
   */
  'restore.install': {
    request: z.object({
      backupId: opaqueId,
      identity,
      mac: hash.nullable(),
      replace: z.boolean().exactOptional(),
    }),
    response: z.object({ header: vaultHeaderSchema }),
  },
  /** Ends a restore that has not happened yet, also the opening of an offered backup: nothing is changed. */
  'restore.cancel': { request: nothing, response: nothing },
} as const;

export const backupsEvents = {
  /** Places, backups or drills are not what they were: ask again. */
  'backups.changed': nothing,
  /** How far the restore of an offered backup has come; several times a second. */
  'restore.progress': restoreProgressSchema,
} as const;
