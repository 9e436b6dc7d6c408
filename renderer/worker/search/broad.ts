import { onePage, pageAt, SPARE } from './pages.ts';
import { docCount, docsWith, type Segment, wordCount } from './segment.ts';

/** What is seen of a document: a word of it, and one that is in a name or title. */
export const SEEN = 1;
export const SEEN_STRONG = 4;

/**
 * A beginning whose words are so many times in documents, and as many times as there are documents, has them written down: going
 * through fewer is quick, and more lists would take more room than what they are made of.
 */
const BROAD_BEGINNING = 100_000;
/** Beginnings of one letter are not looked for. */
const SHORTEST = 2;

/** Parts of a segment that are made of the others. */
type Broad = Pick<Segment, 'broadOf' | 'broad' | 'broadAt'>;
/** A segment without them. */
export type Narrow = Omit<Segment, keyof Broad>;

/** How many bytes a bit for each document takes. */
const bitmapBytes = (docs: number): number => (docs + 7) >>> 3;

/** Room for what is seen of each document: eight at a time. */
export const seenRoom = (docs: number): Uint8Array => new Uint8Array(8 * bitmapBytes(docs));

const NONE = new Uint8Array();

/** Marks the documents that have a spelling as seen. Numbers are read as in a cursor, with few branches. */
export function see({ postings: lists, postingsAt }: Narrow, spelling: number, seen: Uint8Array): void {
  const page = pageAt(lists, postingsAt[spelling] ?? 0);
  const postings = lists.pages[page] ?? NONE;
  const start = lists.starts[page] ?? 0;
  const end = (postingsAt[spelling + 1] ?? 0) - start;
  let at = (postingsAt[spelling] ?? 0) - start;
  let doc = 0;
  while (at < end) {
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
    doc += posting >>> 3;
    seen[doc] = (seen[doc] ?? 0) | (posting & SEEN_STRONG) | SEEN;
    const often = ((posting & 3) - 1) >> 31;
    const more = (postings[at] ?? 0) & often;
    at -= often;
    if (more > 127) {
      while ((postings[at] ?? 0) > 127) at += 1;
      at += 1;
    }
  }
}

/**
 * The documents of beginnings that very many words have, as those of two letters are, written down beforehand: ranges of words
 * with a list of their own, after the index HYB of H. Bast and I. Weber («Type less, find more», 2006). A list is a bit for each
 * document that has such a word, then one for each that has it in a name or title.
 */
export function broadOf(segment: Narrow): Broad {
  const beginnings = new Beginnings(segment);
  beginnings.write();
  const { ranges, lists } = beginnings;
  const size = 2 * bitmapBytes(docCount(segment));
  const bytes = new Uint8Array(size * lists.length + SPARE);
  lists.forEach((list, index) => bytes.set(list, index * size));
  return {
    broadOf: Uint32Array.from(ranges),
    broad: onePage(bytes),
    broadAt: Uint32Array.from({ length: lists.length + 1 }, (_, index) => index * size),
  };
}

/** Goes through beginnings as through a tree, the longer ones first: what has a shorter one is put together of theirs. */
class Beginnings {
  readonly ranges: number[] = [];
  readonly lists: Uint8Array[] = [];
  readonly #segment: Narrow;
  readonly #least: number;
  /** By word: how many times all words before it are in documents. */
  readonly #before: Float64Array;
  /** By depth: what is seen there. */
  readonly #rooms: Uint8Array[] = [];

  constructor(segment: Narrow) {
    this.#segment = segment;
    this.#least = Math.max(BROAD_BEGINNING, docCount(segment));
    const words = wordCount(segment);
    this.#before = new Float64Array(words + 1);
    for (let word = 0; word < words; word += 1) {
      let count = 0;
      const end = segment.firstSpelling[word + 1] ?? 0;
      for (let spelling = segment.firstSpelling[word] ?? 0; spelling < end; spelling += 1)
        count += docsWith(segment, spelling);
      this.#before[word + 1] = (this.#before[word] ?? 0) + count;
    }
  }

  /** Finds all broad beginnings and their documents. */
  write(): void {
    this.#within(0, wordCount(this.#segment), 1, null);
  }

  /** Goes through the beginnings of a length among words that have shorter ones in common. */
  #within(from: number, to: number, length: number, into: Uint8Array | null): void {
    const { shared, foldedAt } = this.#segment;
    const lengthOf = (word: number): number => (foldedAt[word + 1] ?? 0) - (foldedAt[word] ?? 0);
    for (let word = from; word < to;) {
      let end = word + 1;
      if (lengthOf(word) >= length) while (end < to && (shared[end] ?? 0) >= length) end += 1;
      if (lengthOf(word) >= length && this.#isBroad(word, end)) this.#broad(word, end, length, into);
      else if (into) this.#see(word, end, into);
      word = end;
    }
  }

  #isBroad(from: number, to: number): boolean {
    return (this.#before[to] ?? 0) - (this.#before[from] ?? 0) >= this.#least;
  }

  #broad(from: number, to: number, length: number, into: Uint8Array | null): void {
    if (length < SHORTEST) {
      this.#within(from, to, length + 1, null);
      return;
    }
    const seen = (this.#rooms[length] ??= seenRoom(docCount(this.#segment))).fill(0);
    this.#within(from, to, length + 1, seen);
    const { firstSpelling } = this.#segment;
    const range = [firstSpelling[from] ?? 0, firstSpelling[to] ?? 0];
    // A longer beginning that all these words have is the same.
    if (this.ranges.at(-2) !== range[0] || this.ranges.at(-1) !== range[1]) {
      this.ranges.push(...range);
      this.lists.push(packed(seen));
    }
    if (into) for (let doc = 0; doc < seen.length; doc += 1) into[doc] = (into[doc] ?? 0) | (seen[doc] ?? 0);
  }

  #see(from: number, to: number, into: Uint8Array): void {
    const end = this.#segment.firstSpelling[to] ?? 0;
    for (let spelling = this.#segment.firstSpelling[from] ?? 0; spelling < end; spelling += 1)
      see(this.#segment, spelling, into);
  }
}

function packed(seen: Uint8Array): Uint8Array {
  const size = bitmapBytes(seen.length);
  const bits = new Uint8Array(2 * size);
  for (let doc = 0; doc < seen.length; doc += 1) {
    const at = doc >>> 3;
    const how = seen[doc] ?? 0;
    bits[at] = (bits[at] ?? 0) | ((how & SEEN) << (doc & 7));
    bits[size + at] = (bits[size + at] ?? 0) | ((how >>> 2) << (doc & 7));
  }
  return bits;
}

/** Which of the broad beginnings stands for spellings, from, inclusive, to, exclusive; -1: none. */
export function broadNumber({ broadOf: ranges }: Segment, from: number, to: number): number {
  for (let at = 0; at < ranges.length; at += 2)
    if (ranges[at] === from && ranges[at + 1] === to) return at / 2;
  return -1;
}

/** Marks the documents of a broad beginning as seen. */
export function seeBroad(segment: Segment, number: number, seen: Uint8Array): void {
  const { broad, broadAt } = segment;
  const at = broadAt[number] ?? 0;
  const page = pageAt(broad, at);
  const bits = broad.pages[page] ?? NONE;
  const size = bitmapBytes(docCount(segment));
  const from = at - (broad.starts[page] ?? 0);
  for (let index = 0; index < size; index += 1) {
    const some = bits[from + index] ?? 0;
    if (some === 0) continue;
    const strong = bits[from + size + index] ?? 0;
    for (let bit = 0; bit < 8; bit += 1) {
      const doc = 8 * index + bit;
      seen[doc] = (seen[doc] ?? 0) | ((some >>> bit) & 1) | (((strong >>> bit) & 1) << 2);
    }
  }
}
