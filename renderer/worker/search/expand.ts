import { likeBeginnings, type QueryWord, typingErrors } from './query.ts';
import {
  foldedWord,
  type Segment,
  spellingOf,
  stemHashOf,
  wordNumber,
  wordsBeginning,
  wordsWithStemHash,
} from './segment.ts';
import { similarWords } from './similar.ts';
import { shareStem, stemsOf } from './stems.ts';

/** What a spelling counts, by how it is like the word that is looked for. */
export const WEIGHTS = { exact: 1, folded: 0.9, form: 0.6, beginning: 0.5, similar: 0.25 } as const;

/** The spellings that a word of the query stands for in a segment, each with what it counts. */
export type Spellings = ReadonlyMap<number, number>;

/** The folded words it stands for, by what they count. */
function wordsFor(segment: Segment, word: QueryWord, similar: boolean): ReadonlyMap<number, number> {
  const words = new Map<number, number>();
  const add = (number: number, weight: number): void => {
    if (weight > (words.get(number) ?? 0)) words.set(number, weight);
  };
  if (similar) {
    const errors = typingErrors(word);
    const wanted = { text: word.folded, errors, open: likeBeginnings(word) };
    if (errors > 0) for (const number of similarWords(segment, wanted)) add(number, WEIGHTS.similar);
  }
  if (word.open) {
    const [from, to] = wordsBeginning(segment, word.folded);
    for (let number = from; number < to; number += 1) add(number, WEIGHTS.beginning);
  }
  for (const { text } of word.stems) {
    const itself = wordNumber(segment, text);
    for (const number of wordsWithStemHash(segment, stemHashOf(text))) {
      // The hash only says where to look.
      if (shareStem(word.stems, stemsOf(foldedWord(segment, number)))) add(number, WEIGHTS.form);
    }
    if (itself >= 0 && shareStem(word.stems, stemsOf(text))) add(itself, WEIGHTS.form);
  }
  const same = wordNumber(segment, word.folded);
  if (same >= 0) add(same, WEIGHTS.folded);
  return words;
}

/**
 * The spellings of a segment that a word of the query stands for.
 * @param similar Whether those with small typing errors are meant too.
 */
export function spellingsFor(segment: Segment, word: QueryWord, similar: boolean): Spellings {
  const spellings = new Map<number, number>();
  for (const [number, weight] of wordsFor(segment, word, similar)) {
    const end = segment.firstSpelling[number + 1] ?? 0;
    for (let spelling = segment.firstSpelling[number] ?? 0; spelling < end; spelling += 1) {
      // Only what is folded alike, or has to be the same, can be the very word.
      if (weight !== WEIGHTS.folded && word.match !== 'exact') {
        spellings.set(spelling, weight);
        continue;
      }
      const text = spellingOf(segment, number, spelling);
      if (text === word.text) spellings.set(spelling, WEIGHTS.exact);
      else if (word.match !== 'exact') spellings.set(spelling, weight);
      else if (word.open && text.startsWith(word.text)) spellings.set(spelling, WEIGHTS.beginning);
    }
  }
  return spellings;
}
