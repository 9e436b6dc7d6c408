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

/** Goes through the documents that a spelling is in, and through its places in those where they are asked for. */
export class Postings {
  doc = 0;
  readonly #postings: Uint8Array;
  readonly #places: Uint8Array;
  readonly #end: number;
  #at: number;
  #placeAt: number;
  #strong = 0;
  /** Places in the document that were not read. */
  #unread = 0;

  constructor(segment: Segment, spelling: number) {
    this.#postings = segment.postings;
    this.#places = segment.places;
    this.#at = segment.postingsAt[spelling] ?? 0;
    this.#end = segment.postingsAt[spelling + 1] ?? 0;
    this.#placeAt = segment.placesAt[spelling] ?? 0;
  }

  /** Goes to the next document; answers whether there is one. */
  next(): boolean {
    if (this.#unread > 0) this.#skip();
    let at = this.#at;
    if (at >= this.#end) return false;
    const postings = this.#postings;
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
    this.#at = at;
    this.doc += posting >>> 3;
    this.#strong = (posting >>> 2) & 1;
    this.#unread = times;
    return true;
  }

  /** Goes to a document, or to the first one after it; answers whether there is one. */
  to(doc: number): boolean {
    while (this.doc < doc) if (!this.next()) return false;
    return true;
  }

  /** How many places there are in the document. Only before they are {@link read}. */
  get times(): number {
    return this.#unread;
  }

  /** Writes the places in the document; answers where they end. There has to be room for them. */
  read(into: Uint32Array, from: number): number {
    const places = this.#places;
    const end = from + this.#unread;
    let at = this.#placeAt;
    let place = firstPlace(this.#strong);
    for (let index = from; index < end; index += 1) {
      const byte = places[at] ?? 0;
      at += 1;
      place += byte & 127;
      if (byte > 127) {
        for (let shift = 7; ; shift += 7) {
          const more = places[at] ?? 0;
          at += 1;
          place += (more & 127) << shift;
          if (more < 128) break;
        }
      }
      into[index] = place;
    }
    this.#placeAt = at;
    this.#unread = 0;
    return end;
  }

  #skip(): void {
    const places = this.#places;
    let at = this.#placeAt;
    for (let left = this.#unread; left > 0; at += 1) if ((places[at] ?? 0) < 128) left -= 1;
    this.#placeAt = at;
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
  const size = mostPlaces(segment, spelling);
  const docs = (found.docs = grown(found.docs, size));
  const places = (found.places = grown(found.places, size));
  const postings = new Postings(segment, spelling);
  found.count = 0;
  const take = (): void => {
    const end = postings.read(places, found.count);
    docs.fill(postings.doc, found.count, end);
    found.count = end;
  };
  if (!wanted) {
    while (postings.next()) take();
    return found;
  }
  let there = postings.next();
  for (let index = 0; there && index < wanted.count; index += 1) {
    const doc = wanted.docs[index] ?? 0;
    there = postings.to(doc);
    if (there && postings.doc === doc && postings.times > 0) take();
  }
  return found;
}

const rooms = { one: new Uint32Array(1 << 8), other: new Uint32Array(1 << 8) };

/**
 * The places of a spelling that have one of another spelling so many places later (before, when negative). Goes through both at
 * once: only what is in documents that have both is read.
 * @param found As in {@link placesOf}.
 */
export function placesBeside(
  segment: Segment,
  spelling: number,
  { other, later }: { readonly other: number; readonly later: number },
  found: Occurrences,
): Occurrences {
  const [ones, others] = [new Postings(segment, spelling), new Postings(segment, other)];
  const size = Math.min(mostPlaces(segment, spelling), mostPlaces(segment, other));
  const docs = (found.docs = grown(found.docs, size));
  const places = (found.places = grown(found.places, size));
  let count = 0;
  let there = ones.next() && others.next();
  while (there) {
    const { doc } = ones;
    if (doc !== others.doc) {
      there = doc < others.doc ? ones.next() : others.next();
      continue;
    }
    const wanted = (rooms.one = grown(rooms.one, ones.times));
    const having = (rooms.other = grown(rooms.other, others.times));
    const [end, otherEnd] = [ones.read(wanted, 0), others.read(having, 0)];
    for (let at = 0, index = 0; index < end; index += 1) {
      const place = (wanted[index] ?? 0) + later;
      while (at < otherEnd && (having[at] ?? 0) < place) at += 1;
      if (at === otherEnd) break;
      if (having[at] !== place) continue;
      docs[count] = doc;
      places[count] = place - later;
      count += 1;
    }
    there = ones.next() && others.next();
  }
  found.count = count;
  return found;
}
