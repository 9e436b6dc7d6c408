import { typingErrors } from '#shared/names/distance.ts';
import { matchNames, type NameMatch } from '#shared/names/match.ts';
import { parseName, type Name, type NameWord } from '#shared/names/name.ts';
import { likeness, type Likeness } from '#shared/names/similarity.ts';

/** The spellings of words that begin alike and are of one length. */
type Bucket = { readonly spellings: string[]; readonly words: number[] };

const add = <Key>(lists: Map<Key, number[]>, key: Key, value: number): void => {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
};

/** Every name that is held, by its words: what {@link matchNames} would find in all of them, without going through all. */
export class NameIndex {
  readonly #names: Name[] = [];
  readonly #words: NameWord[] = [];
  readonly #known = new Map<NameWord, number>();
  /** The names with each word. */
  readonly #namesWith: number[][] = [];
  readonly #byForm = new Map<string, number[]>();
  readonly #byGroup = new Map<number, number[]>();
  readonly #buckets = new Map<string, Bucket>();
  readonly #numeric = new Map<string, number[]>();

  /** Takes a name in; answers its number, from 0. */
  add(text: string): number {
    const name = parseName(text);
    const number = this.#names.push(name) - 1;
    for (const word of new Set(name.words)) this.#namesWith[this.#take(word)]?.push(number);
    return number;
  }

  /** Every name that matches, with its number. */
  find(query: Name): ReadonlyMap<number, NameMatch> {
    const alike = new Map(query.words.map((word) => [word, this.#alike(word)] as const));
    const compare = (one: NameWord, other: NameWord): Likeness | null => {
      if (one.initial || other.initial) return likeness(one, other);
      const known = alike.get(one);
      return (known ? known.get(other) : alike.get(other)?.get(one)) ?? null;
    };
    const found = new Map<number, NameMatch>();
    const seen = new Set<number>();
    for (const words of alike.values()) {
      for (const word of words.keys()) {
        for (const number of this.#namesWith[this.#known.get(word) ?? -1] ?? []) {
          if (seen.has(number)) continue;
          seen.add(number);
          const name = this.#names[number];
          const match = name && matchNames(query, name, compare);
          if (match) found.set(number, match);
        }
      }
    }
    return found;
  }

  #take(word: NameWord): number {
    const before = this.#known.get(word);
    if (before !== undefined) return before;
    const number = this.#words.push(word) - 1;
    this.#known.set(word, number);
    this.#namesWith.push([]);
    if (word.initial) return number;
    add(this.#numeric, word.lower, number);
    for (const form of new Set([...word.forms, word.folded])) {
      add(this.#byForm, form, number);
      const key = form.slice(0, 1) + String(form.length);
      const bucket = this.#buckets.get(key) ?? { spellings: [], words: [] };
      bucket.spellings.push(form);
      bucket.words.push(number);
      this.#buckets.set(key, bucket);
    }
    for (const group of word.groups) add(this.#byGroup, group, number);
    return number;
  }

  /** The words that are like one of a query. An initial brings none: some other word has to match as well. */
  #alike(word: NameWord): ReadonlyMap<NameWord, Likeness> {
    const found = new Map<NameWord, Likeness>();
    if (word.initial) return found;
    const tried = new Set<number>();
    const attempt = (number: number): void => {
      if (tried.has(number)) return;
      tried.add(number);
      const other = this.#words[number];
      const alike = other && likeness(word, other);
      if (alike) found.set(other, alike);
    };
    const spellings = new Set([...word.forms, word.folded]);
    for (const number of this.#numeric.get(word.lower) ?? []) attempt(number);
    for (const form of spellings) for (const number of this.#byForm.get(form) ?? []) attempt(number);
    for (const group of word.groups) for (const number of this.#byGroup.get(group) ?? []) attempt(number);
    for (const spelling of spellings) this.#mistyped(spelling, attempt);
    return found;
  }

  #mistyped(spelling: string, attempt: (word: number) => void): void {
    for (const first of new Set([spelling.charAt(0), spelling.charAt(1)])) {
      for (let length = spelling.length - 2; length <= spelling.length + 2; length += 1) {
        const bucket = this.#buckets.get(first + String(length));
        bucket?.spellings.forEach((other, index) => {
          if (typingErrors(spelling, other) !== null) attempt(bucket.words[index] ?? -1);
        });
      }
    }
  }
}
