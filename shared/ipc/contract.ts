import { z } from 'zod';
import { documentModelSchema } from '#shared/documents/model.ts';
import { fileIdSchema, recordIdSchema } from '#shared/domain/ids.ts';
import { epochMsSchema } from '#shared/domain/values.ts';
import { chunkNameSchema } from '#shared/formats/attachment-chunks.ts';
import { vaultHeaderSchema } from '#shared/formats/vault-header.ts';
import type { Channel, EventName } from './channels.ts';
import { backupsContract, backupsEvents } from './contract/backups.ts';
import { bytes, journalHeadSchema, MIB, nothing } from './contract/parts.ts';
import { attachmentsContract, attachmentsEvents } from './contract/attachments.ts';
import { scansContract, scansEvents } from './contract/scans.ts';
import { spaceContract, spaceEvents } from './contract/space.ts';
import { settingsSchema } from './settings.ts';

export type { JournalHead } from './contract/parts.ts';

/** Frames that cannot be read, both ends included. `hash`: chain hash of frame `to`; null when nothing tells it. */
export const journalGapSchema = z.object({
  from: z.number().int().positive(),
  to: z.number().int().positive(),
  hash: bytes(32).nullable(),
});
export type JournalGap = z.infer<typeof journalGapSchema>;

export const journalFrameSchema = z.object({
  seq: z.number().int().positive(),
  hash: bytes(32),
  entry: bytes(64 * MIB),
});
export type JournalFrame = z.infer<typeof journalFrameSchema>;

/** One moment at which a reminder fires. `id` is stable, so that each occurrence fires once. */
export const occurrenceSchema = z.object({
  id: z.string().min(1).max(120),
  reminderId: recordIdSchema,
  fileId: fileIdSchema,
  at: epochMsSchema,
});
export type Occurrence = z.infer<typeof occurrenceSchema>;

export const dueOccurrenceSchema = occurrenceSchema.extend({ missed: z.boolean() });
/** An occurrence that has fired and was not acknowledged; `missed` when the app was not running at its moment. */
export type DueOccurrence = z.infer<typeof dueOccurrenceSchema>;

export const attemptsSchema = z.object({
  failures: z.number().int().nonnegative(),
  /** No further attempt before this moment. */
  waitUntil: epochMsSchema,
});

const keyringEntrySchema = z.object({ fileId: fileIdSchema, wrapped: bytes(256) });
export type KeyringEntry = z.infer<typeof keyringEntrySchema>;

export const vaultStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({
    state: z.literal('ready'),
    header: vaultHeaderSchema,
    /** The second copy, when it says something else than the first: a crash came between them, or a stranger. */
    other: vaultHeaderSchema.exactOptional(),
    /** The header was unreadable and its second copy took its place. */
    repaired: z.boolean(),
    /** The disk is full: the vault can be read, and IndexedDB must not be opened. */
    rescue: z.literal(true).exactOptional(),
  }),
  z.object({ state: z.literal('damaged'), folder: z.string() }),
  z.object({ state: z.literal('newer'), format: z.number() }),
]);
export type VaultStatus = z.infer<typeof vaultStatusSchema>;

export const lockReasonSchema = z.enum(['user', 'idle', 'suspend', 'screen']);
export type LockReason = z.infer<typeof lockReasonSchema>;

const lookingSchema = z.object({ fileId: fileIdSchema.nullable() }).nullable();

const savedSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('saved'), fileName: z.string(), folder: z.string() }),
  z.object({ state: z.literal('cancelled') }),
]);

/** The kinds of file that the renderer may have saved: what they are called is also how their names end. */
export const fileKindSchema = z.enum(['json', 'txt', 'csv']);

interface Exchange {
  readonly request: z.ZodType;
  readonly response: z.ZodType;
}

const macSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What each channel takes and gives. The only definition; types of both sides come from it. */
export const contract = {
  'app.info': {
    request: nothing,
    response: z.object({
      version: z.string(),
      platform: z.enum(['linux', 'darwin', 'win32']),
      /** `host`: an installed Chromium stands in for Electron. */
      runtime: z.enum(['electron', 'host']),
      dataFolder: z.string(),
      /** When the app was started. */
      startedAt: epochMsSchema,
      /** Another version of the app or of Electron used the data last, and no backup from before is there yet. */
      upgraded: z.boolean(),
    }),
  },
  /** Removes the working store from the disk, also one that Chromium can neither open nor delete. */
  'app.clearStore': { request: nothing, response: nothing },
  'settings.read': { request: nothing, response: settingsSchema },
  'settings.write': {
    request: settingsSchema.omit({ backupFolders: true }).partial().strict(),
    response: settingsSchema,
  },
  'vault.status': { request: nothing, response: vaultStatusSchema },
  'vault.create': { request: z.object({ header: vaultHeaderSchema }), response: nothing },
  'vault.replaceHeader': { request: z.object({ header: vaultHeaderSchema }), response: nothing },
  /** `erased`: client files that the keyring says were erased, with what the vault left as a proof. `mended`: one of its two copies was damaged and made anew from the other. */
  'keyring.load': {
    request: nothing,
    response: z.object({
      entries: z.array(keyringEntrySchema),
      erased: z.array(z.object({ fileId: fileIdSchema, mac: macSchema.nullable() })),
      mended: z.boolean(),
    }),
  },
  'keyring.put': { request: z.array(keyringEntrySchema).max(100_000), response: nothing },
  /** Destroys the key of a client file, here and beside the backups that can be reached. There is no way back. */
  'keyring.erase': {
    request: z.object({
      fileId: fileIdSchema,
      /** Chunks of its documents: removed once the key is gone. */
      chunks: z.array(chunkNameSchema).max(500_000),
      /** Shows later that the vault has erased it. */
      mac: macSchema,
      /** Files that had gone into it: their keys are destroyed in the same step. */
      also: z.array(z.object({ fileId: fileIdSchema, mac: macSchema })).max(10_000),
    }),
    response: z.object({
      /** SHA-256 of the wrapped key, hexadecimal. */
      fingerprint: z.string(),
      /** Those of the files that had gone into it, in their order. */
      more: z.array(z.string()),
      places: z.array(z.object({ place: z.string(), reached: z.boolean() })),
    }),
  },
  /** Which of the erasures that the keyring tells of are the vault's own. The others are dropped; main itself cannot tell. */
  'keyring.confirm': {
    request: z.object({ erased: z.array(fileIdSchema).max(1_000_000) }),
    response: nothing,
  },
  /** Lays all keys, wrapped by the vault key of the next epoch, beside the keyring. A header of that epoch makes it count. */
  'keyring.stage': {
    request: z.object({
      epoch: z.number().int().positive(),
      entries: z.array(keyringEntrySchema).max(100_000),
    }),
    response: nothing,
  },
  /** Whether there is a keychain of the system that can be trusted, and whether it keeps a secret of this vault. */
  'device.status': {
    request: nothing,
    response: z.object({ available: z.boolean(), kept: z.boolean() }),
  },
  /** A new secret in the keychain, which opens the slot of this computer. Only while the vault is open. */
  'device.make': { request: nothing, response: z.object({ secret: bytes(32) }) },
  'device.read': { request: nothing, response: z.object({ secret: bytes(32).nullable() }) },
  'device.forget': { request: nothing, response: nothing },
  /** Tells main that the vault is open, and gives it the one key that opens reminder labels, until lock. */
  'session.unlocked': { request: z.object({ reminderKey: bytes(32) }), response: nothing },
  /** Replaces the renderer process. The renderer has flushed before. */
  'session.lock': { request: z.object({ reason: lockReasonSchema }), response: nothing },
  /**
   * A client is looking at the screen and sees one file, or none; null: nobody looks. Kept through locking, until it is taken
   * back or the app ends. Notifications say nothing meanwhile.
   */
  'session.look': { request: z.object({ looking: lookingSchema }), response: nothing },
  'session.looking': { request: nothing, response: z.object({ looking: lookingSchema }) },
  'session.attempts': { request: nothing, response: attemptsSchema },
  'session.reportAttempt': { request: z.object({ success: z.boolean() }), response: attemptsSchema },
  'journal.head': {
    request: nothing,
    response: z.object({
      head: journalHeadSchema,
      /** The end of the chain before the first frame that is still kept: what compaction dropped ends here. */
      floor: journalHeadSchema,
      /** What damage took between floor and head, in order. */
      gaps: z.array(journalGapSchema),
      /** Files of the journal in which damage was found, whether or not it cost a frame. */
      damagedFiles: z.array(z.string()),
      /** Size of a torn tail, which was never acknowledged; 0 when the journal ended whole. */
      cutBytes: z.number().int().nonnegative(),
    }),
  },
  /** Appends sealed entries, one frame each, and answers when they are fsynced. */
  'journal.append': {
    request: z.object({
      entries: z
        .array(bytes(64 * MIB))
        .min(1)
        .max(10_000),
    }),
    response: journalHeadSchema,
  },
  /** Frames after `after`, about `maxBytes` of them, at least one when there is one. */
  'journal.read': {
    request: z.object({
      after: z.number().int().nonnegative(),
      maxBytes: z
        .number()
        .int()
        .positive()
        .max(64 * MIB),
    }),
    response: z.object({ frames: z.array(journalFrameSchema), end: z.boolean() }),
  },
  'documents.pdf': {
    request: z.object({ document: documentModelSchema }),
    response: z.object({ pdf: bytes(256 * MIB) }),
  },
  'documents.savePdf': {
    request: z.object({ document: documentModelSchema, suggestedName: z.string().max(200) }),
    response: savedSchema,
  },
  'documents.print': {
    request: z.object({ document: documentModelSchema }),
    response: z.object({ state: z.enum(['printed', 'cancelled']) }),
  },
  /** Asks where to save, then writes the file wholly or not at all. */
  'files.save': {
    request: z.object({
      suggestedName: z.string().max(200),
      kind: fileKindSchema,
      bytes: bytes(256 * MIB),
    }),
    response: savedSchema,
  },
  ...attachmentsContract,
  ...scansContract,
  /** Replaces the whole plan. `label` is sealed with the reminder key. */
  'reminders.plan': {
    request: z.array(occurrenceSchema.extend({ label: bytes(4096) })).max(50_000),
    response: nothing,
  },
  'reminders.due': { request: nothing, response: z.array(dueOccurrenceSchema) },
  'reminders.acknowledge': { request: z.array(z.string().max(120)).max(10_000), response: nothing },
  'links.open': {
    request: z.object({ url: z.string().max(2048) }),
    response: z.object({ opened: z.boolean() }),
  },
  'lifecycle.flushed': { request: nothing, response: nothing },
  /** Says, while main waits for `lifecycle.flushed`, that the last work goes on: main waits another while. */
  'lifecycle.working': { request: nothing, response: nothing },
  /** The answer, in place of `lifecycle.flushed`, that closes nothing: something could not be stored. */
  'lifecycle.stay': { request: nothing, response: nothing },
  ...backupsContract,
  ...spaceContract,
} as const satisfies Record<Channel, Exchange>;

export const MENU_COMMANDS = [
  'palette',
  'newClient',
  'meeting',
  'print',
  'lock',
  'settings',
  'help',
] as const;

/** What each event carries. */
export const events = {
  ...attachmentsEvents,
  ...scansEvents,
  'reminders.fired': z.array(dueOccurrenceSchema),
  /** The user clicked a notification. */
  'reminders.open': z.object({ reminderId: recordIdSchema.nullable(), fileId: fileIdSchema.nullable() }),
  /** Main wants to lock: flush what was typed, then call `session.lock`. */
  'session.lockRequested': z.object({ reason: lockReasonSchema }),
  /** Main wants to close: flush what was typed, then call `lifecycle.flushed`. `ending`: the app ends, so back up too. */
  'lifecycle.flushRequested': z.object({ ending: z.boolean() }),
  'menu.command': z.object({ command: z.enum(MENU_COMMANDS) }),
  ...backupsEvents,
  ...spaceEvents,
} as const satisfies Record<EventName, z.ZodType>;

export type RequestOf<C extends Channel> = z.infer<(typeof contract)[C]['request']>;
export type ResponseOf<C extends Channel> = z.infer<(typeof contract)[C]['response']>;
export type PayloadOf<E extends EventName> = z.infer<(typeof events)[E]>;
