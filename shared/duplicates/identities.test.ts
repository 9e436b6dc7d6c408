import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DuplicateBody } from '#shared/domain/duplicate.ts';
import { newFileId, newRecordId, type RecordId } from '#shared/domain/ids.ts';
import { Identities } from './identities.ts';

const ids = Array.from({ length: 6 }, newRecordId);
const decided = (is: 'samePerson' | 'otherPerson', one: string, other: string): DuplicateBody => ({
  is,
  at: 0,
  who: [
    { table: 'parties', id: one as RecordId },
    { table: 'parties', id: other as RecordId },
  ],
});
const [a, b, c, d] = ids as [RecordId, RecordId, RecordId, RecordId];
const both = (pair: readonly [string, string]) => pair;

describe('who is the same person', () => {
  it('is the same as all who are the same as one of them', () => {
    const known = new Identities([decided('samePerson', a, b), decided('samePerson', c, b)]);
    expect(known.membersOf(c).toSorted()).toEqual([a, b, c].toSorted());
    expect(known.membersOf(d)).toEqual([d]);
  });

  it('is told of the client of the file that a file went into', () => {
    const [into, from] = [newFileId(), newFileId()];
    const merge: DuplicateBody = { is: 'merge', at: 0, into, from, choices: {}, moved: [], undoneAt: null };
    const known = new Identities([decided('samePerson', from, a), merge]);
    expect(known.membersOf(a).toSorted()).toEqual([a, into as string].toSorted());
    expect(known.membersOf(from)).toEqual(known.membersOf(into));
  });
});

describe('what is still to be decided', () => {
  it('is no pair of which one or the other was said, also of somebody who is the same', () => {
    const known = new Identities([decided('samePerson', a, b), decided('otherPerson', b, c)]);
    const pairs = [
      [a, b],
      [a, c],
      [c, d],
    ] as const;
    expect(known.undecided(pairs, both)).toEqual([[c, d]]);
  });

  it('comes to an end: whatever is answered, everybody who looks alike is decided of, and nobody twice', () => {
    const pair = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), fc.array(fc.boolean()), (pairs, answers) => {
        const all = pairs.map(([one, other]) => [one, other] as const) as (readonly [string, string])[];
        const said: DuplicateBody[] = [];
        for (let step = 0; step < 30; step += 1) {
          const open = new Identities(said).undecided(all, both);
          const [next] = open;
          if (!next) break;
          said.push(decided(answers[step] === true ? 'samePerson' : 'otherPerson', ...next));
        }
        const known = new Identities(said);
        expect(known.undecided(all, both)).toEqual([]);
        for (const [one, other] of all) {
          const same = known.membersOf(one).includes(other);
          const apart = said.some(
            (body) =>
              body.is === 'otherPerson' &&
              [body.who, body.who.toReversed()].some(
                ([x, y]) =>
                  known.membersOf(one).includes(x?.id ?? '') && known.membersOf(other).includes(y?.id ?? ''),
              ),
          );
          expect(same).not.toBe(apart);
        }
      }),
    );
  });
});
