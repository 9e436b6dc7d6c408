import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyClient, LIFECYCLE_STAGES, type ClientBody } from '../client.ts';
import { EMPTY_RELATIONSHIP, type Relationship, relationshipSchema, STRATEGIES } from '../relationship.ts';
import {
  CLIENT_TYPES,
  EXCLUSIVITIES,
  ORIENTATIONS,
  RELATIONSHIP_MODES,
  RELATIONSHIP_PHASES,
} from '../relationship.ts';
import type { ClientFacts } from './facts.ts';
import { meter } from './meter.ts';
import { nextActions } from './next-actions.ts';
import { leadScore, SCORE_RULES } from './score.ts';
import { suggestedStrategy } from './strategy.ts';

const facts = (
  client: Partial<ClientBody> = {},
  more: Partial<ClientFacts> = {},
  relationship: Partial<Relationship> = {},
): ClientFacts => ({
  client: {
    ...emptyClient('Nováková Jana', 'cs'),
    stage: 'retention',
    relationship: { ...EMPTY_RELATIONSHIP, ...relationship },
    ...client,
  },
  today: '2026-11-22',
  meetings: 1,
  lastContact: '2026-11-12',
  nextDate: '2026-11-30',
  overdueTasks: 0,
  unanswered: 0,
  decisionMakerKnown: false,
  ...more,
});
const keys = (all: readonly { readonly key: string }[]): readonly string[] => all.map(({ key }) => key);

const anyRelationship = fc.record({
  mode: fc.constantFrom(null, ...RELATIONSHIP_MODES),
  phase: fc.constantFrom(null, ...RELATIONSHIP_PHASES),
  dissolutionReason: fc.constant(''),
  types: fc.uniqueArray(fc.constantFrom(...CLIENT_TYPES)),
  orientation: fc.constantFrom(null, ...ORIENTATIONS),
  strategy: fc.constantFrom(null, ...STRATEGIES),
  keyClient: fc.boolean(),
  serviceLevel: fc.constant(''),
  exclusivity: fc.constantFrom(null, ...EXCLUSIVITIES),
  internal: fc.boolean(),
});
const anyFacts = fc
  .record({
    relationship: anyRelationship,
    stage: fc.constantFrom(...LIFECYCLE_STAGES),
    meetings: fc.nat(20),
    silent: fc.option(fc.nat(2000)),
    planned: fc.boolean(),
    overdueTasks: fc.nat(5),
    unanswered: fc.nat(5),
  })
  .map(({ relationship, stage, silent, planned, ...more }) =>
    facts(
      { stage },
      {
        ...more,
        lastContact:
          silent === null
            ? null
            : new Date(Date.UTC(2026, 10, 22) - silent * 86_400_000).toISOString().slice(0, 10),
        nextDate: planned ? '2026-12-01' : null,
      },
      relationship,
    ),
  );

describe('the meter between customer and client', () => {
  it('says customer of a passing stranger and client of an old friend, and why', () => {
    const stranger = meter(
      facts({}, { meetings: 0, lastContact: null, nextDate: null }, { mode: 'transactional' }),
    );
    expect(stranger).toMatchObject({ says: 'customer', value: 10 });
    expect(keys(stranger.reasons)).toEqual(['passing', 'noMeeting', 'nothingPlanned']);
    const friend = meter(
      facts({ acquiredOn: '2020-01-01' }, { meetings: 12 }, { mode: 'longTerm', types: ['loyal'] }),
    );
    expect(friend.says).toBe('client');
    expect(friend.reasons).toContainEqual({ key: 'manyMeetings', count: 12, points: 20 });
    expect(friend.reasons).toContainEqual({ key: 'longKnown', count: 6, points: 15 });
  });

  it('stays between 0 and 100, is the sum of its reasons, and names the strongest first', () => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        const { value, reasons } = meter(any);
        const sum = reasons.reduce((total, { points }) => total + points, 50);
        expect(value).toBe(Math.min(100, Math.max(0, sum)));
        expect(reasons.map(({ points }) => -Math.abs(points))).toEqual(
          reasons.map(({ points }) => -Math.abs(points)).toSorted((a, b) => a - b),
        );
      }),
    );
  });
});

describe('the suggested strategy', () => {
  it.each([
    [facts({ stage: 'lost' }), 'winBack', 'stageLost'],
    [facts({ stage: 'ended' }), 'end', 'stageEnded'],
    [facts({}, {}, { phase: 'dissolution' }), 'end', 'dissolving'],
    [facts({}, {}, { phase: 'dissolution', keyClient: true }), 'reEngineer', 'dissolvingValuable'],
    [facts({}, { meetings: 0, lastContact: null }), 'start', 'notYetMet'],
    [facts({}, { overdueTasks: 2, unanswered: 1 }), 'reEngineer', 'somethingWrong'],
    [facts({ stage: 'acquisition' }), 'start', 'beginning'],
    [facts({}, { lastContact: '2026-08-01' }, { types: ['large'] }), 'protect', 'valuableSilent'],
    [facts({}, {}, { exclusivity: 'exclusive' }), 'protect', 'valuable'],
    [facts({}, {}, { orientation: 'cost' }), 'harvest', 'cheap'],
    [facts({}, {}, { phase: 'expansion' }), 'enhance', 'growing'],
    [facts(), 'enhance', 'steady'],
  ] as const)('%# is the one of the first rule', (given, strategy, key) => {
    expect(suggestedStrategy(given)).toMatchObject({ strategy, reason: { key } });
  });

  it('is one of the list for everybody', () => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        expect(STRATEGIES).toContain(suggestedStrategy(any).strategy);
        expect(relationshipSchema.safeParse(any.client.relationship).success).toBe(true);
      }),
    );
  });
});

describe('the next actions', () => {
  it('come from the facts, the most urgent first', () => {
    const silent = facts({}, { lastContact: '2026-07-01', nextDate: null, unanswered: 2, overdueTasks: 1 });
    expect(keys(nextActions(silent))).toEqual(['answer', 'catchUp', 'call', 'plan']);
    expect(nextActions(silent)[2]).toEqual({ key: 'call', count: 144, dueIn: 3 });
  });

  it('are none that a lost or ended client has no use for', () => {
    const gone = { meetings: 4, lastContact: '2025-01-01', nextDate: null };
    expect(keys(nextActions(facts({ stage: 'lost' }, gone)))).toEqual(['winBack']);
    expect(nextActions(facts({ stage: 'ended' }, gone))).toEqual([{ key: 'winBack', dueIn: 90 }]);
  });

  it('ask for a consent that ends soon, and not for one that was renewed', () => {
    const consent = { kind: 'terms', givenOn: '2025-12-01', withdrawnOn: null, paper: '' } as const;
    const about = { ...emptyClient('', 'cs').about, goals: 'x' };
    const ending = { ...consent, validUntil: '2026-12-01' };
    expect(keys(nextActions(facts({ about, consents: [ending] })))).toEqual(['renewConsent']);
    expect(nextActions(facts({ about, consents: [ending, { ...consent, validUntil: null }] }))).toEqual([]);
  });

  it('are at most four', () => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        expect(nextActions(any).length).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('the lead score', () => {
  it('is the sum of the rules that apply, with them', () => {
    const lead = facts({ stage: 'acquisition', referredBy: 'Petr', phone: '1', type: 'organisation' });
    expect(leadScore(lead, {})).toEqual({
      value: 50,
      reasons: [
        { rule: 'referred', points: 20 },
        { rule: 'contactLately', points: 15 },
        { rule: 'nextDatePlanned', points: 10 },
        { rule: 'phoneKnown', points: 5 },
      ],
    });
  });

  it('follows the rules of the practice; no points switch a rule off', () => {
    const lead = facts({ referredBy: 'Petr', type: 'organisation' });
    expect(leadScore(lead, { referred: 0, contactLately: 50, nextDatePlanned: 1 })).toEqual({
      value: 51,
      reasons: [
        { rule: 'contactLately', points: 50 },
        { rule: 'nextDatePlanned', points: 1 },
      ],
    });
  });

  it('stays between 0 and 100 whatever the points', () => {
    const points = fc.dictionary(fc.constantFrom(...SCORE_RULES), fc.integer({ min: -100, max: 100 }));
    fc.assert(
      fc.property(anyFacts, points, (any, own) => {
        const { value } = leadScore(any, own);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
      }),
    );
  });
});
