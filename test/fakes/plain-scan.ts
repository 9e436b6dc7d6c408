import { fold } from '#shared/lib/fold.ts';
import type { SearchDoc } from '#renderer/worker/search/docs.ts';
import type { Clause, QueryWord } from '#renderer/worker/search/query.ts';
import type { SearchFilters } from '#renderer/worker/search/search.ts';
import { shareStem, stemsOf } from '#renderer/worker/search/stems.ts';

/** Words as a person would see them; signs beyond the basic plane part words. */
const wordsIn = (text: string): readonly string[] =>
  [
    ...text
      .normalize('NFC')
      .replaceAll(/[\uD800-\uDFFF]/g, ' ')
      .matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu),
  ].map(([word]) => word.replaceAll(/./gsu, (sign) => sign.toLowerCase().charAt(0)));

/** Letters to change to make one word of another; neighbours may change places (the whole table, nothing clever). */
export function distance(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (_unused, column) =>
      row === 0 ? column : column === 0 ? row : 0,
    ),
  );
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0;
  for (let row = 1; row <= one.length; row += 1) {
    for (let column = 1; column <= other.length; column += 1) {
      let best = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (one[row - 1] === other[column - 1] ? 0 : 1),
      );
      const exchanged =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (exchanged) best = Math.min(best, at(row - 2, column - 2) + 1);
      (table[row] ?? [])[column] = best;
    }
  }
  return at(one.length, other.length);
}

function isSimilar({ folded, match, open }: QueryWord, word: string): boolean {
  if (match !== 'forms' || folded.length < 4 || /\p{N}/u.test(folded)) return false;
  const most = folded.length < 8 ? 1 : 2;
  if (distance(folded, word) <= most) return true;
  if (!open || folded.length < 5) return false;
  return Array.from({ length: word.length }, (_, end) => word.slice(0, end)).some(
    (beginning) => distance(folded, beginning) <= most,
  );
}

function fits(wanted: QueryWord, word: string, similar: boolean): boolean {
  if (wanted.match === 'exact') return wanted.open ? word.startsWith(wanted.text) : word === wanted.text;
  const folded = fold(word);
  if (folded === wanted.folded || (wanted.open && folded.startsWith(wanted.folded))) return true;
  if (wanted.match === 'forms' && shareStem(stemsOf(folded), wanted.stems)) return true;
  return similar && isSimilar(wanted, folded);
}

const lineFits = (words: readonly string[], clause: Clause, similar: boolean): boolean =>
  words.some((_, at) =>
    clause.every((wanted, index) => {
      const word = words[at + index];
      return word !== undefined && fits(wanted, word, similar);
    }),
  );

const passes = (doc: SearchDoc, { kinds = [], fileId, from, to, marks = [] }: SearchFilters): boolean =>
  (fileId === undefined || doc.fileId === fileId) &&
  ((from === undefined && to === undefined) ||
    (doc.at !== null && doc.at >= (from ?? doc.at) && doc.at < (to ?? Number.POSITIVE_INFINITY))) &&
  (marks.length > 0
    ? doc.mark !== null && marks.includes(doc.mark)
    : doc.kind !== 'line' && (kinds.length === 0 || kinds.includes(doc.kind)));

/** A corpus whose words are known, for many scans. */
export class PlainScan {
  readonly #docs: readonly { readonly doc: SearchDoc; readonly lines: readonly (readonly string[])[] }[];

  constructor(docs: readonly SearchDoc[]) {
    this.#docs = docs.map((doc) => ({ doc, lines: doc.lines.map(({ text }) => wordsIn(text)) }));
  }

  /**
   * What a search has to find, by its definition: a document fits when every clause is in it or in its client's name, and at
   * least one in itself.
   */
  find(clauses: readonly Clause[], filters: SearchFilters, similar: boolean): readonly SearchDoc[] {
    const named = new Map<string, ReadonlySet<number>>();
    for (const { doc, lines } of this.#docs) {
      if (doc.kind !== 'client') continue;
      const names = lines.filter((_, index) => doc.lines[index]?.strong === true);
      const having = clauses.flatMap((clause, index) =>
        names.some((words) => lineFits(words, clause, similar)) ? [index] : [],
      );
      named.set(doc.fileId, new Set([...(named.get(doc.fileId) ?? []), ...having]));
    }
    return this.#docs
      .filter(({ doc, lines }) => {
        if (!passes(doc, filters)) return false;
        if (clauses.length === 0) return true;
        const own = clauses.map((clause) => lines.some((words) => lineFits(words, clause, similar)));
        return (
          own.includes(true) && own.every((has, index) => has || named.get(doc.fileId)?.has(index) === true)
        );
      })
      .map(({ doc }) => doc);
  }
}
