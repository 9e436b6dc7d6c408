import type { Segment } from './segment.ts';

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

  /** Passes over so many numbers. */
  skip(count: number): void {
    for (let left = count; left > 0; this.at += 1) if ((this.#bytes[this.at] ?? 0) < 128) left -= 1;
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

/** Calls back for each place of a spelling, in the documents that are wanted. */
export function eachPlace(
  segment: Segment,
  spelling: number,
  found: (doc: number, place: number) => void,
  wanted?: (doc: number) => boolean,
): void {
  const reader = new Reader(segment.places, segment.placesAt[spelling] ?? 0);
  eachPosting(segment, spelling, (doc, times, strong) => {
    if (wanted && !wanted(doc)) {
      reader.skip(times);
      return;
    }
    let place = firstPlace(strong);
    for (let index = 0; index < times; index += 1) {
      place += reader.next();
      found(doc, place);
    }
  });
}
