import { AFTER_TITLES, eachPlace } from './postings.ts';
import type { Segment } from './segment.ts';
import type { Spellings } from './expand.ts';

/** Places in all documents as one number. */
const PLACES = 2 ** 21;

const countOf = (segment: Segment, spellings: Spellings): number =>
  [...spellings.keys()].reduce((sum, spelling) => sum + (segment.counts[spelling] ?? 0), 0);

/**
 * How often words stand beside each other in that order, by document; `strong` when in a name or title.
 * @param words What each word of the phrase stands for in the segment.
 */
export function phraseIn(
  segment: Segment,
  words: readonly Spellings[],
): ReadonlyMap<number, { times: number; strong: number }> {
  const rarestFirst = words
    .map((spellings, index) => ({ spellings, index, count: countOf(segment, spellings) }))
    .toSorted((a, b) => a.count - b.count);
  // Where the phrase would begin.
  let begins: ReadonlySet<number> | null = null;
  for (const { spellings, index } of rarestFirst) {
    const before: ReadonlySet<number> | null = begins;
    const docs = before && new Set([...before].map((key) => Math.floor(key / PLACES)));
    const next = new Set<number>();
    for (const spelling of spellings.keys()) {
      eachPlace(
        segment,
        spelling,
        (doc, place) => {
          const key = doc * PLACES + place - index;
          if (place > index && (!before || before.has(key))) next.add(key);
        },
        docs ? (doc) => docs.has(doc) : undefined,
      );
    }
    begins = next;
  }
  const found = new Map<number, { times: number; strong: number }>();
  for (const key of begins ?? []) {
    const doc = Math.floor(key / PLACES);
    const strong = key % PLACES < AFTER_TITLES ? 1 : 0;
    const before = found.get(doc);
    found.set(doc, { times: (before?.times ?? 0) + 1, strong: strong | (before?.strong ?? 0) });
  }
  return found;
}
