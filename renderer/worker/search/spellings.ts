import { IN_WORD, signs, SMALL } from './words.ts';

/** A slot: the second hash; the number of the word plus one, and above it the uppermost bits of the first hash. */
const SLOT = 2;
const NUMBER_BITS = 24;
const NUMBER = 2 ** NUMBER_BITS - 1;

/** The same numbers with room for at least so many. */
export function grown<Numbers extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(
  numbers: Numbers,
  length: number,
): Numbers {
  if (length <= numbers.length) return numbers;
  const larger = new (numbers.constructor as new (size: number) => Numbers)(
    Math.max(length, numbers.length * 2),
  );
  larger.set(numbers);
  return larger;
}

/**
 * The distinct words in small letters, found by their hashes without making a string of each, and without looking at their
 * letters again: of a million words two have the same 59 bits or more once in a million times.
 */
export class Spellings {
  count = 0;
  /** All words one after another, and where each begins. */
  units = new Uint16Array(1 << 12);
  at = new Uint32Array(1 << 9);
  /** By word: its first hash. */
  #hashes = new Int32Array(1 << 9);
  #table = new Int32Array(SLOT << 10);

  /**
   * The number of a word of a text; the next one when it was never there. Capital letters are made small.
   * @param hash By {@link nextHash} and {@link lastHash}, of its small letters; `other` by {@link nextOther}.
   */
  number(text: string, from: number, length: number, hash: number, other: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    let slot = (hash * SLOT) & mask;
    for (;;) {
      const found = table[slot + 1] ?? 0;
      if (found === 0) break;
      if (table[slot] === other && (found ^ hash) >>> NUMBER_BITS === 0) return (found & NUMBER) - 1;
      slot = (slot + SLOT) & mask;
    }
    if (this.count >= NUMBER) throw new RangeError('Too many words');
    table[slot] = other;
    table[slot + 1] = (hash & ~NUMBER) | (this.count + 1);
    return this.#added(text, from, length, hash);
  }

  /** The number of a word in small letters; the next one when it was never there. */
  numberOf(text: string): number {
    let [hash, other] = [FIRST_HASH, FIRST_HASH];
    for (let at = 0; at < text.length; at += 1) {
      hash = nextHash(hash, text.charCodeAt(at));
      other = nextOther(other, text.charCodeAt(at));
    }
    return this.number(text, 0, text.length, lastHash(hash), other);
  }

  #added(text: string, from: number, length: number, hash: number): number {
    const number = this.count;
    this.count += 1;
    const start = this.at[number] ?? 0;
    this.units = grown(this.units, start + length);
    this.at = grown(this.at, this.count + 1);
    this.#hashes = grown(this.#hashes, this.count);
    this.#hashes[number] = hash;
    const table = signs();
    for (let index = 0; index < length; index += 1) {
      const unit = text.charCodeAt(from + index);
      const sign = table[unit] ?? 0;
      this.units[start + index] = (sign & IN_WORD) === 0 ? unit : sign & SMALL;
    }
    this.at[this.count] = start + length;
    if (this.count * SLOT * 1.5 > this.#table.length) this.#rehash();
    return number;
  }

  #rehash(): void {
    const old = this.#table;
    const table = new Int32Array(old.length * 2);
    const mask = table.length - 1;
    for (let from = 0; from < old.length; from += SLOT) {
      const found = old[from + 1] ?? 0;
      if (found === 0) continue;
      let slot = ((this.#hashes[(found & NUMBER) - 1] ?? 0) * SLOT) & mask;
      while (table[slot + 1] !== 0) slot = (slot + SLOT) & mask;
      table[slot] = old[from] ?? 0;
      table[slot + 1] = found;
    }
    this.#table = table;
  }
}

/** Both hashes of a word begin with this; each unit is stirred in by {@link nextHash} and {@link nextOther}. */
export const FIRST_HASH = 0x01_9d_c5;
export const nextHash = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01_00_01_93);
export const nextOther = (hash: number, unit: number): number => (Math.imul(hash, 0x5b_d1_e9_95) + unit) | 0;
/** Stirs once more, since the place in the table is told by the lowest bits. */
export const lastHash = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x85_eb_ca_6b);
