import { AFTER_TITLES, widthFor, widthOf, writePlace } from './cursor.ts';
import { onePage, type Pages, SPARE } from './pages.ts';
import { MANY } from './segment.ts';
import { grown } from './spellings.ts';

/**
 * Words that are gathered before their lists are written: more would not stay in the processor's cache. With those of a usual
 * document after them they are no more than a power of two: room is doubled.
 */
const GATHERED = 2 ** 20 - 2 ** 14;
/** A number takes at most so many bytes; a word has one in each list, and another one when it is there often. */
const MOST_BYTES = 5;

/** Longer parts are copied at once. */
const LONG = 96;

/** Parts of the lists of many words: those of documents that were added one after another. */
interface Run {
  readonly words: Uint32Array;
  readonly postingsAt: Uint32Array;
  readonly placesAt: Uint32Array;
  readonly postings: Uint8Array;
  readonly places: Uint8Array;
}

/** The lists as they stand in a segment. */
export interface WrittenLists {
  readonly postings: Pages;
  readonly postingsAt: Uint32Array;
  readonly counts: Uint8Array;
  readonly many: Uint32Array;
  readonly places: Pages;
  readonly placesAt: Uint32Array;
}

/** Writes a whole number ≥ 0 in seven-bit groups, the lowest first (LEB128); answers where it ends. */
function write(bytes: Uint8Array, at: number, value: number): number {
  let end = at;
  let rest = value;
  while (rest > 127) {
    bytes[end] = (rest & 127) | 128;
    end += 1;
    rest >>>= 7;
  }
  bytes[end] = rest;
  return end + 1;
}

/** Bytes and where the parts in them begin. */
interface Written {
  bytes: Uint8Array;
  end: number;
}

/**
 * In which documents each word is, and at which places. What is added is gathered, sorted by word by counting, and written in
 * runs; the runs are put together at the end. Documents have to be added in the order of their numbers.
 */
export class Lists {
  /** By word: in how many documents it is. */
  counts = new Uint32Array(1 << 9);
  /** By document: how many bytes each of its places takes, as a power of two. */
  widths = new Uint8Array(1 << 6);
  #lastDoc = new Uint32Array(1 << 9);
  #words = new Uint32Array(1 << 12);
  #docs = new Uint32Array(1 << 12);
  #places = new Uint32Array(1 << 12);
  #sortedDocs = new Uint32Array(0);
  #sortedPlaces = new Uint32Array(0);
  #starts = new Uint32Array(0);
  #gathered = 0;
  /** What runs are written in, one after another: room made anew for each would have to be taken away by turns. */
  readonly #draft = {
    words: new Uint32Array(1 << 8),
    postingsAt: new Uint32Array(1 << 8),
    placesAt: new Uint32Array(1 << 8),
    postings: { bytes: new Uint8Array(1 << 12), end: 0 },
    places: { bytes: new Uint8Array(1 << 12), end: 0 },
  };
  readonly #runs: Run[] = [];

  /** Words stand in a document beside each other, from a place on. */
  add(numbers: Uint32Array, count: number, doc: number, first: number): void {
    const from = this.#gathered;
    const end = from + count;
    const words = (this.#words = grown(this.#words, end));
    const docs = (this.#docs = grown(this.#docs, end));
    const places = (this.#places = grown(this.#places, end));
    for (let at = from; at < end; at += 1) {
      words[at] = numbers[at - from] ?? 0;
      docs[at] = doc;
      places[at] = first + at - from;
    }
    this.#gathered = end;
  }

  /** Says how wide the places of a document are. It has to be said before they are written. */
  setWidth(doc: number, width: number): void {
    this.widths = grown(this.widths, doc + 1);
    this.widths[doc] = width;
  }

  /** A document ends: now is a time to write. `words`: how many distinct ones there are. */
  endDoc(doc: number, lastPlace: number, words: number): void {
    this.setWidth(doc, widthFor(lastPlace));
    if (this.#gathered >= GATHERED) this.settle(words);
  }

  /**
   * Adds many places of one word in documents that come after all others of that word, as a part of a run.
   * @param each Calls its argument for each document and place, in order.
   */
  take(
    words: number,
    each: (
      word: (number: number, places: (add: (doc: number, place: number) => void) => void) => void,
    ) => void,
  ): void {
    this.settle(words);
    const run = this.#newRun(words);
    each((word, places) => {
      let count = 0;
      places((doc, place) => {
        this.#sortedDocs = grown(this.#sortedDocs, count + 1);
        this.#sortedPlaces = grown(this.#sortedPlaces, count + 1);
        this.#sortedDocs[count] = doc;
        this.#sortedPlaces[count] = place;
        count += 1;
      });
      if (count > 0) run.add(word, 0, count);
    });
    this.#runs.push(run.made());
  }

  /** The lists of some words, in that order. Everything has to be settled. */
  written(order: Uint32Array, words: number): WrittenLists {
    const postingsSize = new Uint32Array(words);
    const placesSize = new Uint32Array(words);
    for (const run of this.#runs) {
      addSizes(run.words, run.postingsAt, postingsSize);
      addSizes(run.words, run.placesAt, placesSize);
    }
    const postingsAt = startsOf(order, postingsSize);
    const placesAt = startsOf(order, placesSize);
    const postings = new Uint8Array((postingsAt.at(-1) ?? 0) + SPARE);
    const places = new Uint8Array((placesAt.at(-1) ?? 0) + SPARE);
    // From here on: where the next part of the word goes.
    order.forEach((word, index) => {
      postingsSize[word] = postingsAt[index] ?? 0;
      placesSize[word] = placesAt[index] ?? 0;
    });
    for (const run of this.#runs) {
      copyParts(run.words, run.postings, run.postingsAt, postings, postingsSize);
      copyParts(run.words, run.places, run.placesAt, places, placesSize);
    }
    return {
      postings: onePage(postings),
      postingsAt,
      ...this.#countsOf(order),
      places: onePage(places),
      placesAt,
    };
  }

  #countsOf(order: Uint32Array): Pick<WrittenLists, 'counts' | 'many'> {
    const counts = new Uint8Array(order.length);
    const many: number[] = [];
    for (let index = 0; index < order.length; index += 1) {
      const count = this.counts[order[index] ?? 0] ?? 0;
      counts[index] = Math.min(MANY, count);
      if (count >= MANY) many.push(index, count);
    }
    return { counts, many: Uint32Array.from(many) };
  }

  #newRun(words: number) {
    this.counts = grown(this.counts, words);
    this.#lastDoc = grown(this.#lastDoc, words);
    const draft = this.#draft;
    const { postings, places } = draft;
    [postings.end, places.end] = [0, 0];
    let parts = 0;
    return {
      /** The places of a word from one to another place of what is sorted. */
      add: (word: number, from: number, to: number): void => {
        if (parts + 2 > draft.words.length) {
          draft.words = grown(draft.words, parts + 2);
          draft.postingsAt = grown(draft.postingsAt, parts + 2);
          draft.placesAt = grown(draft.placesAt, parts + 2);
        }
        this.#writeWord(word, from, to, { postings, places });
        draft.words[parts] = word;
        parts += 1;
        draft.postingsAt[parts] = postings.end;
        draft.placesAt[parts] = places.end;
      },
      made: (): Run => ({
        words: draft.words.slice(0, parts),
        postingsAt: draft.postingsAt.slice(0, parts + 1),
        placesAt: draft.placesAt.slice(0, parts + 1),
        postings: postings.bytes.slice(0, postings.end),
        places: places.bytes.slice(0, places.end),
      }),
    };
  }

  #writeWord(
    word: number,
    from: number,
    to: number,
    into: { readonly postings: Written; readonly places: Written },
  ): void {
    const most = MOST_BYTES * (to - from);
    const postings = (into.postings.bytes = grown(into.postings.bytes, into.postings.end + 2 * most));
    const placesBytes = (into.places.bytes = grown(into.places.bytes, into.places.end + most));
    const [docs, places] = [this.#sortedDocs, this.#sortedPlaces];
    let last = this.#lastDoc[word] ?? 0;
    let [postingsEnd, placesEnd] = [into.postings.end, into.places.end];
    let count = 0;
    for (let at = from; at < to;) {
      const doc = docs[at] ?? 0;
      const strong = (places[at] ?? 0) < AFTER_TITLES ? 1 : 0;
      const width = widthOf(this.widths[doc] ?? 0, strong);
      const begin = at;
      for (; at < to && docs[at] === doc; at += 1)
        placesEnd = writePlace(placesBytes, placesEnd, width, places[at] ?? 0);
      const times = at - begin;
      const posting = ((doc - last) << 3) | (strong << 2) | (times < 4 ? times : 0);
      postingsEnd = write(postings, postingsEnd, posting >>> 0);
      if (times >= 4) postingsEnd = write(postings, postingsEnd, times - 4);
      last = doc;
      count += 1;
    }
    into.postings.end = postingsEnd;
    into.places.end = placesEnd;
    this.#lastDoc[word] = last;
    this.counts[word] = (this.counts[word] ?? 0) + count;
  }

  /** Makes a run of what was gathered. `words`: how many distinct ones there are. */
  settle(words: number): void {
    const count = this.#gathered;
    this.counts = grown(this.counts, words);
    if (count === 0) return;
    const starts = (this.#starts = grown(this.#starts, words + 1)).fill(0, 0, words + 1);
    const gathered = this.#words;
    for (let at = 0; at < count; at += 1) {
      const next = (gathered[at] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let word = 0; word < words; word += 1)
      starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
    this.#sort(starts);
    const run = this.#newRun(words);
    // Sorting has moved the start of each word to its end.
    let from = 0;
    for (let word = 0; word < words; word += 1) {
      const to = starts[word] ?? 0;
      if (to > from) run.add(word, from, to);
      from = to;
    }
    this.#runs.push(run.made());
    this.#gathered = 0;
  }

  #sort(starts: Uint32Array): void {
    const count = this.#gathered;
    const [words, docs, places] = [this.#words, this.#docs, this.#places];
    const sortedDocs = (this.#sortedDocs = grown(this.#sortedDocs, count));
    const sortedPlaces = (this.#sortedPlaces = grown(this.#sortedPlaces, count));
    for (let at = 0; at < count; at += 1) {
      const word = words[at] ?? 0;
      const to = starts[word] ?? 0;
      sortedDocs[to] = docs[at] ?? 0;
      sortedPlaces[to] = places[at] ?? 0;
      starts[word] = to + 1;
    }
  }
}

/** Adds up how many bytes each word has. */
function addSizes(words: Uint32Array, partsAt: Uint32Array, sizes: Uint32Array): void {
  for (let part = 0; part < words.length; part += 1) {
    const word = words[part] ?? 0;
    sizes[word] = (sizes[word] ?? 0) + (partsAt[part + 1] ?? 0) - (partsAt[part] ?? 0);
  }
}

function startsOf(order: Uint32Array, sizes: Uint32Array): Uint32Array {
  const starts = new Uint32Array(order.length + 1);
  order.forEach((word, index) => {
    starts[index + 1] = (starts[index] ?? 0) + (sizes[word] ?? 0);
  });
  return starts;
}

/** Copies the parts of a run to where their words go on. Words that are not wanted have no bytes. */
function copyParts(
  words: Uint32Array,
  from: Uint8Array,
  partsAt: Uint32Array,
  to: Uint8Array,
  next: Uint32Array,
): void {
  for (let part = 0; part < words.length; part += 1) {
    const word = words[part] ?? 0;
    const end = partsAt[part + 1] ?? 0;
    const begin = partsAt[part] ?? 0;
    let at = next[word] ?? 0;
    next[word] = at + end - begin;
    if (end - begin > LONG) {
      to.set(from.subarray(begin, end), at);
      continue;
    }
    for (let index = begin; index < end; index += 1) {
      to[at] = from[index] ?? 0;
      at += 1;
    }
  }
}
