import { typingErrors } from '#shared/names/distance.ts';
import { matchNames, type NameMatch } from '#shared/names/match.ts';
import { parseName, nameWord, type Name, type NameWord } from '#shared/names/name.ts';
import { likeness, type Likeness } from '#shared/names/similarity.ts';

/** Most letters by which two spellings that differ by typing errors alone differ in length. */
const MOST_LONGER = 2;
/** What the key of an initial ends with: no word does. */
const INITIAL = '.';

const keyOf = ({ lower, initial }: NameWord): string => (initial ? lower + INITIAL : lower);
const wordOf = (key: string): NameWord =>
  key.endsWith(INITIAL) ? nameWord(key.slice(0, -INITIAL.length), true) : nameWord(key);
/** What a word is found by. An initial brings none: some other word of the name has to match as well. */
const spellingsOf = ({ initial, forms, folded }: NameWord): readonly string[] =>
  initial ? [] : [...new Set([...forms, folded])];

/** What was found out about the words of names, to be kept. */
export interface PackedWords {
  readonly words: readonly string[];
  /** The names with each word. */
  readonly names: readonly (readonly number[])[];
  /** All spellings of the words, one word after another, and how many each has. */
  readonly spellings: readonly string[];
  readonly counts: readonly number[];
  readonly groups: readonly (readonly [group: number, words: readonly number[]])[];
}

/**
 * Every name that is held, by its words: what {@link matchNames} would find in all of them, without taking all of them apart. The
 * spellings are looked through one after another, which takes a few milliseconds and needs nothing to be made ready.
 */
export class NameIndex {
  readonly #texts: string[] = [];
  readonly #parsed: (Name | undefined)[] = [];
  readonly #words: string[] = [];
  readonly #names: number[][] = [];
  readonly #spellings: string[] = [];
  readonly #counts: number[] = [];
  readonly #groups = new Map<number, number[]>();
  /** Numbers of the words; made when a name is added. */
  #known: Map<string, number> | null = null;

  /** @param texts Every name that was added when it was {@link packed}, in that order. */
  static unpacked(texts: readonly string[], packed: PackedWords): NameIndex {
    const index = new NameIndex();
    for (const text of texts) index.#texts.push(text);
    for (const word of packed.words) index.#words.push(word);
    for (const names of packed.names) index.#names.push([...names]);
    for (const spelling of packed.spellings) index.#spellings.push(spelling);
    for (const count of packed.counts) index.#counts.push(count);
    for (const [group, words] of packed.groups) index.#groups.set(group, [...words]);
    return index;
  }

  /** What need not be found out again. */
  packed(): PackedWords {
    return {
      words: this.#words,
      names: this.#names,
      spellings: this.#spellings,
      counts: this.#counts,
      groups: [...this.#groups],
    };
  }

  /** Takes a name in; answers its number, from 0. */
  add(text: string): number {
    const name = parseName(text);
    const number = this.#texts.push(text) - 1;
    for (const word of new Set(name.words)) this.#names[this.#take(word)]?.push(number);
    return number;
  }

  /** Every name that matches, with its number. */
  find(query: Name): ReadonlyMap<number, NameMatch> {
    const alike = new Map(query.words.map((word) => [keyOf(word), this.#alike(word)] as const));
    const among = (one: NameWord, other: NameWord): Likeness | undefined =>
      alike.get(keyOf(one))?.likeness.get(keyOf(other));
    const compare = (one: NameWord, other: NameWord): Likeness | null =>
      one.initial || other.initial ? likeness(one, other) : (among(one, other) ?? among(other, one) ?? null);
    const found = new Map<number, NameMatch>();
    const seen = new Set<number>();
    for (const { words } of alike.values()) {
      for (const number of words.flatMap((word) => this.#names[word] ?? [])) {
        if (seen.has(number)) continue;
        seen.add(number);
        const match = matchNames(query, this.#nameOf(number), compare);
        if (match) found.set(number, match);
      }
    }
    return found;
  }

  #nameOf(number: number): Name {
    return (this.#parsed[number] ??= parseName(this.#texts[number] ?? ''));
  }

  #take(word: NameWord): number {
    this.#known ??= new Map(this.#words.map((key, number) => [key, number]));
    const key = keyOf(word);
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    const number = this.#words.push(key) - 1;
    this.#known.set(key, number);
    this.#names.push([]);
    const spellings = spellingsOf(word);
    this.#spellings.push(...spellings);
    this.#counts.push(spellings.length);
    for (const group of word.groups) {
      const words = this.#groups.get(group) ?? [];
      words.push(number);
      this.#groups.set(group, words);
    }
    return number;
  }

  /** The words that are like one of a query. */
  #alike(word: NameWord) {
    const words: number[] = [];
    const found = new Map<string, Likeness>();
    for (const number of this.#near(word)) {
      const key = this.#words[number] ?? '';
      const alike = likeness(word, wordOf(key));
      if (!alike) continue;
      words.push(number);
      found.set(key, alike);
    }
    return { words, likeness: found };
  }

  /** The words that may be like one of a query: nothing else is. */
  #near(word: NameWord): ReadonlySet<number> {
    const near = new Set(word.groups.flatMap((group) => this.#groups.get(group) ?? []));
    const wanted = spellingsOf(word);
    let at = 0;
    this.#counts.forEach((count, number) => {
      for (const end = at + count; at < end; at += 1) {
        const spelling = this.#spellings[at] ?? '';
        if (wanted.some((one) => isNear(one, spelling))) near.add(number);
      }
    });
    return near;
  }
}

/** Whether two spellings are the same, or parted by typing errors. */
function isNear(one: string, other: string): boolean {
  if (one === other) return true;
  const longer = one.length - other.length;
  if (longer > MOST_LONGER || longer < -MOST_LONGER) return false;
  const first = other.charCodeAt(0);
  // The first two letters may be exchanged.
  if (first !== one.charCodeAt(0) && first !== one.charCodeAt(1)) return false;
  return typingErrors(one, other) !== null;
}
