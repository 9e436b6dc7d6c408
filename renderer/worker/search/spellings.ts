import { grown } from './streams.ts';

/** Numbers of somebody's array that are kept with each word: one line of the processor's cache. */
export const STRIDE = 16;
/** Where the word's units begin, and how many they are. */
const FROM = 0;
const LENGTH = 1;

/** The distinct words in small letters, found by their units without making a string of each. */
export class Spellings {
  /** By word: where its units are, then what the caller keeps with it. */
  records = new Int32Array(STRIDE << 12);
  count = 0;
  #units = new Uint16Array(1 << 16);
  #used = 0;
  /** Open hash table: the hash and the number of the word plus one, in turns. */
  #table = new Int32Array(1 << 14);

  /** The number of the word in the first `length` units of `word`; the next one when it was never there. */
  number(word: Uint16Array, length: number, hash: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    let slot = (hash << 1) & mask;
    for (let found = table[slot + 1] ?? 0; found !== 0; found = table[slot + 1] ?? 0) {
      if (table[slot] === hash && this.#is(found - 1, word, length)) return found - 1;
      slot = (slot + 2) & mask;
    }
    table[slot] = hash;
    table[slot + 1] = this.count + 1;
    const number = this.#add(word, length);
    if (this.count * 4 > mask) this.#rehash();
    return number;
  }

  /** A word by its number. */
  text(number: number): string {
    const from = this.records[STRIDE * number + FROM] ?? 0;
    const to = from + (this.records[STRIDE * number + LENGTH] ?? 0);
    let text = '';
    for (let index = from; index < to; index += 1) text += String.fromCharCode(this.#units[index] ?? 0);
    return text;
  }

  #is(number: number, word: Uint16Array, length: number): boolean {
    const { records } = this;
    if (records[STRIDE * number + LENGTH] !== length) return false;
    const from = records[STRIDE * number + FROM] ?? 0;
    const units = this.#units;
    for (let index = 0; index < length; index += 1) if (units[from + index] !== word[index]) return false;
    return true;
  }

  #add(word: Uint16Array, length: number): number {
    const number = this.count;
    this.count += 1;
    if (STRIDE * this.count > this.records.length) this.records = grown(this.records, STRIDE * this.count);
    if (this.#used + length > this.#units.length) {
      const larger = new Uint16Array(this.#units.length * 2);
      larger.set(this.#units);
      this.#units = larger;
    }
    for (let index = 0; index < length; index += 1) this.#units[this.#used + index] = word[index] ?? 0;
    this.records[STRIDE * number + FROM] = this.#used;
    this.records[STRIDE * number + LENGTH] = length;
    this.#used += length;
    return number;
  }

  #rehash(): void {
    const old = this.#table;
    const table = new Int32Array(old.length * 2);
    const mask = table.length - 1;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let slot = ((old[from] ?? 0) << 1) & mask;
      while (table[slot + 1] !== 0) slot = (slot + 2) & mask;
      table[slot] = old[from] ?? 0;
      table[slot + 1] = old[from + 1] ?? 0;
    }
    this.#table = table;
  }
}
