import { isCaseOf, isMistypedCaseOf, stemsOf, telling, termsOf, WORDS } from '#shared/names/text.ts';
import type { Name } from '#shared/names/name.ts';
import { numbersIn, type Num } from '#shared/names/number.ts';

/** Texts of one segment: as many as 16 bits can count. */
const SEGMENT = 1 << 16;
const PREFIX = 3;

/** Texts by term, packed: the texts of the term at place `i` of `terms` stand from `starts[i]` to `starts[i + 1]`. */
interface Segment {
  readonly base: number;
  readonly terms: Uint32Array;
  readonly starts: Uint32Array;
  readonly texts: Uint16Array;
}

/** A list of numbers that grows without being copied into objects. */
class Growing {
  values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }
}

/**
 * Which texts have which words: by the skeletons of the words, so that a name is found in every script and case. The texts
 * themselves are not kept. About two bytes for each different word of a text.
 */
export class TextIndex {
  readonly #terms: string[] = [];
  readonly #termOf = new Map<string, number>();
  /** The terms of a word as it is written; words of a text repeat. */
  #written = new Map<string, readonly number[]>();
  readonly #byPrefix = new Map<string, number[]>();
  readonly #segments: Segment[] = [];
  #openTerms = new Growing();
  #openTexts = new Growing();
  #count = 0;
  /** The last text that each term was seen in, so that it counts once. */
  #lastText = new Growing();

  /** Takes a text in; answers its number, from 0. */
  add(text: string): number {
    const number = this.#count;
    this.#count += 1;
    for (const [word] of text.matchAll(WORDS)) {
      if (word.length > 1) for (const term of this.#termsOf(word)) this.#note(term, number);
    }
    for (const found of numbersIn(text))
      if (found.kind === 'digits') this.#note(this.#term(`#${found.value}`), number);
    if (this.#count % SEGMENT === 0) this.#pack();
    return number;
  }

  /** The texts with telling words of a name, and how many different ones each has. */
  withName(name: Name): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    const alone = name.words.length === 1;
    for (const word of telling(name)) {
      const stems = stemsOf(word);
      const terms = new Set(stems.flatMap((stem) => this.#termsLike(stem, isCaseOf, false)));
      if (!alone || word.folded.length >= 8) {
        for (const stem of stems)
          for (const term of this.#termsLike(stem, isMistypedCaseOf, true)) terms.add(term);
      }
      const texts = this.#textsWith(terms);
      for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1);
    }
    return found;
  }

  /** The texts that may have a number or an address. */
  withNumber(number: Num): ReadonlySet<number> {
    if (number.kind === 'email') return this.#withEmail(number.value);
    const tail = number.value.replace(/^0+/, '').slice(-9);
    const terms = new Set<number>();
    for (const term of this.#byPrefix.get('#') ?? []) if (this.#terms[term]?.endsWith(tail)) terms.add(term);
    return this.#textsWith(terms);
  }

  #withEmail(address: string): ReadonlySet<number> {
    let common: ReadonlySet<number> | null = null;
    for (const [word] of address.matchAll(WORDS)) {
      const terms = word.length > 1 ? termsOf(word).flatMap((term) => this.#termOf.get(term) ?? []) : [];
      if (word.length < 2) continue;
      const texts = this.#textsWith(new Set(terms));
      const before: readonly number[] = [...(common ?? texts)];
      common = new Set(before.filter((text) => texts.has(text)));
    }
    return common ?? new Set();
  }

  #termsOf(word: string): readonly number[] {
    const before = this.#written.get(word);
    if (before) return before;
    const made = termsOf(word.toLowerCase()).map((term) => this.#term(term));
    this.#written.set(word, made);
    return made;
  }

  #term(term: string): number {
    const before = this.#termOf.get(term);
    if (before !== undefined) return before;
    const number = this.#terms.push(term) - 1;
    this.#termOf.set(term, number);
    this.#lastText.push(0);
    const prefix = term.startsWith('#') ? '#' : term.slice(0, PREFIX);
    const list = this.#byPrefix.get(prefix);
    if (list) list.push(number);
    else this.#byPrefix.set(prefix, [number]);
    return number;
  }

  #note(term: number, text: number): void {
    if (this.#lastText.values[term] === text + 1) return;
    this.#lastText.values[term] = text + 1;
    this.#openTerms.push(term);
    this.#openTexts.push(text % SEGMENT);
  }

  /** Makes a segment of what came since the last one. The numbers of its terms rise. */
  #pack(): void {
    const base = Math.floor((this.#count - 1) / SEGMENT) * SEGMENT;
    this.#segments.push(packed(base, this.#openTerms, this.#openTexts, this.#terms.length));
    this.#openTerms = new Growing();
    this.#openTexts = new Growing();
    this.#written = new Map();
  }

  #termsLike(stem: string, like: (term: string, stem: string) => boolean, anyPrefix: boolean): number[] {
    const prefixes = anyPrefix
      ? [...this.#byPrefix.keys()].filter((prefix) => prefix.startsWith(stem.charAt(0)))
      : [stem.slice(0, PREFIX)];
    return prefixes.flatMap((prefix) =>
      (this.#byPrefix.get(prefix) ?? []).filter((term) => like(this.#terms[term] ?? '', stem)),
    );
  }

  #textsWith(terms: ReadonlySet<number>): ReadonlySet<number> {
    const found = new Set<number>();
    for (const segment of this.#segments) {
      for (const term of terms) {
        const at = placeOf(segment.terms, term);
        if (at < 0) continue;
        for (let i = segment.starts[at] ?? 0; i < (segment.starts[at + 1] ?? 0); i += 1) {
          found.add(segment.base + (segment.texts[i] ?? 0));
        }
      }
    }
    const base = this.#segments.length * SEGMENT;
    for (let i = 0; i < this.#openTerms.length; i += 1) {
      if (terms.has(this.#openTerms.values[i] ?? -1)) found.add(base + (this.#openTexts.values[i] ?? 0));
    }
    return found;
  }
}

/** Where a number stands among numbers that rise; −1: nowhere. */
function placeOf(sorted: Uint32Array, wanted: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? 0;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Sorts pairs of term and text by term, by counting. */
function packed(base: number, openTerms: Growing, openTexts: Growing, termCount: number): Segment {
  const counts = new Uint32Array(termCount + 1);
  for (let i = 0; i < openTerms.length; i += 1) {
    const term = openTerms.values[i] ?? 0;
    counts[term] = (counts[term] ?? 0) + 1;
  }
  const used = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const terms = new Uint32Array(used);
  const starts = new Uint32Array(used + 1);
  const next = new Uint32Array(termCount);
  let [place, start] = [0, 0];
  for (let term = 0; term < termCount; term += 1) {
    const count = counts[term] ?? 0;
    if (count === 0) continue;
    terms[place] = term;
    starts[place] = start;
    next[term] = start;
    start += count;
    place += 1;
  }
  starts[used] = start;
  const texts = new Uint16Array(start);
  for (let i = 0; i < openTerms.length; i += 1) {
    const term = openTerms.values[i] ?? 0;
    texts[next[term] ?? 0] = openTexts.values[i] ?? 0;
    next[term] = (next[term] ?? 0) + 1;
  }
  return { base, terms, starts, texts };
}
