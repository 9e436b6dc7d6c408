import type { Segment } from './segment.ts';
import { grown } from './spellings.ts';

/** Names and titles come first and have the places before this one: a place tells whether it is in one. */
export const AFTER_TITLES = 256;

/** What the first place of a posting is counted from. */
export const firstPlace = (strong: number): number => (strong === 1 ? 0 : AFTER_TITLES - 1);

/** Reads whole numbers in seven-bit groups (LEB128) one after another. */
class Reader {
  at: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  next(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.at] ?? 0;
    this.at += 1;
    if (byte < 128) return byte;
    let value = byte & 127;
    let shift = 7;
    do {
      byte = bytes[this.at] ?? 0;
      this.at += 1;
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return value >>> 0;
  }
}

/** Calls back for each document that a spelling is in: how often, and whether in a name or title (1, else 0). */
export function eachPosting(
  segment: Segment,
  spelling: number,
  found: (doc: number, times: number, strong: number) => void,
): void {
  const { postings } = segment;
  const end = segment.postingsAt[spelling + 1] ?? 0;
  const reader = new Reader(postings, segment.postingsAt[spelling] ?? 0);
  let doc = 0;
  while (reader.at < end) {
    const posting = reader.next();
    doc += posting >>> 3;
    const times = posting & 3;
    found(doc, times === 0 ? 4 + reader.next() : times, (posting >>> 2) & 1);
  }
}

/** Calls back for each place of a spelling. */
export function eachPlace(
  segment: Segment,
  spelling: number,
  found: (doc: number, place: number) => void,
): void {
  const reader = new Reader(segment.places, segment.placesAt[spelling] ?? 0);
  eachPosting(segment, spelling, (doc, times, strong) => {
    let place = firstPlace(strong);
    for (let index = 0; index < times; index += 1) {
      place += reader.next();
      found(doc, place);
    }
  });
}

/** Places in documents: `docs[i]` has one at `places[i]`. By document, then by place. */
export interface Occurrences {
  docs: Uint32Array;
  places: Uint32Array;
  count: number;
}

/** Room for places. */
export const noOccurrences = (): Occurrences => ({
  docs: new Uint32Array(),
  places: new Uint32Array(),
  count: 0,
});

/**
 * The places of a spelling in some documents.
 * @param wanted Documents in their order, some perhaps more than once; null: all.
 * @param found Takes them, in place of what was there: making room anew takes longer than finding a few.
 */
export function placesOf(
  segment: Segment,
  spelling: number,
  wanted: Occurrences | null,
  found: Occurrences = noOccurrences(),
): Occurrences {
  const { postings, places } = segment;
  const end = segment.postingsAt[spelling + 1] ?? 0;
  let at = segment.postingsAt[spelling] ?? 0;
  let placeAt = segment.placesAt[spelling] ?? 0;
  // Each place takes a byte or more.
  const size = (segment.placesAt[spelling + 1] ?? 0) - placeAt;
  found.docs = grown(found.docs, size);
  found.places = grown(found.places, size);
  const wantedDocs = wanted?.docs;
  const wantedCount = wanted?.count ?? 0;
  let [doc, next, count] = [0, 0, 0];
  while (at < end) {
    let posting = postings[at] ?? 0;
    at += 1;
    if (posting > 127) {
      posting &= 127;
      for (let shift = 7; ; shift += 7) {
        const byte = postings[at] ?? 0;
        at += 1;
        posting |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    doc += posting >>> 3;
    let times = posting & 3;
    if (times === 0) {
      for (let shift = 0; ; shift += 7) {
        const byte = postings[at] ?? 0;
        at += 1;
        times |= (byte & 127) << shift;
        if (byte < 128) break;
      }
      times += 4;
    }
    if (wantedDocs) {
      while (next < wantedCount && (wantedDocs[next] ?? 0) < doc) next += 1;
      if (next === wantedCount) break;
      if (wantedDocs[next] !== doc) {
        for (let left = times; left > 0; placeAt += 1) if ((places[placeAt] ?? 0) < 128) left -= 1;
        continue;
      }
    }
    let place = firstPlace((posting >>> 2) & 1);
    for (let left = times; left > 0; left -= 1) {
      for (let shift = 0; ; shift += 7) {
        const byte = places[placeAt] ?? 0;
        placeAt += 1;
        place += (byte & 127) << shift;
        if (byte < 128) break;
      }
      found.docs[count] = doc;
      found.places[count] = place;
      count += 1;
    }
  }
  found.count = count;
  return found;
}
