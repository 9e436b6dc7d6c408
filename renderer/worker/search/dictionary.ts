import { MOST_STEMS, type Segment, stemHashOf } from './segment.ts';
import { sortWords, type Words } from './sort-words.ts';
import { grown, type Spellings } from './spellings.ts';
import { stemsOf } from './stems.ts';
import { foldUnits, MOST_FOLDED } from './words.ts';

/** Units appended one word after another. */
class Units {
  all = new Uint16Array(1 << 10);
  readonly at: Uint32Array;
  #count = 0;

  constructor(words: number) {
    this.at = new Uint32Array(words + 1);
  }

  /** Adds a word that is a part of other units. */
  add(units: Uint16Array, from: number, to: number): void {
    const end = this.at[this.#count] ?? 0;
    this.all = grown(this.all, end + to - from);
    for (let index = from; index < to; index += 1) this.all[end + index - from] = units[index] ?? 0;
    this.#count += 1;
    this.at[this.#count] = end + to - from;
  }

  get count(): number {
    return this.#count;
  }

  /** Without the room that is left. */
  made(): Words {
    return { units: this.all.slice(0, this.at[this.#count] ?? 0), at: this.at.slice(0, this.#count + 1) };
  }
}

/** Every word that is used, folded, under its own number; the others are empty. */
function foldedWords({ units, at, count }: Spellings, isUsed: (word: number) => boolean): Words {
  let folded = new Uint16Array(units.length + 16);
  const foldedAt = new Uint32Array(count + 1);
  let end = 0;
  for (let word = 0; word < count; word += 1) {
    const [from, to] = [at[word] ?? 0, at[word + 1] ?? 0];
    if (isUsed(word)) {
      folded = grown(folded, end + MOST_FOLDED * (to - from));
      end = foldUnits(units, from, to, folded, end);
    }
    foldedAt[word + 1] = end;
  }
  return { units: folded, at: foldedAt };
}

/** How many units two words begin with alike, up to 255; −1: they are the same. */
function sharedUnits({ units, at }: Words, one: number, other: number): number {
  const [from, otherFrom] = [at[one] ?? 0, at[other] ?? 0];
  const [length, otherLength] = [(at[one + 1] ?? 0) - from, (at[other + 1] ?? 0) - otherFrom];
  const least = Math.min(length, otherLength);
  let shared = 0;
  while (shared < least && units[from + shared] === units[otherFrom + shared]) shared += 1;
  return shared === length && shared === otherLength ? -1 : Math.min(shared, 255);
}

/** Numbers of the used words: by folded word, then as they are spelled; in the order of their units. */
function ordered(spellings: Spellings, folded: Words, isUsed: (word: number) => boolean): Uint32Array {
  const numbers = new Uint32Array(spellings.count);
  let used = 0;
  for (let word = 0; word < numbers.length; word += 1) {
    if (!isUsed(word)) continue;
    numbers[used] = word;
    used += 1;
  }
  const order = numbers.slice(0, used);
  sortWords(folded, order);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && sharedUnits(folded, order[from] ?? 0, order[to] ?? 0) < 0) to += 1;
    if (to > from + 1) sortWords(spellings, order, from, to);
    from = to;
  }
  return order;
}

const isSame = (units: Uint16Array, from: number, to: number, others: Uint16Array, at: number): boolean => {
  for (let index = from; index < to; index += 1) if (units[index] !== others[at + index - from]) return false;
  return true;
};

/**
 * The dictionary of a segment, out of the words that are used.
 * @returns With the numbers of its spellings among all words, in the dictionary's order.
 */
export function dictionaryOf(spellings: Spellings, isUsed: (word: number) => boolean) {
  const all = foldedWords(spellings, isUsed);
  const order = ordered(spellings, all, isUsed);
  const words = new Units(order.length);
  const spelled = new Units(order.length);
  const shared = new Uint8Array(order.length);
  const first = new Uint32Array(order.length + 1);
  order.forEach((number, index) => {
    const [from, to] = [all.at[number] ?? 0, all.at[number + 1] ?? 0];
    const alike = index === 0 ? 0 : sharedUnits(all, order[index - 1] ?? 0, number);
    if (alike >= 0) {
      shared[words.count] = alike;
      first[words.count] = index;
      words.add(all.units, from, to);
    }
    const [start, end] = [spellings.at[number] ?? 0, spellings.at[number + 1] ?? 0];
    const plain = end - start === to - from && isSame(spellings.units, start, end, all.units, from);
    spelled.add(spellings.units, start, plain ? start : end);
  });
  first[words.count] = order.length;
  const [folded, written] = [words.made(), spelled.made()];
  const dictionary = {
    ...lettersOf(folded.units, written.units),
    foldedAt: folded.at,
    shared: shared.slice(0, words.count),
    firstSpelling: first.slice(0, words.count + 1),
    spelledAt: written.at,
    ...stemsTable(folded),
  } satisfies Partial<Segment>;
  return { order, dictionary };
}

/** The letters of the words, and the words as numbers of them. */
function lettersOf(folded: Uint16Array, spelled: Uint16Array) {
  const numbers = new Uint32Array(65_536);
  for (const units of [folded, spelled]) {
    for (let at = 0; at < units.length; at += 1) numbers[units[at] ?? 0] = 1;
  }
  const letters: number[] = [];
  numbers.forEach((used, unit) => {
    if (used === 0) return;
    numbers[unit] = letters.length;
    letters.push(unit);
  });
  const wide = letters.length > 256;
  const low = (units: Uint16Array): Uint8Array => {
    const bytes = new Uint8Array(units.length);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = numbers[units[at] ?? 0] ?? 0;
    return bytes;
  };
  const high = (units: Uint16Array): Uint8Array => {
    const bytes = new Uint8Array(wide ? units.length : 0);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = (numbers[units[at] ?? 0] ?? 0) >>> 8;
    return bytes;
  };
  return {
    letters: Uint16Array.from(letters),
    folded: low(folded),
    foldedHigh: high(folded),
    spelled: low(spelled),
    spelledHigh: high(spelled),
  };
}

/** So many words are looked through for a stem, on average. */
const IN_BUCKET = 4;

/** From stems to the words that have them, by a part of the stem's hash. A word that is its own stem is found as the word it is. */
function stemsTable(words: Words) {
  const count = words.at.length - 1;
  // In one piece: a text made of each word's units by itself takes several times longer.
  const all = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(words.units);
  let hashes = new Uint32Array(count);
  let having = new Uint32Array(count);
  let pairs = 0;
  for (let word = 0; word < count; word += 1) {
    const text = all.slice(words.at[word] ?? 0, words.at[word + 1] ?? 0);
    const before = pairs;
    hashes = grown(hashes, pairs + MOST_STEMS);
    having = grown(having, pairs + MOST_STEMS);
    for (const { text: stem } of stemsOf(text)) {
      if (stem === text) continue;
      const hash = stemHashOf(stem);
      let same = before;
      while (same < pairs && hashes[same] !== hash) same += 1;
      if (same < pairs) continue;
      hashes[pairs] = hash;
      having[pairs] = word;
      pairs += 1;
    }
  }
  const bits = Math.ceil(Math.log2(Math.max(2, pairs / IN_BUCKET)));
  const stemAt = new Uint32Array(2 ** bits + 1);
  for (let pair = 0; pair < pairs; pair += 1) {
    const bucket = (hashes[pair] ?? 0) >>> (32 - bits);
    stemAt[bucket + 1] = (stemAt[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < stemAt.length; bucket += 1) {
    stemAt[bucket] = (stemAt[bucket] ?? 0) + (stemAt[bucket - 1] ?? 0);
  }
  const next = stemAt.slice();
  const stemWord = new Uint32Array(pairs);
  for (let pair = 0; pair < pairs; pair += 1) {
    const bucket = (hashes[pair] ?? 0) >>> (32 - bits);
    stemWord[next[bucket] ?? 0] = having[pair] ?? 0;
    next[bucket] = (next[bucket] ?? 0) + 1;
  }
  return { stemAt, stemWord };
}
