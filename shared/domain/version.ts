import { z } from 'zod';
import { recordIdSchema } from './ids.ts';
import { WORK_TABLES, type RecordKind } from './record.ts';

/** What a record said before it was changed or removed. */
export const versionSchema = z.object({
  /** The record. */
  of: recordIdSchema,
  table: z.enum(WORK_TABLES),
  /** The revision that it was, and the stamp of the change that made it so. */
  revision: z.string(),
  made: z.string(),
  /** Version of the body's schema. */
  version: z.number().int().positive(),
  /** Whether the record was removed then, and not changed. */
  removed: z.boolean(),
  body: z.record(z.string(), z.unknown()),
});
export type VersionBody = z.infer<typeof versionSchema>;

export const versionRecord: RecordKind<VersionBody> = {
  table: 'versions',
  version: 1,
  schema: versionSchema,
  clearIndex: ({ of }) => ({ of }),
  history: 'none',
};
