import { z } from 'zod';
import { type IsoDate, isoDateSchema, lineSchema } from './values.ts';

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

/** How a consent stands on a day. */
export function consentState(
  { givenOn, validUntil, withdrawnOn }: Consent,
  today: IsoDate,
): 'valid' | 'notYet' | 'expired' | 'withdrawn' {
  if (withdrawnOn !== null && withdrawnOn <= today) return 'withdrawn';
  if (validUntil !== null && validUntil < today) return 'expired';
  return givenOn > today ? 'notYet' : 'valid';
}

/**
 * The one table of what must not be done without a consent, and the kinds of which one is enough: writing or sending to the
 * client; passing on what is known of the client to somebody else; contact with the pupil; saving lists and documents where
 * the vault does not protect them; printing labels to write to the client by post.
 */
export const COVERED_ACTIONS = {
  contact: ['terms', 'newsletter'],
  passOn: ['confidentiality'],
  pupilContact: ['pupilContact'],
  export: ['terms', 'confidentiality'],
  label: ['terms', 'newsletter'],
} as const satisfies Record<string, readonly ConsentKind[]>;
export type CoveredAction = keyof typeof COVERED_ACTIONS;

/** Why something is done without the consent it needs. Codes, for the activity log keeps no words about a client. */
export const OVERRIDE_REASONS = ['oral', 'law', 'contract', 'urgent'] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];

/** What an action lacks. */
export interface LackingConsent {
  /** How the newest consent of those kinds stands; `missing`: there never was one. */
  readonly state: 'missing' | 'notYet' | 'expired' | 'withdrawn';
  /** One of these is needed. */
  readonly kinds: readonly ConsentKind[];
}

/** What is lacking to do something with a client on a day; null: nothing. */
export function lackingConsent(
  consents: readonly Consent[],
  action: CoveredAction,
  today: IsoDate,
): LackingConsent | null {
  const kinds: readonly ConsentKind[] = COVERED_ACTIONS[action];
  const given = consents
    .filter(({ kind }) => kinds.includes(kind))
    .toSorted((a, b) => (a.givenOn < b.givenOn ? 1 : -1));
  const states = given.map((consent) => consentState(consent, today));
  return states.includes('valid')
    ? null
    : { state: states.find((one) => one !== 'valid') ?? 'missing', kinds };
}
