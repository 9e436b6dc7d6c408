import type { FileId } from '#shared/domain/ids.ts';
import { bySpelling, dictionaryOf, type Spelling } from './dictionary.ts';
import type { SearchDoc, SearchLine } from './docs.ts';
import {
  docCount,
  idNumbers,
  kindNumber,
  markNumber,
  type Segment,
  spellingOf,
  tableOfIds,
  wordCount,
} from './segment.ts';
import { AFTER_TITLES, eachPlace, firstPlace } from './postings.ts';
import { Spellings, STRIDE } from './spellings.ts';
import { STREAM_STATE, Streams } from './streams.ts';
import { beginsWord, endOfWord, foldWord, LONGEST_WORD, signs } from './words.ts';

/** BM25 (Robertson et al., 1994) with the constants everybody uses. */
const K1 = 1.2;
const B = 0.75;

/** What is kept with each word, after what its spelling takes; STRIDE numbers in all. */
const DOC = 2;
const LAST_DOC = 3;
const TIMES = 4;
const STRONG = 5;
const LAST_PLACE = 6;
const COUNT = 7;
const POSTINGS = 8;
const PLACES = POSTINGS + STREAM_STATE;

/** Gives client files small numbers. */
export interface FileNumbers {
  readonly numberOf: (file: FileId) => number;
}

/** Makes a segment out of documents, or of other segments. */
export class SegmentBuilder {
  readonly #files: FileNumbers;
  readonly #spellings = new Spellings();
  readonly #postings = new Streams();
  readonly #places = new Streams();
  readonly #scratch = new Uint16Array(LONGEST_WORD);
  readonly #ids: number[] = [];
  readonly #fileNumbers: number[] = [];
  readonly #kinds: number[] = [];
  readonly #marks: number[] = [];
  readonly #times: number[] = [];
  readonly #lengths: number[] = [];

  constructor(files: FileNumbers) {
    this.#files = files;
  }

  /** How many documents were added. */
  get docs(): number {
    return this.#kinds.length;
  }

  /** Adds a document. Those with one id have to be added one after another. */
  add({ id, fileId, kind, at, mark, lines }: SearchDoc): void {
    const doc = this.docs;
    this.#ids.push(...idNumbers(id));
    this.#fileNumbers.push(this.#files.numberOf(fileId));
    this.#kinds.push(kindNumber(kind));
    this.#marks.push(markNumber(mark));
    this.#times.push(at ?? Number.NaN);
    let length = 0;
    const add = (line: SearchLine, place: number): number => {
      const after = this.#line(line, doc, place);
      length += after - place;
      return after + 1;
    };
    const strong = lines.filter((line) => line.strong === true);
    const titlesEnd = strong.reduce((place, line) => add(line, place), 1);
    const others = lines.filter((line) => line.strong !== true);
    others.reduce((place, line) => add(line, place), Math.max(titlesEnd, AFTER_TITLES));
    this.#lengths.push(length);
  }

  /**
   * Takes over the documents of a segment that are still there, after those that were added.
   * @param gone By document: 1 when it is not there any more.
   */
  take(segment: Segment, gone: Uint8Array): void {
    const numbers = new Int32Array(docCount(segment)).fill(-1);
    const lengths = lengthsIn(segment, gone);
    for (let doc = 0; doc < numbers.length; doc += 1) {
      if (gone[doc] === 1) continue;
      numbers[doc] = this.docs;
      for (let index = 0; index < 4; index += 1) this.#ids.push(segment.ids[4 * doc + index] ?? 0);
      this.#fileNumbers.push(segment.files[doc] ?? 0);
      this.#kinds.push(segment.kinds[doc] ?? 0);
      this.#marks.push(segment.marks[doc] ?? 0);
      this.#times.push(segment.times[doc] ?? Number.NaN);
      this.#lengths.push(lengths[doc] ?? 0);
    }
    for (let word = 0; word < wordCount(segment); word += 1) {
      const end = segment.firstSpelling[word + 1] ?? 0;
      for (let spelling = segment.firstSpelling[word] ?? 0; spelling < end; spelling += 1) {
        const number = this.#numberOf(spellingOf(segment, word, spelling));
        eachPlace(segment, spelling, (doc, place) => {
          const now = numbers[doc] ?? -1;
          if (now >= 0) this.#occurs(number, now, place);
        });
      }
    }
  }

  /** Makes the segment. Nothing can be added afterwards. */
  build(): Segment {
    const { count, records } = this.#spellings;
    for (let word = 0; word < count; word += 1) this.#endDoc(STRIDE * word);
    const spellings: Spelling[] = [];
    for (let number = 0; number < count; number += 1) {
      if (records[STRIDE * number + COUNT] === 0) continue;
      const text = this.#spellings.text(number);
      spellings.push({ number, text, folded: foldWord(text) });
    }
    spellings.sort(bySpelling);
    return { ...dictionaryOf(spellings), ...this.#listsOf(spellings), ...this.#docsTable() };
  }

  #listsOf(spellings: readonly Spelling[]) {
    const { records } = this.#spellings;
    const postings = new Uint8Array(this.#postings.size);
    const places = new Uint8Array(this.#places.size);
    const postingsAt = new Uint32Array(spellings.length + 1);
    const placesAt = new Uint32Array(spellings.length + 1);
    const counts = new Uint32Array(spellings.length);
    let postingsEnd = 0;
    let placesEnd = 0;
    spellings.forEach(({ number }, index) => {
      const base = STRIDE * number;
      postingsEnd = this.#postings.copy(records, base + POSTINGS, postings, postingsEnd);
      placesEnd = this.#places.copy(records, base + PLACES, places, placesEnd);
      postingsAt[index + 1] = postingsEnd;
      placesAt[index + 1] = placesEnd;
      counts[index] = records[base + COUNT] ?? 0;
    });
    return {
      postings: postings.slice(0, postingsEnd),
      postingsAt,
      counts,
      places: places.slice(0, placesEnd),
      placesAt,
    };
  }

  #docsTable() {
    const ids = Uint32Array.from(this.#ids);
    const mean = this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.docs);
    return {
      ids,
      files: Uint32Array.from(this.#fileNumbers),
      kinds: Uint8Array.from(this.#kinds),
      marks: Uint8Array.from(this.#marks),
      times: Float64Array.from(this.#times),
      norms: Float32Array.from(this.#lengths, (length) => K1 * (1 - B + (B * length) / Math.max(1, mean))),
      byId: tableOfIds(ids, this.docs),
    };
  }

  /** Adds the words of a line; answers the place after the last. */
  #line(line: SearchLine, doc: number, first: number): number {
    const { classes, lower } = signs();
    const text = line.text.normalize('NFC');
    const word = this.#scratch;
    let place = first;
    for (let at = 0; at < text.length; at += 1) {
      if (!beginsWord(text.charCodeAt(at), classes)) continue;
      const to = endOfWord(text, at, classes);
      const length = Math.min(to - at, LONGEST_WORD);
      let hash = 0;
      for (let index = 0; index < length; index += 1) {
        const unit = lower[text.charCodeAt(at + index)] ?? 0;
        word[index] = unit;
        hash = Math.imul(hash ^ unit, 0x01000193) + (hash >>> 15);
      }
      this.#occurs(this.#word(word, length, hash | 0), doc, place);
      place += 1;
      at = to;
    }
    return place;
  }

  #numberOf(text: string): number {
    let hash = 0;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      this.#scratch[index] = unit;
      hash = Math.imul(hash ^ unit, 0x01000193) + (hash >>> 15);
    }
    return this.#word(this.#scratch, text.length, hash | 0);
  }

  #word(units: Uint16Array, length: number, hash: number): number {
    const spellings = this.#spellings;
    const { count } = spellings;
    const number = spellings.number(units, length, hash);
    if (number < count) return number;
    const { records } = spellings;
    const base = STRIDE * number;
    this.#postings.open(records, base + POSTINGS);
    this.#places.open(records, base + PLACES);
    records[base + DOC] = -1;
    return number;
  }

  #occurs(number: number, doc: number, place: number): void {
    const { records } = this.#spellings;
    const base = STRIDE * number;
    if (records[base + DOC] !== doc) {
      this.#endDoc(base);
      const strong = place < AFTER_TITLES ? 1 : 0;
      records[base + DOC] = doc;
      records[base + TIMES] = 0;
      records[base + STRONG] = strong;
      records[base + LAST_PLACE] = firstPlace(strong);
    }
    records[base + TIMES] = (records[base + TIMES] ?? 0) + 1;
    this.#places.write(records, base + PLACES, place - (records[base + LAST_PLACE] ?? 0));
    records[base + LAST_PLACE] = place;
  }

  /** Writes down the document that a word was last seen in. */
  #endDoc(base: number): void {
    const { records } = this.#spellings;
    const doc = records[base + DOC] ?? -1;
    if (doc < 0) return;
    const times = records[base + TIMES] ?? 0;
    const distance = doc - (records[base + LAST_DOC] ?? 0);
    const posting = (distance << 3) | ((records[base + STRONG] ?? 0) << 2) | (times < 4 ? times : 0);
    this.#postings.write(records, base + POSTINGS, posting);
    if (times >= 4) this.#postings.write(records, base + POSTINGS, times - 4);
    records[base + LAST_DOC] = doc;
    records[base + DOC] = -1;
    records[base + COUNT] = (records[base + COUNT] ?? 0) + 1;
  }
}

/** How many words the documents of a segment have, counted over its places. */
function lengthsIn(segment: Segment, gone: Uint8Array): Uint32Array {
  const lengths = new Uint32Array(docCount(segment));
  for (let spelling = 0; spelling < segment.counts.length; spelling += 1) {
    eachPlace(segment, spelling, (doc) => {
      if (gone[doc] !== 1) lengths[doc] = (lengths[doc] ?? 0) + 1;
    });
  }
  return lengths;
}
