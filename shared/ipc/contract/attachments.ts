import { z } from 'zod';
import { recordIdSchema } from '#shared/domain/ids.ts';
import {
  attachmentContentSchema,
  chunkNameSchema,
  MOST_ATTACHMENT_BYTES,
} from '#shared/formats/attachment-chunks.ts';
import { bytes, MIB, nothing } from './parts.ts';

/** Largest part of a dropped or pasted file that crosses at once, bytes. */
export const MOST_PART_BYTES = 8 * MIB;

/** Largest attachment whose content crosses as a whole, bytes. */
export const MOST_READ_BYTES = 64 * MIB;

const key = z.instanceof(Uint8Array).refine(({ length }) => length === 32, 'not 32 bytes');
/** Keys of one client file's attachments; main holds them as long as the job runs. */
export const attachmentKeysSchema = z.object({ names: key, chunks: key });
const keys = attachmentKeysSchema;
const jobId = z.uuid();
const size = z.number().int().nonnegative().max(MOST_ATTACHMENT_BYTES);
const fileName = z.string().max(1024);
/** A job that imports a file. */
export const startedJobSchema = z.object({
  jobId,
  name: z.string(),
  size: z.number().int().nonnegative(),
});
const counted = z.object({
  count: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
});

const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('imported'), content: attachmentContentSchema }),
  z.object({ kind: z.literal('saved'), fileName: z.string(), folder: z.string() }),
  z.object({
    kind: z.literal('checked'),
    /** Whether every chunk was opened, and not only looked for. */
    deep: z.boolean(),
    /** Attachments of which chunks are not there. */
    missing: z.array(recordIdSchema),
    /** Attachments of which chunks are there and do not open. */
    damaged: z.array(recordIdSchema),
    /** Attachments of which chunks were lost, and brought back from beside a backup. */
    mended: z.array(recordIdSchema),
    /** Chunks that belong to nothing and were left where they are. */
    orphans: counted,
    /** Chunks that had belonged to nothing for a day and were removed. */
    removed: counted,
  }),
  z.object({ kind: z.literal('cancelled') }),
]);
/** What a job on attachments came to. */
export type AttachmentOutcome = z.infer<typeof outcomeSchema>;

/** `attachments.*`: work on encrypted chunks. Each piece of work is a job: progress by events, its end by `outcome`. */
export const attachmentsContract = {
  /** Starts to import files that the user chooses now, or one that the renderer sends in parts. No job: nothing chosen. */
  'attachments.start': {
    request: z.object({
      keys,
      from: z.discriminatedUnion('way', [
        z.object({ way: z.literal('dialog') }),
        z.object({ way: z.literal('parts'), name: fileName, size }),
      ]),
    }),
    response: z.array(startedJobSchema),
  },
  /** The next part of a file. Answers when there is room for another. */
  'attachments.part': {
    request: z.object({ jobId, bytes: bytes(MOST_PART_BYTES) }),
    response: nothing,
  },
  /** Starts to save an attachment at a place the user chooses now; null: nowhere. */
  'attachments.save': {
    request: z.object({ keys, name: fileName, content: attachmentContentSchema }),
    response: z.object({ jobId: jobId.nullable() }),
  },
  /** The content of a small attachment, as it came: for its words, and to show it. */
  'attachments.read': {
    request: z.object({
      keys,
      name: fileName,
      content: attachmentContentSchema.refine(({ size: whole }) => whole <= MOST_READ_BYTES, 'too large'),
    }),
    response: z.object({ bytes: bytes(MOST_READ_BYTES) }),
  },
  /** Starts to compare the chunks with the records that name them. `idle` takes its time, and opens chunks once a week. */
  'attachments.check': {
    request: z.object({
      occasion: z.enum(['idle', 'asked']),
      files: z
        .array(
          z.object({
            keys,
            attachments: z
              .array(z.object({ id: recordIdSchema, content: attachmentContentSchema }))
              .max(100_000),
          }),
        )
        .max(100_000),
      /** Chunks that earlier versions of records name; null when that was not looked up: then no chunk is removed. */
      keep: z.array(chunkNameSchema).max(500_000).nullable(),
    }),
    response: z.object({ jobId }),
  },
  /** Waits for the end of a job. Can be asked once. */
  'attachments.outcome': { request: z.object({ jobId }), response: outcomeSchema },
  /** Ends a job; its outcome is then `cancelled`, unless it had ended before. */
  'attachments.cancel': { request: z.object({ jobId }), response: nothing },
} as const;

/** Events of the jobs. */
export const attachmentsEvents = {
  /** How far a job has come, in bytes or, for a check, in chunks. */
  'attachments.progress': z.object({
    jobId,
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
  }),
} as const;
