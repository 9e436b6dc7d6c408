import { z } from 'zod';
import { isoDateSchema, lineSchema } from './values.ts';

/** What a client agrees to. */
export const CONSENT_KINDS = [
  'terms',
  'payment',
  'confidentiality',
  'homeVisit',
  'pupilContact',
  'newsletter',
  'recording',
] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** One consent or contract of a client. */
export const consentSchema = z.object({
  kind: z.enum(CONSENT_KINDS),
  givenOn: isoDateSchema,
  /** Last day on which it holds; null: until it is withdrawn. */
  validUntil: isoDateSchema.nullable(),
  withdrawnOn: isoDateSchema.nullable(),
  /** The paper it stands on: «Mandate agreement of 3 March», a document of the file. */
  paper: lineSchema,
});
export type Consent = z.infer<typeof consentSchema>;
