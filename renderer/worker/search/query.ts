import { type Stem, stemsOf } from './stems.ts';
import { foldWord, wordsOf } from './words.ts';

/** How a word has to be there: letter for letter, folded, or in any of its forms. */
export type WordMatch = 'exact' | 'folded' | 'forms';

/** One word that is looked for. */
export interface QueryWord {
  /** As typed, in small letters. */
  readonly text: string;
  readonly folded: string;
  readonly stems: readonly Stem[];
  readonly match: WordMatch;
  /** Whether words that begin with it are meant too: it is still being typed, or ends with «*». */
  readonly open: boolean;
}

/** What has to be there: one word, or several beside each other in one line. */
export type Clause = readonly [QueryWord, ...QueryWord[]];

/** Clauses beyond these are not looked for. */
export const MOST_CLAUSES = 30;
/** Fewer letters begin too many words to be a beginning. */
const SHORTEST_BEGINNING = 2;
const QUOTED = /["„“”«»]([^"„“”«»]*)(["„“”«»]|$)|[^\s"„“”«»]+/gu;

function clauseOf(text: string, quoted: boolean, open: boolean): readonly Clause[] {
  const words = wordsOf(text);
  const parts = words.map(({ text: word }, index): QueryWord => {
    const folded = foldWord(word);
    const match = quoted ? 'exact' : words.length > 1 ? 'folded' : 'forms';
    return {
      text: word,
      folded,
      stems: match === 'forms' ? stemsOf(folded) : [],
      match,
      open: open && index === words.length - 1 && folded.length >= SHORTEST_BEGINNING,
    };
  });
  const [first, ...others] = parts;
  return first ? [[first, ...others]] : [];
}

const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}]$/u;

/**
 * Reads what was typed: words; what stands in quotes, letter for letter and in that order; «nov*» for beginnings. Several
 * words without a space between them (an e-mail address, «R-7») have to stand so. The last word is a beginning until
 * something follows it.
 */
export function parseQuery(typed: string): readonly Clause[] {
  const text = typed.normalize('NFC');
  return [...text.matchAll(QUOTED)]
    .flatMap((match) => {
      const [whole, inside, closing] = match;
      const last = match.index + whole.length === text.length;
      if (inside !== undefined) return clauseOf(inside, true, closing === '' && ENDS_IN_WORD.test(inside));
      return clauseOf(whole, false, whole.endsWith('*') || (last && ENDS_IN_WORD.test(whole)));
    })
    .slice(0, MOST_CLAUSES);
}

const HAS_DIGIT = /\p{N}/u;

/** How many wrong, missing, additional or exchanged letters a word may have when little was found. */
export function typingErrors({ folded, match }: QueryWord): number {
  if (match !== 'forms' || folded.length < 4 || HAS_DIGIT.test(folded)) return 0;
  return folded.length < 8 ? 1 : 2;
}

/** Whether an unfinished word with errors is compared with beginnings: short ones would be like too many. */
export const likeBeginnings = ({ open, folded }: QueryWord): boolean => open && folded.length >= 5;
