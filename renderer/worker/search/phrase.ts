import { docsWithAny, eachSpelling, type Spellings } from './expand.ts';
import { AFTER_TITLES, type Occurrences } from './cursor.ts';
import { noOccurrences, placesBeside, placesOf } from './postings.ts';
import type { Segment } from './segment.ts';

/** Places in all documents as one number. */
const PLACES = 2 ** 21;

/** The spelling of a word that has but one; else null. */
function onlyOf({ like, from, to }: Spellings): number | null {
  const [only] = like.keys();
  return only !== undefined && like.size === 1 && from === to ? only : null;
}

/** The places of all spellings of a word, in order. */
function placesOfWord(
  segment: Segment,
  spellings: Spellings,
  wanted: Occurrences | null,
  room: Occurrences,
): Occurrences {
  const only = onlyOf(spellings);
  if (only !== null) return placesOf(segment, only, wanted, room);
  const lists: Occurrences[] = [];
  eachSpelling(spellings, (spelling) => lists.push(placesOf(segment, spelling, wanted)));
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

/** The documents that have a phrase, in order: how often, and whether in a name or title (1, else 0). */
export interface PhraseDocs {
  readonly docs: Uint32Array;
  readonly times: Uint32Array;
  readonly strong: Uint8Array;
  readonly count: number;
}

const NONE: PhraseDocs = {
  docs: new Uint32Array(),
  times: new Uint32Array(),
  strong: new Uint8Array(),
  count: 0,
};

/** Rooms that one search after another uses: for the first word of a phrase, and for another one. */
const FIRST_ROOM = noOccurrences();
const OTHER_ROOM = noOccurrences();

/** Phrases of more words are looked for by their first ones. */
const MOST_WORDS = 200;

/**
 * How often words stand beside each other in that order, by document; `strong` when in a name or title.
 * @param phrase What each word of the phrase stands for in the segment.
 */
export function phraseIn(segment: Segment, phrase: readonly Spellings[]): PhraseDocs {
  const words = phrase
    .slice(0, MOST_WORDS)
    .map((spellings, index) => ({ spellings, index, count: docsWithAny(segment, spellings) }));
  // The rarest first: of the others only what is in the same documents is read.
  const [first, ...others] = words.toSorted((a, b) => a.count - b.count);
  if (!first || first.count === 0) return NONE;
  const [second, ...more] = others;
  const [one, other] = [onlyOf(first.spellings), second ? onlyOf(second.spellings) : null];
  const together = second !== undefined && one !== null && other !== null;
  const left = together
    ? placesBeside(segment, one, { other, later: second.index - first.index }, FIRST_ROOM)
    : placesOfWord(segment, first.spellings, null, FIRST_ROOM);
  for (const { spellings, index } of together ? more : others) {
    if (left.count > 0)
      keepBeside(left, placesOfWord(segment, spellings, left, OTHER_ROOM), index - first.index);
  }
  return byDoc(left, first.index);
}

/** @param later By how many places the phrase begins before what was found. */
function byDoc(found: Occurrences, later: number): PhraseDocs {
  const docs = new Uint32Array(found.count);
  const times = new Uint32Array(found.count);
  const strong = new Uint8Array(found.count);
  let count = 0;
  for (let at = 0; at < found.count; at += 1) {
    const doc = found.docs[at] ?? 0;
    if (count === 0 || docs[count - 1] !== doc) {
      docs[count] = doc;
      count += 1;
    }
    times[count - 1] = (times[count - 1] ?? 0) + 1;
    if ((found.places[at] ?? 0) - later < AFTER_TITLES) strong[count - 1] = 1;
  }
  return { docs, times, strong, count };
}
