import { z } from 'zod';
import { scorePointsSchema } from './assessment/score.ts';
import { customFieldSchema } from './custom-field.ts';
import type { RecordKind, Stored } from './record.ts';
import { stageSettingSchema } from './stages.ts';
import { languageSchema, lineSchema, textSchema } from './values.ts';

export const PRACTICE_KINDS = ['law', 'accounting', 'tutoring', 'other'] as const;
export const practiceKindSchema = z.enum(PRACTICE_KINDS);
/** The trade of a practice; chooses its templates and words. */
export type PracticeKind = z.infer<typeof practiceKindSchema>;

/** What stands at the head of every printed page. Empty lines are left out. */
export const letterheadSchema = z.object({
  name: lineSchema,
  address: textSchema,
  phone: lineSchema,
  email: lineSchema,
  web: lineSchema,
  /** Registration line as printed: IČO, NIP, ИНН … */
  registration: lineSchema,
});
export type Letterhead = z.infer<typeof letterheadSchema>;

export const practiceSchema = z.object({
  kind: practiceKindSchema,
  language: languageSchema,
  /** The professional's own name: default attendee and signatory. */
  professional: lineSchema,
  letterhead: letterheadSchema,
  /** Line at the foot of printed pages, for example «Confidential». Empty: none. */
  confidentiality: lineSchema,
  /** Account to which clients pay (IBAN), as it was typed. */
  iban: lineSchema.exactOptional(),
  /** True while the made-up sample practice is in the vault. */
  sample: z.boolean(),
  /** Fields the practice added to its client files, in their order; by the kind of practice for which they were added. */
  customFields: z.partialRecord(practiceKindSchema, z.array(customFieldSchema)),
  /** Fields the practice added to its engagements, likewise. */
  engagementFields: z.partialRecord(practiceKindSchema, z.array(customFieldSchema)).exactOptional(),
  /** Points of the rules of the lead score, where they are not as the app comes. */
  scorePoints: scorePointsSchema,
  /** Names, order and choice of the stages of the lifecycle, where they are not as the app has them. */
  stages: z.array(stageSettingSchema).max(100).exactOptional(),
  /** How far the header of the vault had come when this was written; an older header is one that was put back. */
  keys: z
    .object({ revision: z.number().int().nonnegative(), epoch: z.number().int().nonnegative() })
    .exactOptional(),
});
export type PracticeBody = z.infer<typeof practiceSchema>;
/** The office that uses the app; one record a vault. */
export type Practice = Stored<PracticeBody>;

export const practiceRecord: RecordKind<PracticeBody> = {
  table: 'practice',
  version: 2,
  schema: practiceSchema,
  history: 'spans',
  // How far the header has come is no word of the user's.
  comeBack: (earlier, { keys }) => ({ ...earlier, ...(keys && { keys }) }),
};
