import { z } from 'zod';
import { lineSchema, textSchema } from './values.ts';

/** How the practice and the client work together. */
export const RELATIONSHIP_MODES = [
  'transactional',
  'longTerm',
  'personalAssistance',
  'dedicatedAssistance',
  'selfService',
  'automated',
  'community',
] as const;

/** How far the relationship has come. */
export const RELATIONSHIP_PHASES = [
  'exploration',
  'awareness',
  'expansion',
  'commitment',
  'dissolution',
] as const;

/** What kind of buyer a client is; one client may be of several types. */
export const CLIENT_TYPES = [
  'loyal',
  'discount',
  'impulse',
  'needDriven',
  'wandering',
  'large',
  'highFutureValue',
  'benchmark',
  'doorOpener',
  'inspiring',
] as const;

/** What a client looks at first when choosing. */
export const ORIENTATIONS = ['cost', 'value', 'technology'] as const;

/** What the practice means to do with the relationship. */
export const STRATEGIES = ['start', 'protect', 'reEngineer', 'enhance', 'harvest', 'end', 'winBack'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** Whether the client has this work done elsewhere too. */
export const EXCLUSIVITIES = ['oneOfSeveral', 'preferred', 'exclusive'] as const;

/** What the professional thinks of the relationship. Null and empty: not said. */
export const relationshipSchema = z.object({
  mode: z.enum(RELATIONSHIP_MODES).nullable(),
  phase: z.enum(RELATIONSHIP_PHASES).nullable(),
  /** Why the relationship is coming apart; said in the phase of dissolution. */
  dissolutionReason: textSchema,
  types: z.array(z.enum(CLIENT_TYPES)),
  orientation: z.enum(ORIENTATIONS).nullable(),
  strategy: z.enum(STRATEGIES).nullable(),
  keyClient: z.boolean(),
  /** As the practice calls its levels: «standard», «answer within four hours». */
  serviceLevel: lineSchema,
  exclusivity: z.enum(EXCLUSIVITIES).nullable(),
  /** A part of the practice's own house or group. */
  internal: z.boolean(),
});
export type Relationship = z.infer<typeof relationshipSchema>;

/** Nothing said yet. */
export const EMPTY_RELATIONSHIP: Relationship = {
  mode: null,
  phase: null,
  dissolutionReason: '',
  types: [],
  orientation: null,
  strategy: null,
  keyClient: false,
  serviceLevel: '',
  exclusivity: null,
  internal: false,
};
