import { pageAt } from './pages.ts';
import type { Segment } from './segment.ts';

/** Names and titles come first and have the places before this one: a place tells whether it is in one. */
export const AFTER_TITLES = 256;

/** Places of a document up to this one take a byte each, as long as none is in a title; up to the next, two bytes; others four. */
const ONE_BYTE = AFTER_TITLES + 0xff;
const TWO_BYTES = 0xff_ff;

/** How many bytes each place of a document takes, as a power of two, by its last place. */
export const widthFor = (lastPlace: number): number =>
  lastPlace <= ONE_BYTE ? 0 : lastPlace <= TWO_BYTES ? 1 : 2;

/** How many bytes each place of a posting takes, as a power of two. */
export const widthOf = (width: number, strong: number): number => (width > strong ? width : strong);

/** Reads a place that takes so many bytes. */
function placeAt(places: Uint8Array, at: number, width: number): number {
  if (width === 0) return AFTER_TITLES + (places[at] ?? 0);
  const two = (places[at] ?? 0) | ((places[at + 1] ?? 0) << 8);
  return width === 1 ? two : two | ((places[at + 2] ?? 0) << 16) | ((places[at + 3] ?? 0) << 24);
}

/** Writes a place that takes so many bytes; answers where it ends. */
export function writePlace(places: Uint8Array, at: number, width: number, place: number): number {
  if (width === 0) {
    places[at] = place - AFTER_TITLES;
    return at + 1;
  }
  places[at] = place;
  places[at + 1] = place >>> 8;
  if (width === 1) return at + 2;
  places[at + 2] = place >>> 16;
  places[at + 3] = place >>> 24;
  return at + 4;
}

/** Places in documents: `docs[i]` has one at `places[i]`. By document, then by place. */
export interface Occurrences {
  docs: Uint32Array;
  places: Uint32Array;
  count: number;
}

const NONE = new Uint8Array();

/**
 * Goes through the documents of a spelling, in order. Its places are passed over, and read only in those documents where they
 * are asked for. Most of the time of a search for a phrase is spent here, so numbers are read without a call for each.
 */
export class Cursor {
  /** The document it is at, once {@link seek} has answered true. */
  doc = 0;
  readonly #postings: Uint8Array;
  readonly #places: Uint8Array;
  readonly #widths: Uint8Array;
  readonly #end: number;
  #at: number;
  /** How many bytes each place in the document takes, as a power of two. */
  #width = 0;
  /** Where the places in the document begin and end. */
  #from: number;
  #to: number;

  constructor({ postings, postingsAt, places, placesAt, widths }: Segment, spelling: number) {
    const [at, from] = [postingsAt[spelling] ?? 0, placesAt[spelling] ?? 0];
    const [page, placesPage] = [pageAt(postings, at), pageAt(places, from)];
    const start = postings.starts[page] ?? 0;
    this.#postings = postings.pages[page] ?? NONE;
    this.#places = places.pages[placesPage] ?? NONE;
    this.#widths = widths;
    this.#at = at - start;
    this.#end = (postingsAt[spelling + 1] ?? 0) - start;
    this.#from = from - (places.starts[placesPage] ?? 0);
    this.#to = this.#from;
  }

  /** Goes on, at least to the next document, and to the first one that is not before `target`; false: there is none. */
  seek(target: number): boolean {
    const [postings, widths, end] = [this.#postings, this.#widths, this.#end];
    let [at, doc, from, to, width] = [this.#at, this.doc, this.#to, this.#to, 0];
    do {
      if (at >= end) return false;
      const first = postings[at] ?? 0;
      const two = 0 - (first >>> 7);
      const second = (postings[at + 1] ?? 0) & two;
      let posting = (first & 127) | ((second & 127) << 7);
      at += 1 - two;
      if (second > 127) {
        for (let shift = 14; ; shift += 7) {
          const byte = postings[at] ?? 0;
          at += 1;
          posting |= (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      let times = posting & 3;
      const often = (times - 1) >> 31;
      const more = (postings[at] ?? 0) & often;
      at -= often;
      times += (more & 127) + (4 & often);
      if (more > 127) {
        for (let shift = 7; ; shift += 7) {
          const byte = postings[at] ?? 0;
          at += 1;
          times += (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      doc += posting >>> 3;
      width = widthOf(widths[doc] ?? 0, (posting >>> 2) & 1);
      from = to;
      to += times << width;
    } while (doc < target);
    this.#at = at;
    this.doc = doc;
    this.#width = width;
    this.#from = from;
    this.#to = to;
    return true;
  }

  /** Adds the places in the document it is at. There has to be room for them. */
  readPlaces(found: Occurrences): void {
    const [places, width, doc, to] = [this.#places, this.#width, this.doc, this.#to];
    let { count } = found;
    for (let at = this.#from; at < to; at += 1 << width) {
      found.docs[count] = doc;
      found.places[count] = placeAt(places, at, width);
      count += 1;
    }
    found.count = count;
  }

  /** Adds those places in the document both are at that have one of the other spelling so many places later. */
  readPairs(other: Cursor, later: number, found: Occurrences): void {
    const [places, width] = [this.#places, this.#width];
    const [otherPlaces, otherWidth] = [other.#places, other.#width];
    let [at, otherAt] = [this.#from, other.#from];
    while (at < this.#to && otherAt < other.#to) {
      const place = placeAt(places, at, width);
      const ahead = placeAt(otherPlaces, otherAt, otherWidth) - later - place;
      if (ahead === 0) {
        found.docs[found.count] = this.doc;
        found.places[found.count] = place;
        found.count += 1;
      }
      if (ahead >= 0) at += 1 << width;
      if (ahead <= 0) otherAt += 1 << otherWidth;
    }
  }
}
