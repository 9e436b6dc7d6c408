import { z } from 'zod';
import type { RecordKind } from './record.ts';
import { lineSchema } from './values.ts';

/** Every form whose drafts are kept. */
export const FORMS = [
  'client',
  'task',
  'party',
  'question',
  'reminder',
  'wrapUp',
  'engagement',
  'money',
  'instalments',
  'service',
  'conflictCheck',
  'gone',
] as const;
export type FormName = (typeof FORMS)[number];
/** Names a form; behind a colon what it changes, when it changes something. */
export type FormId = FormName | `${FormName}:${string}`;

export const draftSchema = z.object({
  /** The {@link FormId} of the form it was typed into. */
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
