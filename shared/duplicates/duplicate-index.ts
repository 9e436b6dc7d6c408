import type { Compare } from '#shared/names/match.ts';
import type { Name, NameWord } from '#shared/names/name.ts';
import { likeness, type Likeness } from '#shared/names/similarity.ts';
import { LIKELY, type Prepared, prepared, type Resemblance, resemblance, withoutErrors } from './compare.ts';
import { type Common, keysOf, type Known } from './keys.ts';

/** Somebody who looks like one, and how. */
export interface Match<Value> extends Resemblance {
  readonly value: Value;
}

/** Two who look like one. */
export interface Pair<Value> extends Resemblance {
  readonly one: Value;
  readonly other: Value;
}

interface Entry<Value> extends Prepared {
  readonly value: Value;
}

interface HeldName {
  readonly entry: number;
  readonly name: Name;
}

/** So many are compared with one, however many share a name with them: a list of thousands helps nobody. */
const MOST_CANDIDATES = 500;
/** Entries between two breaths. */
const BREATH = 50;

function add<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/**
 * Finds who looks like one without comparing all with all: by what both say, and by the rarest word of a name, to which every
 * longer name that matches has to have an answer.
 */
export class DuplicateIndex<Value> {
  readonly #entries: Entry<Value>[] = [];
  readonly #byKey = new Map<string, number[]>();
  readonly #names: HeldName[][] = [];
  readonly #namesWith = new Map<NameWord, HeldName[]>();
  readonly #byForm = new Map<string, NameWord[]>();
  readonly #byGroup = new Map<number, NameWord[]>();
  readonly #alike = new Map<NameWord, ReadonlyMap<NameWord, Likeness>>();

  add(known: Known, value: Value): void {
    const entry = { ...prepared(known), value };
    const number = this.#entries.push(entry) - 1;
    for (const { key } of entry.keys) add(this.#byKey, key, number);
    this.#names.push(entry.names.map(({ name }) => ({ entry: number, name })));
    for (const held of this.#names[number] ?? [])
      for (const word of new Set(held.name.words)) this.#enter(word, held);
  }

  /** Everybody who looks like somebody at least that much, the likest first. */
  find(known: Known, least: number): readonly Match<Value>[] {
    const wanted = prepared(known);
    const candidates = new Set(wanted.keys.flatMap(({ key }) => this.#byKey.get(key) ?? []));
    // A name that is written otherwise makes nobody likely, whatever the rest.
    if (least < LIKELY)
      for (const { name } of wanted.names)
        for (const word of name.words) for (const { entry } of this.#answers(word)) candidates.add(entry);
    return [...candidates]
      .flatMap((number) => this.#match(wanted, number, least))
      .toSorted((one, other) => other.score - one.score);
  }

  /** The values that have one kind of thing in common with somebody. */
  allWith(why: Common, known: Known): readonly Value[] {
    const numbers = keysOf(known)
      .filter((one) => one.why === why)
      .flatMap(({ key }) => this.#byKey.get(key) ?? []);
    return [...new Set(numbers)].flatMap((number) => this.#entries[number]?.value ?? []);
  }

  /** Every two who look like one at least that much, the likest first. Yields now and then, so that the window can draw. */
  *pairs(least: number): Generator<void, readonly Pair<Value>[]> {
    const found: Pair<Value>[] = [];
    const tried = new Set<number>();
    const count = this.#entries.length;
    for (const [number, entry] of this.#entries.entries()) {
      if (number % BREATH === BREATH - 1) yield;
      for (const candidate of this.#candidates(number, entry, least)) {
        const pair = Math.min(number, candidate) * count + Math.max(number, candidate);
        if (tried.has(pair)) continue;
        tried.add(pair);
        for (const match of this.#match(entry, candidate, least))
          found.push({ one: entry.value, other: match.value, score: match.score, reasons: match.reasons });
      }
    }
    return found.toSorted((one, other) => other.score - one.score);
  }

  #enter(word: NameWord, held: HeldName): void {
    if (!this.#namesWith.has(word)) {
      // What was found to be the same as other words so far does not know of it.
      this.#alike.clear();
      for (const form of new Set([...word.forms, word.folded])) add(this.#byForm, form, word);
      for (const group of word.groups) add(this.#byGroup, group, word);
    }
    add(this.#namesWith, word, held);
  }

  #match(wanted: Prepared, number: number, least: number): readonly Match<Value>[] {
    const entry = this.#entries[number];
    const alike = entry && resemblance(wanted, entry, this.#compare);
    return alike && alike.score >= least ? [{ ...alike, value: entry.value }] : [];
  }

  readonly #compare: Compare = (one, other) => {
    if (one.initial || other.initial) return withoutErrors(one, other);
    return this.#alikeOf(one).get(other) ?? null;
  };

  /** The words that are held and may be the same as one. An initial has none: another word has to answer. */
  #alikeOf(word: NameWord): ReadonlyMap<NameWord, Likeness> {
    const known = this.#alike.get(word);
    if (known) return known;
    const found = new Map<NameWord, Likeness>();
    const attempt = (other: NameWord): void => {
      if (other.initial || found.has(other)) return;
      const alike = likeness(word, other);
      if (alike?.errors === 0) found.set(other, alike);
    };
    if (!word.initial) {
      for (const form of new Set([...word.forms, word.folded])) this.#byForm.get(form)?.forEach(attempt);
      for (const group of word.groups) this.#byGroup.get(group)?.forEach(attempt);
    }
    this.#alike.set(word, found);
    return found;
  }

  /** The names with a word that may be the same as one. */
  #answers(word: NameWord): readonly HeldName[] {
    return [...this.#alikeOf(word).keys()].flatMap((other) => this.#namesWith.get(other) ?? []);
  }

  /** Whom an entry is compared with: who says the same, and who has a name as long or longer that may be the same. */
  #candidates(number: number, entry: Entry<Value>, least: number): ReadonlySet<number> {
    const found = new Set<number>();
    const take = (other: number): void => {
      if (other !== number && found.size < MOST_CANDIDATES) found.add(other);
    };
    for (const { key } of entry.keys) this.#byKey.get(key)?.forEach(take);
    // A name that is written otherwise makes nobody likely, whatever the rest.
    if (least >= LIKELY) return found;
    for (const { name } of this.#names[number] ?? []) {
      const answers = name.words
        .filter(({ initial }) => !initial)
        .map((word) => this.#answers(word))
        .toSorted((one, other) => one.length - other.length)[0];
      for (const { entry: other, name: longer } of answers ?? [])
        if (longer.words.length >= name.words.length && this.#mayMatch(name, longer)) take(other);
    }
    return found;
  }

  /** Whether each word of a name may have an answer in another. */
  #mayMatch(name: Name, longer: Name): boolean {
    return name.words.every((word) => {
      if (word.initial) return true;
      const alike = this.#alikeOf(word);
      return longer.words.some((other) => other.initial || alike.has(other));
    });
  }
}
