import type { FileId } from '#shared/domain/ids.ts';
import { digitsIn } from '#shared/names/number.ts';
import { broadOf } from './broad.ts';
import { dictionaryOf } from './dictionary.ts';
import type { SearchDoc, SearchLine } from './docs.ts';
import { Lists } from './lists.ts';
import { AFTER_TITLES } from './cursor.ts';
import { eachPlace } from './postings.ts';
import {
  docCount,
  idNumbers,
  kindNumber,
  markNumber,
  NUMBER_SIGN,
  type Segment,
  spellingOf,
  tableOfIds,
  wordCount,
} from './segment.ts';
import { FIRST_HASH, grown, lastHash, nextHash, nextOther, Spellings } from './spellings.ts';
import { DIGIT, IN_WORD, LETTER, LONGEST_WORD, signs, SMALL, UNCOMPOSED } from './words.ts';

const LONGEST_DOC = 0xff_ff;

/** Gives client files small numbers. */
export interface FileNumbers {
  readonly numberOf: (file: FileId) => number;
}

/** The words of a line: where they begin, how long they are, both their hashes, and their numbers. */
class FoundWords {
  begins = new Uint32Array(1 << 8);
  lengths = new Uint8Array(1 << 8);
  hashes = new Int32Array(1 << 8);
  others = new Int32Array(1 << 8);
  numbers = new Uint32Array(1 << 8);
  count = 0;

  /** Itself with room for so many. */
  withRoom(words: number): this {
    this.begins = grown(this.begins, words);
    this.lengths = grown(this.lengths, words);
    this.hashes = grown(this.hashes, words);
    this.others = grown(this.others, words);
    this.numbers = grown(this.numbers, words);
    return this;
  }
}

/** Makes a segment out of documents, or of other segments. */
export class SegmentBuilder {
  readonly #files: FileNumbers;
  readonly #spellings = new Spellings();
  readonly #lists = new Lists();
  readonly #signs = signs();
  readonly #found = new FoundWords();
  #docs = 0;
  #ids = new Uint32Array(1 << 8);
  #fileNumbers = new Uint32Array(1 << 6);
  #kinds = new Uint8Array(1 << 6);
  #marks = new Uint8Array(1 << 6);
  #lengths = new Uint16Array(1 << 6);
  readonly #times: number[] = [];

  constructor(files: FileNumbers) {
    this.#files = files;
  }

  /** How many documents were added. */
  get docs(): number {
    return this.#docs;
  }

  /** Adds a document. Those with one id have to be added one after another. */
  add({ id, fileId, kind, at, mark, lines }: SearchDoc): void {
    const doc = this.#newDoc();
    this.#ids.set(idNumbers(id), 4 * doc);
    this.#fileNumbers[doc] = this.#files.numberOf(fileId);
    this.#kinds[doc] = kindNumber(kind);
    this.#marks[doc] = markNumber(mark);
    this.#times.push(at ?? Number.NaN);
    let length = 0;
    let place = 1;
    for (const strong of [true, false]) {
      if (!strong) place = Math.max(place, AFTER_TITLES);
      for (const line of lines) {
        if ((line.strong === true) !== strong) continue;
        const after = this.#line(line, doc, place);
        length += after - place;
        place = after + 1;
      }
    }
    this.#lengths[doc] = Math.min(length, LONGEST_DOC);
    this.#lists.endDoc(doc, place, this.#spellings.count);
  }

  /**
   * Takes over the documents of a segment that are still there, after those that were added.
   * @param gone By document: 1 when it is not there any more.
   */
  take(segment: Segment, gone: Uint8Array): void {
    const numbers = new Int32Array(docCount(segment)).fill(-1);
    for (let doc = 0; doc < numbers.length; doc += 1) {
      if (gone[doc] === 1) continue;
      const now = this.#newDoc();
      numbers[doc] = now;
      for (let index = 0; index < 4; index += 1)
        this.#ids[4 * now + index] = segment.ids[4 * doc + index] ?? 0;
      this.#fileNumbers[now] = segment.files[doc] ?? 0;
      this.#kinds[now] = segment.kinds[doc] ?? 0;
      this.#marks[now] = segment.marks[doc] ?? 0;
      this.#times.push(segment.times[doc] ?? Number.NaN);
      this.#lengths[now] = segment.lengths[doc] ?? 0;
      this.#lists.setWidth(now, segment.widths[doc] ?? 0);
    }
    const spellings: number[] = [];
    for (let word = 0; word < wordCount(segment); word += 1) {
      const end = segment.firstSpelling[word + 1] ?? 0;
      for (let spelling = segment.firstSpelling[word] ?? 0; spelling < end; spelling += 1) {
        spellings[spelling] = this.#spellings.numberOf(spellingOf(segment, word, spelling));
      }
    }
    this.#lists.take(this.#spellings.count, (part) => {
      spellings.forEach((number, spelling) => {
        part(number, (add) => {
          eachPlace(segment, spelling, (doc, place) => {
            const now = numbers[doc] ?? -1;
            if (now >= 0) add(now, place);
          });
        });
      });
    });
  }

  /** Makes the segment. Nothing can be added afterwards. */
  build(): Segment {
    this.#lists.settle(this.#spellings.count);
    const { counts } = this.#lists;
    const { order, dictionary } = dictionaryOf(this.#spellings, (word) => (counts[word] ?? 0) > 0);
    const ids = this.#ids.slice(0, 4 * this.#docs);
    const narrow = {
      ...dictionary,
      ...this.#lists.written(order, this.#spellings.count),
      ids,
      files: this.#fileNumbers.slice(0, this.#docs),
      kinds: this.#kinds.slice(0, this.#docs),
      marks: this.#marks.slice(0, this.#docs),
      times: Float64Array.from(this.#times),
      lengths: this.#lengths.slice(0, this.#docs),
      widths: this.#lists.widths.slice(0, this.#docs),
      byId: tableOfIds(ids, this.#docs),
    };
    return { ...narrow, ...broadOf(narrow) };
  }

  #newDoc(): number {
    const doc = this.#docs;
    this.#docs += 1;
    if (this.#docs > this.#kinds.length) {
      this.#ids = grown(this.#ids, 4 * this.#docs);
      this.#fileNumbers = grown(this.#fileNumbers, this.#docs);
      this.#kinds = grown(this.#kinds, this.#docs);
      this.#marks = grown(this.#marks, this.#docs);
      this.#lengths = grown(this.#lengths, this.#docs);
    }
    return doc;
  }

  /** Adds the words of a line; answers the place after the last. */
  #line({ text }: SearchLine, doc: number, first: number): number {
    let words = text;
    let signsSeen = this.#cut(words);
    if ((signsSeen & UNCOMPOSED) !== 0) {
      words = text.normalize('NFC');
      signsSeen = this.#cut(words);
    }
    // All are looked up after one another: most of the time goes by while the memory answers, which it does to several at once.
    const { begins, lengths, hashes, others, numbers, count } = this.#found;
    for (let word = 0; word < count; word += 1) {
      const [from, length] = [begins[word] ?? 0, lengths[word] ?? 0];
      numbers[word] = this.#spellings.number(words, from, length, hashes[word] ?? 0, others[word] ?? 0);
    }
    this.#lists.add(numbers, count, doc, first);
    if ((signsSeen & DIGIT) !== 0) this.#numbers(words, doc, first);
    return first + count;
  }

  /** Finds the words of a text; answers which signs are in it. */
  #cut(text: string): number {
    const table = this.#signs;
    const { length } = text;
    const found = this.#found.withRoom((length >>> 1) + 1);
    const { begins, lengths, hashes, others } = found;
    let count = 0;
    let signsSeen = 0;
    for (let at = 0; at < length; at += 1) {
      let sign = table[text.charCodeAt(at)] ?? 0;
      signsSeen |= sign;
      if ((sign & LETTER) === 0) continue;
      let hash = FIRST_HASH;
      let other = FIRST_HASH;
      const begin = at;
      do {
        if (at - begin < LONGEST_WORD) {
          hash = nextHash(hash, sign & SMALL);
          other = nextOther(other, sign & SMALL);
        }
        at += 1;
        if (at >= length) break;
        sign = table[text.charCodeAt(at)] ?? 0;
        signsSeen |= sign;
      } while ((sign & IN_WORD) !== 0);
      begins[count] = begin;
      lengths[count] = Math.min(at - begin, LONGEST_WORD);
      hashes[count] = lastHash(hash);
      others[count] = other;
      count += 1;
    }
    found.count = count;
    return signsSeen;
  }

  #numbers(text: string, doc: number, place: number): void {
    for (const number of digitsIn(text)) {
      this.#found.numbers[0] = this.#spellings.numberOf((NUMBER_SIGN + number).slice(0, LONGEST_WORD));
      this.#lists.add(this.#found.numbers, 1, doc, place);
    }
  }
}
