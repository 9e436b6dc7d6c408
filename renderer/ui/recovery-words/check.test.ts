import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { choosePlaces, sameWord, unguessable } from './check.ts';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('two different places within the words are asked for, in rising order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 24 }), fc.array(random, { minLength: 2 }), (words, numbers) => {
      let next = 0;
      const places = choosePlaces(words, () => numbers[next++ % numbers.length] ?? 0);
      expect(places).toHaveLength(2);
      const [first = -1, second = -1] = places;
      expect(first).toBeGreaterThanOrEqual(0);
      expect(second).toBeGreaterThan(first);
      expect(second).toBeLessThan(words);
    }),
  );
});

test('every place can be asked for', () => {
  const seen = new Set<number>();
  for (let i = 0; i < 15; i += 1) {
    for (let j = 0; j < 15; j += 1) {
      const numbers = [i / 15, j / 15];
      choosePlaces(15, () => numbers.shift() ?? 0).forEach((place) => seen.add(place));
    }
  }
  expect(seen.size).toBe(15);
});

test('the random number lies in its range', () => {
  for (let i = 0; i < 100; i += 1) {
    const number = unguessable();
    expect(number).toBeGreaterThanOrEqual(0);
    expect(number).toBeLessThan(1);
  }
});

test('capital letters and spaces do not matter, letters do', () => {
  expect(sameWord('  Abandon ', 'abandon')).toBe(true);
  expect(sameWord('abandom', 'abandon')).toBe(false);
  expect(sameWord('', 'abandon')).toBe(false);
  expect(sameWord('', undefined)).toBe(false);
});
