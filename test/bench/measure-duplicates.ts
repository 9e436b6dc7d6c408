import { HINT, POSSIBLE } from '#shared/duplicates/compare.ts';
import { DuplicateIndex } from '#shared/duplicates/duplicate-index.ts';
import type { Known } from '#shared/duplicates/keys.ts';
import { quantile } from './figures.ts';
import { maker } from './measure-conflicts.ts';
import { randomFrom } from './random.ts';

/** What finding duplicates among made-up clients takes, milliseconds. */
export interface DuplicateTimes {
  /** Making the index, and going through it for every pair. */
  readonly index: number;
  readonly pairs: number;
  /** How many were found. */
  readonly found: number;
  /** Looking for one who is being typed, 95th percentile. */
  readonly typed: number;
}

/** One client in twenty is there twice, written in another order. */
export function measureDuplicates(clients: number): DuplicateTimes {
  const random = randomFrom(20261122);
  const { name, number } = maker(random);
  const made: Known[] = [];
  while (made.length < clients) {
    const one: Known = { name: name(), phone: number(), email: `${number()}@example.org` };
    made.push(one);
    if (random() < 0.05) made.push({ ...one, name: one.name.split(' ').toReversed().join(' '), email: '' });
  }
  let begun = performance.now();
  const index = new DuplicateIndex<Known>();
  for (const one of made) index.add(one, one);
  const indexed = performance.now() - begun;
  begun = performance.now();
  const all = index.pairs(POSSIBLE);
  let step = all.next();
  while (!step.done) step = all.next();
  const paired = performance.now() - begun;
  const typed = Array.from({ length: 100 }, () => {
    const wanted = { name: name() };
    const start = performance.now();
    index.find(wanted, HINT);
    return performance.now() - start;
  });
  return { index: indexed, pairs: paired, found: step.value.length, typed: quantile(typed, 0.95) };
}
