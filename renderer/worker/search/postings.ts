import { Cursor, type Occurrences } from './cursor.ts';
import type { Segment } from './segment.ts';
import { grown } from './spellings.ts';

/** Calls back for each place of a spelling. */
export function eachPlace(
  segment: Segment,
  spelling: number,
  found: (doc: number, place: number) => void,
): void {
  const { docs, places, count } = placesOf(segment, spelling, null, EACH);
  for (let at = 0; at < count; at += 1) found(docs[at] ?? 0, places[at] ?? 0);
}

/** Room for places. */
export const noOccurrences = (): Occurrences => ({
  docs: new Uint32Array(),
  places: new Uint32Array(),
  count: 0,
});

/** Room for one spelling after another. */
const EACH = noOccurrences();

/** Most places that a spelling can have: each takes a byte or more. */
const mostPlaces = ({ placesAt }: Segment, spelling: number): number =>
  (placesAt[spelling + 1] ?? 0) - (placesAt[spelling] ?? 0);

/** Nothing, with room for so many places. */
function emptied(found: Occurrences, most: number): Occurrences {
  found.docs = grown(found.docs, most);
  found.places = grown(found.places, most);
  found.count = 0;
  return found;
}

/**
 * The places of a spelling in some documents.
 * @param wanted Documents in their order, some perhaps more than once; null: all.
 * @param room Takes them, in place of what was there.
 */
export function placesOf(
  segment: Segment,
  spelling: number,
  wanted: Occurrences | null,
  room: Occurrences = noOccurrences(),
): Occurrences {
  const found = emptied(room, mostPlaces(segment, spelling));
  const cursor = new Cursor(segment, spelling);
  if (!wanted) {
    while (cursor.seek(0)) cursor.readPlaces(found);
    return found;
  }
  for (let next = 0, there = false; next < wanted.count; next += 1) {
    const doc = wanted.docs[next] ?? 0;
    if (there && cursor.doc >= doc) continue;
    there = cursor.seek(doc);
    if (!there) break;
    if (cursor.doc === doc) cursor.readPlaces(found);
  }
  return found;
}

/**
 * The places of a spelling that have one of another spelling so many places later (before, when negative): places are read only
 * in documents that have both.
 * @param room As in {@link placesOf}.
 */
export function placesBeside(
  segment: Segment,
  spelling: number,
  { other, later }: { readonly other: number; readonly later: number },
  room: Occurrences,
): Occurrences {
  const found = emptied(room, Math.min(mostPlaces(segment, spelling), mostPlaces(segment, other)));
  const [one, two] = [new Cursor(segment, spelling), new Cursor(segment, other)];
  let there = one.seek(0) && two.seek(one.doc);
  while (there) {
    if (one.doc === two.doc) {
      one.readPairs(two, later, found);
      there = one.seek(0);
    }
    there &&= one.doc < two.doc ? one.seek(two.doc) : two.doc >= one.doc || two.seek(one.doc);
  }
  return found;
}
