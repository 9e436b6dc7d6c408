import { z } from 'zod';
import type { RecordKind, Stored } from './record.ts';
import { sourceSchema } from './source.ts';
import { epochMsSchema, textSchema } from './values.ts';

export const questionSchema = z.object({
  text: textSchema.min(1),
  /** Who has to answer. */
  askedOf: z.enum(['client', 'practice']),
  answer: textSchema,
  answeredAt: epochMsSchema.nullable(),
  source: sourceSchema.nullable(),
});
export type QuestionBody = z.infer<typeof questionSchema>;
/** A question left open between meetings. */
export type Question = Stored<QuestionBody>;

export const questionRecord: RecordKind<QuestionBody> = {
  table: 'questions',
  version: 1,
  schema: questionSchema,
  history: 'spans',
};
