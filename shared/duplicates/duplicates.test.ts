import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HINT, LIKELY, POSSIBLE, prepared, resemblance } from './compare.ts';
import { DuplicateIndex, type Pair } from './duplicate-index.ts';
import type { Known } from './keys.ts';

const scoreOf = (one: Known, other: Known): number => resemblance(prepared(one), prepared(other))?.score ?? 0;
const named = (name: string, rest: Partial<Known> = {}): Known => ({ name, ...rest });

describe('how much two clients look like one', () => {
  it.each([
    ['other order, diacritics and titles', 'Nováková Jana', 'JUDr. Jana Novakova', LIKELY],
    ['forms of company', 'Stavby Dvořák s.r.o.', 'STAVBY DVORAK, spol. s r.o.', LIKELY],
    ['another alphabet', 'Иванов Пётр', 'Ivanov Pjotr', POSSIBLE],
    ['a single word in another alphabet', 'Иванов', 'Ivanov', POSSIBLE],
    ['Polish spelling of a Russian name', 'Щербаков Юрий', 'Szczerbakow Jurij', POSSIBLE],
    ['a short form of the first name', 'Novák Josef', 'Pepa Novák', POSSIBLE],
    ['a surname in its other form', 'Kowalska Maria', 'Maria Kowalski', POSSIBLE],
    ['an initial', 'Novák Petr', 'P. Novák', POSSIBLE],
  ])('%s: enough', (_, one, other, least) => {
    expect(scoreOf(named(one), named(other))).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['another first name', 'Novák Petr', 'Novák Pavel'],
    ['a surname alone in common', 'Novák', 'Nováková Jana'],
    ['one letter apart', 'Kolář Jan', 'Kovář Jan'],
    ['first names alone', 'Jan', 'Jan Novák'],
  ])('%s: not to be listed', (_, one, other) => {
    expect(scoreOf(named(one), named(other))).toBeLessThan(POSSIBLE);
  });

  it('a number, an e-mail address, a phone with a word of the name in common each make it likely', () => {
    const ico = [{ kind: 'ico' as const, value: '270 82 440' }];
    const dic = [{ kind: 'other' as const, value: 'CZ27082440' }];
    expect(scoreOf(named('Alfa', { numbers: ico }), named('Beta', { numbers: dic }))).toBeGreaterThan(90);
    expect(scoreOf(named('A', { email: 'x@y.cz' }), named('B', { moreEmails: ' X@Y.cz' }))).toBe(85);
    const [phone, same] = ['+420 601 234 567', '601234567'];
    expect(scoreOf(named('Novák Petr', { phone }), named('Novák Pavel', { phone: same }))).toBe(78);
    // Households and firms share a phone.
    expect(scoreOf(named('Novák Petr', { phone }), named('Dvořák Jan', { phone: same }))).toBe(0);
  });

  it('a second thing in common makes it more likely, and what contradicts it less', () => {
    const [one, other] = [named('Novák Petr', { email: 'a@b.cz' }), named('Petr Novák', { email: 'a@b.cz' })];
    expect(scoreOf(one, other)).toBe(89);
    const born = (birthDate: string) => ({ birthDate });
    const [young, old] = [
      { ...one, ...born('1990-01-01') },
      { ...other, ...born('1960-01-01') },
    ];
    expect(scoreOf(young, old)).toBeLessThan(POSSIBLE);
    expect(scoreOf(named('Novák Petr', born('1990-01-01')), named('Petr Novák', born('1960-01-01')))).toBe(0);
  });

  it('finds other and former names, and says what both have in common', () => {
    const found = resemblance(
      prepared(named('Svobodová Jana', { formerNames: 'Nováková Jana', phone: '601 234 567' })),
      prepared(named('Novakova Jana', { phone: '+420601234567' })),
    );
    expect(found?.reasons).toEqual([
      { why: 'phone', said: '601 234 567', how: [] },
      { why: 'name', said: 'Nováková Jana', how: [] },
    ]);
  });

  it('is the same whichever comes first', () => {
    fc.assert(
      fc.property(someone, someone, (one, other) => {
        expect(scoreOf(one, other)).toBe(scoreOf(other, one));
      }),
    );
  });
});

const names = readFileSync('test/fixtures/name-pairs.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .flatMap((line) => line.split('\t').slice(2));
const name = fc.constantFrom(...names);
const someone: fc.Arbitrary<Known> = fc.record({
  name,
  aliases: fc.array(name, { maxLength: 1 }).map((all) => all.join('\n')),
  email: fc.constantFrom('', '', 'a@b.cz', 'c@d.pl'),
  phone: fc.constantFrom('', '', '+420 601 234 567', '601234567', '+7 901 234 56 78'),
  numbers: fc.constantFrom([], [{ kind: 'ico' as const, value: '27082440' }]),
  birthDate: fc.constantFrom(null, '1980-01-01', '1990-01-01'),
});

function pairsOf(index: DuplicateIndex<number>, least: number): readonly Pair<number>[] {
  const all = index.pairs(least);
  for (;;) {
    const step = all.next();
    if (step.done) return step.value;
  }
}

describe('the index of clients', () => {
  it('finds every pair that comparing all with all finds, no more and no less', () => {
    fc.assert(
      fc.property(fc.array(someone, { minLength: 2, maxLength: 40 }), (all) => {
        const index = new DuplicateIndex<number>();
        for (const [number, one] of all.entries()) index.add(one, number);
        const ready = all.map(prepared);
        const scanned = ready.flatMap((one, at) =>
          ready.slice(at + 1).flatMap((other, further) => {
            const score = resemblance(one, other)?.score ?? 0;
            return score >= POSSIBLE ? [`${String(at)} ${String(at + 1 + further)} ${String(score)}`] : [];
          }),
        );
        const found = pairsOf(index, POSSIBLE).map(
          ({ one, other, score }) =>
            `${String(Math.min(one, other))} ${String(Math.max(one, other))} ${String(score)}`,
        );
        expect(found.toSorted()).toEqual(scanned.toSorted());
        for (const least of [HINT, LIKELY]) {
          const [first] = all;
          const wanted = first ? prepared(first) : null;
          const like = ready.flatMap((one, at) =>
            wanted && (resemblance(wanted, one)?.score ?? 0) >= least ? [at] : [],
          );
          const hits = first ? index.find(first, least).map(({ value }) => value) : [];
          expect(hits.toSorted((a, b) => a - b)).toEqual(like);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lists the likest first', () => {
    const index = new DuplicateIndex<string>();
    index.add(named('Novák Petr'), 'by name');
    index.add(named('Novák P.', { email: 'a@b.cz' }), 'by address');
    expect(index.find(named('Petr Novák', { email: 'A@b.cz' }), HINT).map(({ value }) => value)).toEqual([
      'by address',
      'by name',
    ]);
  });
});
