import { z } from 'zod';
import { type ClientFacts, silence } from './facts.ts';

/** Rules of the lead score and the points each gives as the app comes. Words: `clientProfile.score.rule.<rule>`. */
export const SCORE_DEFAULTS = {
  referred: 20,
  metTwice: 20,
  contactLately: 15,
  highFutureValue: 15,
  nextDatePlanned: 10,
  decisionMakerKnown: 10,
  whyTheyCameKnown: 10,
  goalsKnown: 10,
  phoneKnown: 5,
  emailKnown: 5,
  silent: -20,
  wandering: -15,
  discount: -10,
} as const;
export const SCORE_RULES = Object.keys(SCORE_DEFAULTS) as (keyof typeof SCORE_DEFAULTS)[];
export type ScoreRule = keyof typeof SCORE_DEFAULTS;

/** Points of the rules a practice changed; 0 switches a rule off. */
export const scorePointsSchema = z.partialRecord(
  z.enum(SCORE_RULES as [ScoreRule, ...ScoreRule[]]),
  z.number().int().min(-100).max(100),
);
export type ScorePoints = z.infer<typeof scorePointsSchema>;

/** How promising a lead is, 0 to 100, with the rules it comes from. */
export interface LeadScore {
  readonly value: number;
  /** The strongest first. */
  readonly reasons: readonly { readonly rule: ScoreRule; readonly points: number }[];
}

const has = (text: string): boolean => text.trim() !== '';

const APPLIES: Readonly<Record<ScoreRule, (facts: ClientFacts) => boolean>> = {
  referred: ({ client }) => has(client.referredBy),
  metTwice: ({ meetings }) => meetings >= 2,
  contactLately: (facts) => (silence(facts) ?? Infinity) <= 14,
  highFutureValue: ({ client }) => client.relationship.types.includes('highFutureValue'),
  nextDatePlanned: ({ nextDate }) => nextDate !== null,
  decisionMakerKnown: ({ decisionMakerKnown, client }) => decisionMakerKnown || client.type === 'person',
  whyTheyCameKnown: ({ client }) => has(client.about.whyTheyCame),
  goalsKnown: ({ client }) => has(client.about.goals),
  phoneKnown: ({ client }) => has(client.phone),
  emailKnown: ({ client }) => has(client.email),
  silent: (facts) => (silence(facts) ?? 0) > 30,
  wandering: ({ client }) => client.relationship.types.includes('wandering'),
  discount: ({ client }) => client.relationship.types.includes('discount'),
};

/** Points of every rule: those of the practice, else as the app comes. */
export const pointsOf = (own: ScorePoints): Readonly<Record<ScoreRule, number>> => ({
  ...SCORE_DEFAULTS,
  ...own,
});

/** Scores a lead by the rules of the practice. */
export function leadScore(facts: ClientFacts, own: ScorePoints): LeadScore {
  const points = pointsOf(own);
  const reasons = SCORE_RULES.filter((rule) => points[rule] !== 0 && APPLIES[rule](facts))
    .map((rule) => ({ rule, points: points[rule] }))
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const sum = reasons.reduce((total, reason) => total + reason.points, 0);
  return { value: Math.min(100, Math.max(0, sum)), reasons };
}
