import { AFTER_TITLES, eachPlace, eachPosting } from './postings.ts';
import { docCount, type Segment } from './segment.ts';
import type { Spellings } from './expand.ts';

/** Places in all documents as one number. */
const PLACES = 2 ** 21;

const countOf = (segment: Segment, spellings: Spellings): number =>
  [...spellings.keys()].reduce((sum, spelling) => sum + (segment.counts[spelling] ?? 0), 0);

/** The documents that have all the words, one each: only there places are read. */
function docsWithAll(segment: Segment, words: readonly Spellings[]): Uint8Array {
  const having = new Uint8Array(docCount(segment));
  words.forEach((spellings, index) => {
    for (const spelling of spellings.keys()) {
      eachPosting(segment, spelling, (doc) => {
        if (having[doc] === index) having[doc] = index + 1;
      });
    }
  });
  return having;
}

/** Where a word stands in the documents that are wanted, as places in all documents, in order. */
function placesOf(
  segment: Segment,
  spellings: Spellings,
  wanted: (doc: number) => boolean,
): readonly number[] {
  const places: number[] = [];
  for (const spelling of spellings.keys()) {
    eachPlace(segment, spelling, (doc, place) => places.push(doc * PLACES + place), wanted);
  }
  return spellings.size > 1 ? places.toSorted((a, b) => a - b) : places;
}

/** Those of `begins` that are followed, so many places later, by one of `places`. Both are in order. */
function followed(begins: readonly number[], places: readonly number[], later: number): readonly number[] {
  let at = 0;
  return begins.filter((begin) => {
    while (at < places.length && (places[at] ?? 0) < begin + later) at += 1;
    return places[at] === begin + later;
  });
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
  const words = phrase.slice(0, MOST_WORDS);
  const rarestFirst = words.toSorted((a, b) => countOf(segment, a) - countOf(segment, b));
  const having = docsWithAll(segment, rarestFirst);
  const wanted = (doc: number): boolean => having[doc] === words.length;
  const [first, ...others] = words.map((spellings) => placesOf(segment, spellings, wanted));
  const begins = others.reduce((left, places, index) => followed(left, places, index + 1), first ?? []);
  const found = new Map<number, { times: number; strong: number }>();
  for (const key of begins) {
    const doc = Math.floor(key / PLACES);
    const strong = key % PLACES < AFTER_TITLES ? 1 : 0;
    const before = found.get(doc);
    found.set(doc, { times: (before?.times ?? 0) + 1, strong: strong | (before?.strong ?? 0) });
  }
  return found;
}
