import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIFECYCLE_STAGES, type ClientBody, type LifecycleStage } from '#shared/domain/client.ts';
import { EMPTY_RELATIONSHIP } from '#shared/domain/relationship.ts';
import { aClient } from '#test/builders/bodies.ts';
import { decisionsOf, fullness, sinceOf, type Side } from './propose.ts';

/** A file: what its client says, since when, and how many records it has. */
const side = (changes: Partial<ClientBody>, since = 1, records = 0): Side => ({
  body: aClient(changes),
  records,
  since: () => since,
});
const proposal = (into: Side, from: Side) =>
  Object.fromEntries(decisionsOf(into, from).map((one) => [one.field, `${one.side} ${one.because}`]));

describe('what is proposed', () => {
  it('asks only where the two differ', () => {
    expect(proposal(side({}), side({}, 2, 5))).toEqual({});
  });

  it('takes what is said, what is right, what says more, what is newer, and says why', () => {
    const into = {
      source: '',
      email: 'jana@@x',
      acquiredOn: '2020-05-01',
      keyFacts: 'A',
      address: 'Brno',
      group: 'X',
    };
    const from = {
      source: 'Web',
      email: 'jana@x.cz',
      acquiredOn: '2019-05-01',
      keyFacts: 'B',
      address: 'Brno, Údolní 5',
      group: 'Y',
    };
    expect(proposal(side(into, 1, 9), side(from, 2))).toEqual({
      source: 'from only',
      email: 'from valid',
      acquiredOn: 'from earlier',
      keyFacts: 'both both',
      address: 'from whole',
      group: 'from newer',
    });
    expect(proposal(side({ group: 'X' }, 3), side({ group: 'Y' }, 2, 9))).toEqual({ group: 'into newer' });
    expect(proposal(side({ name: 'Nová Jana' }), side({ name: 'Stará Jana' }, 2))).toEqual({
      name: 'into stays',
    });
  });

  it('takes of the fuller file what every client has, and who is responsible, however old it is', () => {
    const full = side({ type: 'person', kind: 'client', language: 'cs', responsible: 'Eva' }, 1, 12);
    const fresh = side({ type: 'organisation', kind: 'customer', language: 'en', responsible: 'Jan' }, 9, 1);
    const from = {
      type: 'from fuller',
      kind: 'from fuller',
      language: 'from fuller',
      responsible: 'from fuller',
    };
    const into = {
      type: 'into fuller',
      kind: 'into fuller',
      language: 'into fuller',
      responsible: 'into fuller',
    };
    expect(proposal(full, fresh)).toEqual(into);
    expect(proposal(fresh, full)).toEqual(from);
    expect(proposal(side({ responsible: 'Eva' }, 1, 12), side({ responsible: '' }, 9))).toEqual({
      responsible: 'into only',
    });
  });

  it('takes the profile that says more', () => {
    const told = { ...EMPTY_RELATIONSHIP, serviceLevel: 'Gold', keyClient: true };
    const hint = { ...EMPTY_RELATIONSHIP, serviceLevel: 'Silver' };
    expect(proposal(side({ relationship: told }), side({ relationship: hint }, 2))).toEqual({
      relationship: 'into whole',
    });
  });

  it('compares own fields by the time of their own', () => {
    const into = { ...side({ custom: { a: 1, b: 'x', d: true } }), since: () => 1 };
    const from = { ...side({ custom: { a: 2, c: ['y'], d: true } }, 2, 0) };
    expect(proposal(into, from)).toEqual({
      'custom:a': 'from newer',
      'custom:b': 'into only',
      'custom:c': 'from only',
    });
  });
});

describe('of two stages', () => {
  const stages = (mine: LifecycleStage, theirs: LifecycleStage, since = [1, 2]) =>
    proposal(side({ stage: mine }, since[0]), side({ stage: theirs }, since[1]))['stage'];

  it('the one furthest in the relationship is proposed, however old it is', () => {
    expect(stages('retention', 'acquisition')).toBe('into furthest');
    expect(stages('reach', 'inspiration', [2, 1])).toBe('from furthest');
  });

  it('lost and ended hold if they were said later, and somebody who came back is a client again', () => {
    expect(stages('retention', 'lost')).toBe('from newer');
    expect(stages('retention', 'lost', [3, 2])).toBe('into newer');
    expect(stages('ended', 'lost')).toBe('from newer');
  });

  it('the same one is proposed whichever file stays', () => {
    const stage = fc.constantFrom(...LIFECYCLE_STAGES);
    fc.assert(
      fc.property(
        stage,
        stage,
        fc.uniqueArray(fc.nat(), { minLength: 2, maxLength: 2 }),
        (one, other, times) => {
          const [a, b] = [side({ stage: one }, times[0]), side({ stage: other }, times[1])];
          const taken = (into: Side, from: Side) => {
            const decision = decisionsOf(into, from).find(({ field }) => field === 'stage');
            return decision?.side === 'from' ? from.body.stage : into.body.stage;
          };
          expect(taken(a, b)).toBe(taken(b, a));
        },
      ),
    );
  });
});

describe('what is known of a file', () => {
  it('counts its records, and what the client says', () => {
    const empty = fullness(side({}));
    expect(fullness(side({}, 1, 3))).toBe(empty + 3);
    expect(fullness(side({ tags: ['a', 'b'], source: 'Web', custom: { a: 1 } }))).toBe(empty + 4);
  });

  it('tells since when a value stands', () => {
    const now = aClient({ stage: 'lost', group: 'X', source: 'Web', custom: { a: 2 } });
    const since = sinceOf(
      now,
      [
        { body: { ...now, custom: { a: 1 } }, until: 50 },
        { body: { ...now, group: 'Y', stage: 'reach' }, until: 40 },
        { body: { ...now, group: 'X' }, until: 30 },
      ],
      10,
    );
    expect([since('custom:a'), since('group'), since('stage'), since('source')]).toEqual([50, 40, 40, 10]);
  });
});
