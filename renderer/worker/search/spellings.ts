import { grown } from './streams.ts';

/** The distinct words in small letters, found by their units without making a string of each. */
export class Spellings {
  units = new Uint16Array(1 << 16);
  used = 0;
  count = 0;
  #table = new Int32Array(1 << 14);
  #hashes = new Int32Array(1 << 13);
  #at = new Int32Array(1 << 13);

  /** The number of the word in the first `length` units of `word`; a new one when it was never there. */
  number(word: Uint16Array, length: number, hash: number): number {
    let mask = this.#table.length - 1;
    let slot = hash & mask;
    for (let found = this.#table[slot] ?? 0; found !== 0; found = this.#table[slot] ?? 0) {
      if (this.#hashes[found - 1] === hash && this.#is(found - 1, word, length)) return found - 1;
      slot = (slot + 1) & mask;
    }
    if (this.count * 2 > mask) {
      this.#rehash();
      mask = this.#table.length - 1;
      slot = hash & mask;
      while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
    }
    this.#table[slot] = this.count + 1;
    return this.#add(word, length, hash);
  }

  /** A word by its number. */
  text(number: number): string {
    const [from, to] = [this.#at[number] ?? 0, this.#at[number + 1] ?? 0];
    return String.fromCharCode(...this.units.subarray(from, to));
  }

  #is(number: number, word: Uint16Array, length: number): boolean {
    const from = this.#at[number] ?? 0;
    if ((this.#at[number + 1] ?? 0) - from !== length) return false;
    for (let index = 0; index < length; index += 1) {
      if (this.units[from + index] !== word[index]) return false;
    }
    return true;
  }

  #add(word: Uint16Array, length: number, hash: number): number {
    const number = this.count;
    this.count += 1;
    if (this.count + 1 > this.#at.length) {
      this.#at = grown(this.#at, this.count + 1);
      this.#hashes = grown(this.#hashes, this.count + 1);
    }
    if (this.used + length > this.units.length) {
      const larger = new Uint16Array(this.units.length * 2);
      larger.set(this.units);
      this.units = larger;
    }
    this.units.set(word.subarray(0, length), this.used);
    this.used += length;
    this.#hashes[number] = hash;
    this.#at[this.count] = this.used;
    return number;
  }

  #rehash(): void {
    const table = new Int32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      let slot = (this.#hashes[number] ?? 0) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = number + 1;
    }
    this.#table = table;
  }
}
