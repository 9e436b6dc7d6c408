import { z } from 'zod';
import type { RecordKind } from './record.ts';
import { lineSchema } from './values.ts';

export const draftSchema = z.object({
  /** The form it was typed into: its name, and behind a colon the id of the record that it changes. */
  form: lineSchema.min(1),
  /** What was typed, by field; fields left as they were are not in it. */
  values: z.record(z.string(), z.json()),
});
/** What was typed into a form and not sent yet: it outlives the form, a lock and a crash. */
export type DraftBody = z.infer<typeof draftSchema>;

export const draftRecord: RecordKind<DraftBody> = {
  table: 'drafts',
  version: 1,
  schema: draftSchema,
  history: 'none',
};
