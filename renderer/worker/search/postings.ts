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

/** The documents that a spelling is in, in order: twice how often, and one more when in a name or title. */
interface DocList {
  docs: Uint32Array;
  heads: Uint32Array;
  count: number;
}

const noDocs = (): DocList => ({ docs: new Uint32Array(), heads: new Uint32Array(), count: 0 });

/** Reads the documents of a spelling, in place of what was there. */
function readDocs(segment: Segment, spelling: number, list: DocList): void {
  const { postings } = segment;
  const end = segment.postingsAt[spelling + 1] ?? 0;
  let at = segment.postingsAt[spelling] ?? 0;
  // Each takes a byte or more.
  const docs = (list.docs = grown(list.docs, end - at));
  const heads = (list.heads = grown(list.heads, end - at));
  let [doc, count] = [0, 0];
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
    doc += posting >>> 3;
    docs[count] = doc;
    heads[count] = (times << 1) | ((posting >>> 2) & 1);
    count += 1;
  }
  list.count = count;
}

/** Reads the places of a spelling, in the order of its documents. */
class PlaceReader {
  readonly #places: Uint8Array;
  #at: number;

  constructor(segment: Segment, spelling: number) {
    this.#places = segment.places;
    this.#at = segment.placesAt[spelling] ?? 0;
  }

  /** Passes over so many places. */
  pass(count: number): void {
    const places = this.#places;
    let at = this.#at;
    let left = count;
    // The last byte of a place is below 128. Four at a time, as long as there cannot be too many among them.
    for (; left > 4; at += 4) {
      const first = ((places[at] ?? 0) >>> 7) + ((places[at + 1] ?? 0) >>> 7);
      left += first + ((places[at + 2] ?? 0) >>> 7) + ((places[at + 3] ?? 0) >>> 7) - 4;
    }
    for (; left > 0; at += 1) left -= ((places[at] ?? 0) >>> 7) ^ 1;
    this.#at = at;
  }

  /** Writes the places in a document; answers where they end. There has to be room for them. */
  read(head: number, into: Uint32Array, from: number): number {
    const places = this.#places;
    const end = from + (head >>> 1);
    let at = this.#at;
    let place = firstPlace(head & 1);
    for (let index = from; index < end; index += 1) {
      for (let shift = 0; ; shift += 7) {
        const byte = places[at] ?? 0;
        at += 1;
        place += (byte & 127) << shift;
        if (byte < 128) break;
      }
      into[index] = place;
    }
    this.#at = at;
    return end;
  }
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

/** Most places that a spelling can have: each takes a byte or more. */
const mostPlaces = ({ placesAt }: Segment, spelling: number): number =>
  (placesAt[spelling + 1] ?? 0) - (placesAt[spelling] ?? 0);

/** Room that one search after another uses: making it anew takes longer than finding a few. */
const LISTS = { one: noDocs(), other: noDocs() };
const rooms = { one: new Uint32Array(1 << 8), other: new Uint32Array(1 << 8) };

/**
 * The places of a spelling in some documents.
 * @param wanted Documents in their order, some perhaps more than once; null: all.
 * @param found Takes them, in place of what was there.
 */
export function placesOf(
  segment: Segment,
  spelling: number,
  wanted: Occurrences | null,
  found: Occurrences = noOccurrences(),
): Occurrences {
  const size = mostPlaces(segment, spelling);
  const foundDocs = (found.docs = grown(found.docs, size));
  const foundPlaces = (found.places = grown(found.places, size));
  readDocs(segment, spelling, LISTS.one);
  const { docs, heads, count } = LISTS.one;
  const reader = new PlaceReader(segment, spelling);
  let [next, passed, end] = [0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const [doc, head] = [docs[index] ?? 0, heads[index] ?? 0];
    if (wanted) {
      while (next < wanted.count && (wanted.docs[next] ?? 0) < doc) next += 1;
      if (next === wanted.count) break;
      if (wanted.docs[next] !== doc) {
        passed += head >>> 1;
        continue;
      }
    }
    reader.pass(passed);
    passed = 0;
    const from = end;
    end = reader.read(head, foundPlaces, from);
    for (let at = from; at < end; at += 1) foundDocs[at] = doc;
  }
  found.count = end;
  return found;
}

/**
 * The places of a spelling that have one of another spelling so many places later (before, when negative): places are read only
 * in documents that have both.
 * @param found As in {@link placesOf}.
 */
export function placesBeside(
  segment: Segment,
  spelling: number,
  { other, later }: { readonly other: number; readonly later: number },
  found: Occurrences,
): Occurrences {
  const { one: ones, other: others } = LISTS;
  readDocs(segment, spelling, ones);
  readDocs(segment, other, others);
  const reader = new PlaceReader(segment, spelling);
  const otherReader = new PlaceReader(segment, other);
  const size = Math.min(mostPlaces(segment, spelling), mostPlaces(segment, other));
  found.docs = grown(found.docs, size);
  found.places = grown(found.places, size);
  found.count = 0;
  let [at, passed, otherPassed] = [0, 0, 0];
  for (let index = 0; index < ones.count; index += 1) {
    const [doc, head] = [ones.docs[index] ?? 0, ones.heads[index] ?? 0];
    while (at < others.count && (others.docs[at] ?? 0) < doc) {
      otherPassed += (others.heads[at] ?? 0) >>> 1;
      at += 1;
    }
    if (at === others.count) break;
    if (others.docs[at] !== doc) {
      passed += head >>> 1;
      continue;
    }
    const otherHead = others.heads[at] ?? 0;
    at += 1;
    const wanted = (rooms.one = grown(rooms.one, head >>> 1));
    const having = (rooms.other = grown(rooms.other, otherHead >>> 1));
    reader.pass(passed);
    otherReader.pass(otherPassed);
    [passed, otherPassed] = [0, 0];
    const end = reader.read(head, wanted, 0);
    keepPairs({ doc, wanted, end, having, otherEnd: otherReader.read(otherHead, having, 0), later }, found);
  }
  return found;
}

interface Pairs {
  readonly doc: number;
  readonly wanted: Uint32Array;
  readonly end: number;
  readonly having: Uint32Array;
  readonly otherEnd: number;
  readonly later: number;
}

/** Adds those places of a document that have another one so many places later. */
function keepPairs({ doc, wanted, end, having, otherEnd, later }: Pairs, found: Occurrences): void {
  for (let at = 0, index = 0; index < end; index += 1) {
    const place = (wanted[index] ?? 0) + later;
    while (at < otherEnd && (having[at] ?? 0) < place) at += 1;
    if (at === otherEnd) return;
    if (having[at] !== place) continue;
    found.docs[found.count] = doc;
    found.places[found.count] = place - later;
    found.count += 1;
  }
}
