import { type ClientFacts, daysBetween, type Reason, silence } from './facts.ts';

const RULES = {
  keyClient: 15,
  lasting: 20,
  passing: -20,
  growing: 15,
  exploring: -10,
  dissolving: -10,
  exclusive: 10,
  oneOfSeveral: -5,
  loyal: 15,
  fickle: -15,
  manyMeetings: 20,
  noMeeting: -10,
  longKnown: 15,
  recent: 10,
  silent: -15,
  planned: 10,
  nothingPlanned: -10,
  wishesKnown: 10,
} as const;
/** Why the meter stands where it does. Its words: `clientProfile.meter.reason.<key>`. */
export type MeterKey = keyof typeof RULES;

/** One reason and how far it moves the meter. */
export interface MeterReason extends Reason<MeterKey> {
  /** Towards the client when positive, towards the customer when negative. */
  readonly points: number;
}

/** Where someone stands between a one-off customer (0) and a client served over time (100). */
export interface Meter {
  readonly value: number;
  readonly says: 'client' | 'between' | 'customer';
  /** The strongest first. */
  readonly reasons: readonly MeterReason[];
}

const MIDDLE = 50;

function applying(facts: ClientFacts): readonly Reason<MeterKey>[] {
  const { client, today, meetings, nextDate } = facts;
  const { mode, phase, types, exclusivity, keyClient } = client.relationship;
  const days = silence(facts);
  const years = client.acquiredOn === null ? 0 : Math.floor(daysBetween(client.acquiredOn, today) / 365.25);
  const said = (...keys: readonly (Reason<MeterKey> | false)[]): readonly Reason<MeterKey>[] =>
    keys.filter((key) => key !== false);
  const passing = mode === 'transactional' || mode === 'selfService' || mode === 'automated';
  const { goals, expectations } = client.about;
  return said(
    keyClient && { key: 'keyClient' },
    mode !== null && { key: passing ? 'passing' : 'lasting' },
    (phase === 'expansion' || phase === 'commitment') && { key: 'growing' },
    phase === 'exploration' && { key: 'exploring' },
    phase === 'dissolution' && { key: 'dissolving' },
    (exclusivity === 'exclusive' || exclusivity === 'preferred') && { key: 'exclusive' },
    exclusivity === 'oneOfSeveral' && { key: 'oneOfSeveral' },
    types.includes('loyal') && { key: 'loyal' },
    types.some((type) => type === 'discount' || type === 'impulse' || type === 'wandering') && {
      key: 'fickle',
    },
    meetings >= 3 && { key: 'manyMeetings', count: meetings },
    meetings === 0 && { key: 'noMeeting' },
    years >= 1 && { key: 'longKnown', count: years },
    days !== null && days <= 90 && { key: 'recent', count: days },
    days !== null && days > 365 && { key: 'silent', count: days },
    { key: nextDate === null ? 'nothingPlanned' : 'planned' },
    (goals.trim() !== '' || expectations.trim() !== '') && { key: 'wishesKnown' },
  );
}

/** Judges whether someone is a client or a customer, and says why. */
export function meter(facts: ClientFacts): Meter {
  const reasons = applying(facts)
    .map((reason): MeterReason => ({ ...reason, points: RULES[reason.key] }))
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const value = Math.min(
    100,
    Math.max(
      0,
      reasons.reduce((sum, { points }) => sum + points, MIDDLE),
    ),
  );
  return { value, says: value >= 60 ? 'client' : value <= 40 ? 'customer' : 'between', reasons };
}
