import type { Spellings } from './expand.ts';
import { AFTER_TITLES, type Occurrences, placesOf } from './postings.ts';
import { docsWith, type Segment } from './segment.ts';

/** Places in all documents as one number. */
const PLACES = 2 ** 21;

const countOf = (segment: Segment, spellings: Spellings): number =>
  [...spellings.keys()].reduce((sum, spelling) => sum + docsWith(segment, spelling), 0);

/** The places of all spellings of a word, in order. */
function placesOfWord(segment: Segment, spellings: Spellings, wanted: Occurrences | null): Occurrences {
  const lists = [...spellings.keys()].map((spelling) => placesOf(segment, spelling, wanted));
  const [only] = lists;
  if (only && lists.length === 1) return only;
  const keys = new Float64Array(lists.reduce((sum, { count }) => sum + count, 0));
  let end = 0;
  for (const { docs, places, count } of lists) {
    for (let at = 0; at < count; at += 1) keys[end + at] = (docs[at] ?? 0) * PLACES + (places[at] ?? 0);
    end += count;
  }
  keys.sort();
  return {
    docs: Uint32Array.from(keys, (key) => Math.floor(key / PLACES)),
    places: Uint32Array.from(keys, (key) => key % PLACES),
    count: end,
  };
}

/** Keeps those of `found` that have one of `others` so many places later (before, when negative). Changes `found`. */
function keepBeside(found: Occurrences, others: Occurrences, later: number): void {
  const { docs, places } = found;
  let [at, kept] = [0, 0];
  for (let index = 0; index < found.count; index += 1) {
    const doc = docs[index] ?? 0;
    const place = (places[index] ?? 0) + later;
    while (
      at < others.count &&
      ((others.docs[at] ?? 0) < doc || (others.docs[at] === doc && (others.places[at] ?? 0) < place))
    )
      at += 1;
    if (at === others.count) break;
    if (others.docs[at] !== doc || others.places[at] !== place) continue;
    docs[kept] = doc;
    places[kept] = places[index] ?? 0;
    kept += 1;
  }
  found.count = kept;
}

/** Phrases of more words are looked for by their first ones. */
const MOST_WORDS = 200;

/**
 * How often words stand beside each other in that order, by document; `strong` when in a name or title.
 * @param phrase What each word of the phrase stands for in the segment.
 */
export function phraseIn(
  segment: Segment,
  phrase: readonly Spellings[],
): ReadonlyMap<number, { times: number; strong: number }> {
  const words = phrase
    .slice(0, MOST_WORDS)
    .map((spellings, index) => ({ spellings, index, count: countOf(segment, spellings) }));
  const found = new Map<number, { times: number; strong: number }>();
  // The rarest first: of the others only what is in the same documents is read.
  const [first, ...others] = words.toSorted((a, b) => a.count - b.count);
  if (!first || first.count === 0) return found;
  const left = placesOfWord(segment, first.spellings, null);
  for (const { spellings, index } of others) {
    if (left.count > 0) keepBeside(left, placesOfWord(segment, spellings, left), index - first.index);
  }
  for (let at = 0; at < left.count; at += 1) {
    const doc = left.docs[at] ?? 0;
    const strong = (left.places[at] ?? 0) - first.index < AFTER_TITLES ? 1 : 0;
    const before = found.get(doc);
    found.set(doc, { times: (before?.times ?? 0) + 1, strong: strong | (before?.strong ?? 0) });
  }
  return found;
}
