import type { Sorting } from '#shared/domain/register-view.ts';
import type { Language } from '#shared/domain/values.ts';
import { collator } from '#shared/i18n/format.ts';
import { columnOf, type Column, type SortValue } from './columns.ts';
import type { ClientRow } from './rows.ts';
import type { RegisterWords } from './words.ts';

/** Texts beyond this are forgotten before the next are ranked: those of columns and spellings of long ago. */
const MOST_RANKED = 200_000;

/** The places of texts in the alphabet of a language. Texts that are known are not compared again. */
class TextRanks {
  #sorted: readonly string[] = [];
  #ranks: ReadonlyMap<string, number> = new Map();

  constructor(readonly compare: (a: string, b: string) => number) {}

  /** A number for each of the texts: the higher, the later in the alphabet; equal where the language sees no difference. */
  of(texts: readonly string[]): ReadonlyMap<string, number> {
    if (this.#sorted.length > MOST_RANKED) [this.#sorted, this.#ranks] = [[], new Map()];
    const fresh = [...new Set(texts)].filter((text) => !this.#ranks.has(text));
    if (fresh.length === 0) return this.#ranks;
    const sorted = fresh.toSorted(this.compare);
    // What is in order already costs one comparison a text.
    this.#sorted = this.#sorted.length === 0 ? sorted : [...this.#sorted, ...sorted].toSorted(this.compare);
    let [rank, before] = [0, ''];
    this.#ranks = new Map(
      this.#sorted.map((text) => {
        if (this.compare(before, text) !== 0) rank += 1;
        before = text;
        return [text, rank];
      }),
    );
    return this.#ranks;
  }
}

const ranksOf = new Map<Language, TextRanks>();

function textRanks(language: Language): TextRanks {
  const known = ranksOf.get(language);
  if (known) return known;
  const made = new TextRanks(collator(language).compare);
  ranksOf.set(language, made);
  return made;
}

/** What each row is compared by in a column: smaller comes first, infinity is for those without a value. */
function keysOf(
  rows: readonly ClientRow[],
  column: Column,
  descending: boolean,
  words: RegisterWords,
): Float64Array {
  const values = rows.map((row): SortValue => column.sortValue(row, words));
  const ranks = textRanks(words.language).of(values.filter((value) => typeof value === 'string'));
  const sign = descending ? -1 : 1;
  return Float64Array.from(values, (value) => {
    if (value === null) return Number.POSITIVE_INFINITY;
    return sign * (typeof value === 'string' ? (ranks.get(value) ?? 0) : value);
  });
}

const BY_NAME: Sorting = { column: 'name', descending: false };

/**
 * The rows in order: by the first column, where that is equal by the next, at last by name. Texts are in the order of the
 * language's alphabet; those without a value stand last, whichever way a column is sorted.
 */
export function sortRows(
  rows: readonly ClientRow[],
  sorting: readonly Sorting[],
  words: RegisterWords,
): readonly ClientRow[] {
  const all = sorting.some(({ column }) => column === 'name') ? sorting : [...sorting, BY_NAME];
  const keys = all.flatMap(({ column: id, descending }) => {
    const column = columnOf(id);
    return column ? [keysOf(rows, column, descending, words)] : [];
  });
  const compare = (a: number, b: number): number => {
    for (const key of keys) {
      const [one = 0, other = 0] = [key[a], key[b]];
      if (one !== other) return one - other;
    }
    return a - b;
  };
  return Array.from(rows.keys())
    .toSorted(compare)
    .flatMap((index) => rows[index] ?? []);
}

/** Sorts by the column alone, or turns its order round. */
export const sortedBy = (sorting: readonly Sorting[], column: string): readonly Sorting[] => {
  const known = sorting.length === 1 && sorting[0]?.column === column ? sorting[0] : undefined;
  return [{ column, descending: known ? !known.descending : false }];
};

/** Adds the column to those that are sorted by, turns its order round, or at the third time takes it out. */
export function alsoSortedBy(sorting: readonly Sorting[], column: string): readonly Sorting[] {
  const known = sorting.find((one) => one.column === column);
  if (!known) return [...sorting, { column, descending: false }];
  if (known.descending) return sorting.filter((one) => one !== known);
  return sorting.map((one) => (one === known ? { ...one, descending: true } : one));
}
