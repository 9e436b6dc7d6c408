import { z } from 'zod';
import { fileIdSchema } from './ids.ts';
import { PARTY_ROLES } from './party.ts';
import type { RecordKind, Stored } from './record.ts';
import { epochMsSchema, lineSchema, textSchema } from './values.ts';

/** Why a name or number was found. Each has its words in `conflicts.reason.<reason>`. */
export const MATCH_REASONS = [
  'exact',
  'number',
  'diacritics',
  'order',
  'gender',
  'given',
  'spelling',
  'script',
  'inflected',
  'initial',
  'typo',
  'partial',
  'form',
] as const;
/** Why a name or number was found. */
export type MatchReason = (typeof MATCH_REASONS)[number];

/** Where a name stood. Each has its words in `conflicts.place.<place>`. */
export const HIT_PLACES = [
  'client',
  'contactPerson',
  'decisionMaker',
  'clientText',
  'party',
  'partyText',
  'note',
  'requirement',
  'requirementsDocument',
  'question',
  'task',
  'engagement',
  'money',
] as const;
/** Where a name stood. */
export type HitPlace = (typeof HIT_PLACES)[number];

/** Which of the names of a client or party was found. */
export const NAME_KINDS = ['name', 'formerName', 'alias', 'number', 'text'] as const;
/** Which of the names of a client or party was found. */
export type NameKind = (typeof NAME_KINDS)[number];

export const conflictHitSchema = z.object({
  /** Which of the queries found it, from 0. */
  query: z.number().int().nonnegative(),
  /** The name or number as it stands, or the words around it. */
  found: lineSchema,
  /** What the client or party is called now, where another of its names was found; else empty. */
  bearer: lineSchema,
  nameKind: z.enum(NAME_KINDS),
  place: z.enum(HIT_PLACES),
  role: z.enum(PARTY_ROLES).nullable(),
  /** The client file, and what it was called at the time of the check. */
  fileId: fileIdSchema,
  client: lineSchema,
  reasons: z.array(z.enum(MATCH_REASONS)),
  /** Further places of the same kind in the same file, which match no better. */
  more: z.number().int().nonnegative(),
  /** How strongly it matched: 0 to 100. */
  score: z.number().min(0).max(100),
});
/** One place in which a name or number that was looked for stands. */
export type ConflictHit = z.infer<typeof conflictHitSchema>;

/** How the check was decided. Each has its words in `conflicts.decision.<decision>`. */
export const DECISIONS = ['none', 'conflict', 'waived'] as const;
/** How a conflict check was decided. */
export type Decision = (typeof DECISIONS)[number];

export const conflictCheckSchema = z.object({
  /** The names and numbers looked for. */
  queries: z.array(lineSchema.min(1)).min(1).max(50),
  checkedAt: epochMsSchema,
  /** How many records of each kind were gone through. */
  searched: z.object({
    clients: z.number().int().nonnegative(),
    parties: z.number().int().nonnegative(),
    notes: z.number().int().nonnegative(),
    requirements: z.number().int().nonnegative(),
    questions: z.number().int().nonnegative(),
    tasks: z.number().int().nonnegative(),
    /** Not there in checks of before engagements were gone through. */
    engagements: z.number().int().nonnegative().exactOptional(),
    money: z.number().int().nonnegative().exactOptional(),
  }),
  /** The strongest hits. */
  hits: z.array(conflictHitSchema).max(200),
  /** How many there were in all. */
  hitCount: z.number().int().nonnegative(),
  decision: z.enum(DECISIONS),
  reason: textSchema,
  decidedBy: lineSchema.min(1),
  decidedAt: epochMsSchema,
});
export type ConflictCheckBody = z.infer<typeof conflictCheckSchema>;
/** A conflict-of-interest check that was decided. Never changed: another look is another check. */
export type ConflictCheck = Stored<ConflictCheckBody>;

export const conflictCheckRecord: RecordKind<ConflictCheckBody> = {
  table: 'conflictChecks',
  version: 1,
  schema: conflictCheckSchema,
};
