import { fold } from '#shared/lib/fold.ts';

/** Something that can be found, folded once. */
export interface Candidate<Value> {
  readonly value: Value;
  /** What it is called, folded. */
  readonly name: string;
  /** Words of the name. */
  readonly words: readonly string[];
  /** What else it is known by, folded: addresses, numbers. */
  readonly extra: string;
}

/** Prepares something to be found by its name and by what else it is known by. */
export function candidate<Value>(value: Value, name: string, extra = ''): Candidate<Value> {
  const folded = fold(name);
  return { value, name: folded, words: folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean), extra: fold(extra) };
}

/** How well one word fits; 0: not at all. Beginnings of words count most, the first word before all. */
function fit(word: string, { name, words, extra }: Candidate<unknown>): number {
  if (words[0]?.startsWith(word) === true) return 100;
  if (words.some((other) => other.startsWith(word))) return 60;
  if (name.includes(word)) return 20;
  return extra.includes(word) ? 10 : 0;
}

function score(query: readonly string[], one: Candidate<unknown>): number {
  let sum = 0;
  for (const word of query) {
    const points = fit(word, one);
    if (points === 0) return 0;
    sum += points;
  }
  return sum;
}

/** The words of a query, folded. */
export const queryWords = (query: string): readonly string[] =>
  fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');

/**
 * The candidates that contain every word, the best first; among equals the order they came in. Diacritics and case do not
 * matter.
 * @param limit Most that are wanted.
 */
export function rank<Value>(
  candidates: readonly Candidate<Value>[],
  words: readonly string[],
  limit: number,
): readonly Value[] {
  return candidates
    .map((one) => ({ value: one.value, points: score(words, one) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, limit)
    .map(({ value }) => value);
}
