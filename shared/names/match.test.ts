import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchNames } from './match.ts';
import { fold } from '#shared/lib/fold.ts';
import { parseName } from './name.ts';
import { skeletons } from './skeleton.ts';

const match = (one: string, other: string) => matchNames(parseName(one), parseName(other));

interface Labelled {
  readonly language: string;
  readonly same: boolean;
  readonly one: string;
  readonly other: string;
}

const labelled: readonly Labelled[] = readFileSync('test/fixtures/name-pairs.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [language = '', label, one = '', other = ''] = line.split('\t');
    return { language, same: label === '=', one, other };
  });

describe('the labelled pairs of names', () => {
  it('are at least 400', () => expect(labelled.length).toBeGreaterThanOrEqual(400));

  it.each(['cs', 'pl', 'ru', 'en'])(
    '%s: recall of at least 0.98 at a precision of at least 0.90',
    (language) => {
      const pairs = labelled.filter((pair) => pair.language === language);
      const found = pairs.filter(({ one, other }) => match(one, other) !== null);
      const right = found.filter(({ same }) => same).length;
      const recall = right / pairs.filter(({ same }) => same).length;
      const precision = right / found.length;
      const wrong = pairs.filter((pair) => found.includes(pair) !== pair.same);
      console.log(
        `${language}: ${String(pairs.length)} pairs, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`,
        wrong.map(({ one, other, same }) => `${one} ${same ? '=' : '≠'} ${other}`).join('; '),
      );
      expect(recall).toBeGreaterThanOrEqual(0.98);
      expect(precision).toBeGreaterThanOrEqual(0.9);
    },
  );
});

const anyName = fc.constantFrom(...labelled.flatMap(({ one, other }) => [one, other]));
const noisyName = fc.oneof(
  anyName,
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .tuple(anyName, fc.nat(12), fc.string({ maxLength: 2 }))
    .map(([name, at, noise]) => name.slice(0, at) + noise + name.slice(at + 1)),
);

describe('matching', () => {
  it('says the same whichever name comes first', () => {
    fc.assert(
      fc.property(noisyName, noisyName, (one, other) => {
        expect(match(one, other)).toEqual(match(other, one));
      }),
      { numRuns: 2000 },
    );
  });

  const everyName = [...new Set(labelled.flatMap(({ one, other }) => [one, other]))];

  it.each(everyName)('finds «%s» whatever becomes of its diacritics, capitals and order', (name) => {
    const exact = match(name, name);
    expect(exact).toEqual({ score: 100, reasons: ['exact'] });
    expect(match(fold(name).toUpperCase(), name)?.score).toBeGreaterThanOrEqual(90);
    expect(match(name.normalize('NFD'), name)).toEqual(exact);
    const turned = name.split(' ').toReversed().join(' ');
    if (/^\p{L}{2,} \p{L}{2,}$/u.test(name)) expect(match(turned, name)?.score).toBeGreaterThanOrEqual(95);
  });

  it('does not depend on diacritics: the skeleton of a folded word is among its own', () => {
    const words = everyName.flatMap((name) => name.match(/\p{Script=Latin}+/gu) ?? []);
    const lost = words.filter((word) => !skeletons(word).includes(skeletons(fold(word))[0] ?? ''));
    expect(lost).toEqual([]);
  });
});
