import { validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';

/** How many words stand on a recovery sheet. */
export const RECOVERY_WORDS = 15;
/** Signs after which every word of the list is the only one that begins so. */
const TELLING_SIGNS = 4;
/** Mistakes a word may have for a suggestion to make sense. */
const MOST_MISTAKES = 2;

const known = new Set(wordlist);

/** What a text says as recovery words. */
export type ReadWords =
  | { readonly state: 'words'; readonly words: readonly string[] }
  /** A word is not in the list; `position` counts from 1. */
  | {
      readonly state: 'unknown';
      readonly position: number;
      readonly word: string;
      readonly suggestion: string | null;
    }
  | { readonly state: 'tooFew' | 'tooMany'; readonly count: number }
  /** Every word exists, but the check bits say that they do not belong together. */
  | { readonly state: 'checksum' };

/** The words of a text: numbers, punctuation, capital letters and line breaks do not matter. */
export function splitWords(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/\p{L}+/gu) ?? []
  );
}

/** Least number of letters to change, add or leave out, to make one word the other. */
function mistakesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The one word of the list that was probably meant; null when none or several are equally near. */
export function suggestionFor(word: string): string | null {
  const near = wordlist
    .map((candidate) => ({ candidate, mistakes: mistakesBetween(word, candidate) }))
    .toSorted((a, b) => a.mistakes - b.mistakes);
  const [first, second] = near;
  if (!first || first.mistakes > MOST_MISTAKES || first.mistakes === second?.mistakes) return null;
  return first.candidate;
}

/** A word as the list has it; its first four letters are enough to name it. */
function complete(word: string): string {
  if (known.has(word) || word.length < TELLING_SIGNS) return word;
  return wordlist.find((candidate) => candidate.startsWith(word)) ?? word;
}

/** Reads recovery words out of a typed or pasted text. */
export function readWords(text: string): ReadWords {
  const words = splitWords(text).map(complete);
  const wrong = words.findIndex((word) => !known.has(word));
  const word = words[wrong];
  if (word !== undefined) {
    return { state: 'unknown', position: wrong + 1, word, suggestion: suggestionFor(word) };
  }
  if (words.length < RECOVERY_WORDS) return { state: 'tooFew', count: words.length };
  if (words.length > RECOVERY_WORDS) return { state: 'tooMany', count: words.length };
  return validateMnemonic(words.join(' '), wordlist) ? { state: 'words', words } : { state: 'checksum' };
}
