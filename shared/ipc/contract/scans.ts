import { z } from 'zod';
import { epochMsSchema } from '#shared/domain/values.ts';
import { attachmentContentSchema } from '#shared/formats/attachment-chunks.ts';
import { attachmentKeysSchema, startedJobSchema } from './attachments.ts';
import { nothing } from './parts.ts';

const scanId = z.uuid();

/** Most scans that are offered at once. */
export const MOST_SCANS = 500;

const scanSchema = z.object({
  scanId,
  name: z.string(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
  /** When it was last written. */
  changedAt: epochMsSchema,
});

const scansSchema = z.object({
  /** The folder that is watched for new scans; null: none. */
  folder: z.string().nullable(),
  /** Whether it is there now: a disk or a network drive may be away. */
  there: z.boolean(),
  /** Scans that have come to rest and wait to be put into a client file, the oldest first. */
  scans: z.array(scanSchema).max(MOST_SCANS),
});
/** The scan folder, and what waits in it. */
export type Scans = z.infer<typeof scansSchema>;
export type Scan = Scans['scans'][number];

/** `scans.*`: the one folder that a scanner writes to. No path ever comes from the renderer: it names scans by their ids. */
export const scansContract = {
  'scans.status': { request: nothing, response: scansSchema },
  /** Lets the user choose the folder. `inside`: it lies in the app's own data, or holds them, and was not taken. */
  'scans.choose': {
    request: nothing,
    response: z.object({ outcome: z.enum(['chosen', 'cancelled', 'inside']) }),
  },
  'scans.forget': { request: nothing, response: nothing },
  /** These scans are not offered any more. They stay where they are. */
  'scans.leave': { request: z.array(scanId).max(MOST_SCANS), response: nothing },
  /** Starts to put a scan into the vault: a job as `attachments.start` makes them. */
  'scans.start': {
    request: z.object({ scanId, keys: attachmentKeysSchema }),
    response: startedJobSchema,
  },
  /**
   * The scan is a document now. With `remove`, its file is removed from the folder once both the content in the vault and
   * the file were read again and found to be the same.
   */
  'scans.finish': {
    request: z.object({
      scanId,
      keys: attachmentKeysSchema,
      content: attachmentContentSchema,
      remove: z.boolean(),
    }),
    response: z.object({ removed: z.boolean() }),
  },
} as const;

export const scansEvents = {
  /** Something about the folder or the scans in it has changed. */
  'scans.changed': scansSchema,
} as const;
