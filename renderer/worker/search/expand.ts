import { likeBeginnings, type QueryWord, typingErrors } from './query.ts';
import {
  docsWith,
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

/** The spellings that a word of the query stands for in a segment. */
export interface Spellings {
  /** Those that are like it, each with what it counts. */
  readonly like: ReadonlyMap<number, number>;
  /** Those that only begin so, and count as beginnings: from, inclusive, to, exclusive, but those that are like it. */
  readonly from: number;
  readonly to: number;
}

/** Calls back for each of some spellings: which it is, and what it counts. */
export function eachSpelling(
  { like, from, to }: Spellings,
  found: (spelling: number, weight: number) => void,
): void {
  for (const [spelling, weight] of like) found(spelling, weight);
  for (let spelling = from; spelling < to; spelling += 1) {
    if (!like.has(spelling)) found(spelling, WEIGHTS.beginning);
  }
}

/** How many documents have one of some spellings, those that have several counted several times. */
export function docsWithAny(segment: Segment, spellings: Spellings): number {
  let count = 0;
  eachSpelling(spellings, (spelling) => {
    count += docsWith(segment, spelling);
  });
  return count;
}

type Range = readonly [from: number, to: number];

/** The folded words it stands for, by what they count; of those that begin so, only those that are like it in another way too. */
function wordsFor(
  segment: Segment,
  word: QueryWord,
  similar: boolean,
  [from, to]: Range,
): ReadonlyMap<number, number> {
  const words = new Map<number, number>();
  const add = (number: number, weight: number): void => {
    const begins = number >= from && number < to ? WEIGHTS.beginning : 0;
    if (weight > Math.max(begins, words.get(number) ?? 0)) words.set(number, weight);
  };
  if (similar) {
    const errors = typingErrors(word);
    const wanted = { text: word.folded, errors, open: likeBeginnings(word) };
    if (errors > 0) for (const number of similarWords(segment, wanted)) add(number, WEIGHTS.similar);
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

/** What has to be there letter for letter. */
function exactSpellings(segment: Segment, { text, folded, open }: QueryWord): Spellings {
  const like = new Map<number, number>();
  const same = wordNumber(segment, folded);
  const [from, to] = open ? wordsBeginning(segment, folded) : [same, same + 1];
  for (let word = Math.max(0, from); word < to; word += 1) {
    const end = segment.firstSpelling[word + 1] ?? 0;
    for (let spelling = segment.firstSpelling[word] ?? 0; spelling < end; spelling += 1) {
      const spelled = spellingOf(segment, word, spelling);
      if (spelled === text) like.set(spelling, WEIGHTS.exact);
      else if (open && spelled.startsWith(text)) like.set(spelling, WEIGHTS.beginning);
    }
  }
  return { like, from: 0, to: 0 };
}

/**
 * The spellings of a segment that a word of the query stands for.
 * @param similar Whether those with small typing errors are meant too.
 */
export function spellingsFor(segment: Segment, word: QueryWord, similar: boolean): Spellings {
  if (word.match === 'exact') return exactSpellings(segment, word);
  const { firstSpelling } = segment;
  const like = new Map<number, number>();
  const range: Range = word.open ? wordsBeginning(segment, word.folded) : [0, 0];
  for (const [number, weight] of wordsFor(segment, word, similar, range)) {
    const end = firstSpelling[number + 1] ?? 0;
    for (let spelling = firstSpelling[number] ?? 0; spelling < end; spelling += 1) {
      // Only what is folded alike can be the very word.
      const same = weight === WEIGHTS.folded && spellingOf(segment, number, spelling) === word.text;
      like.set(spelling, same ? WEIGHTS.exact : weight);
    }
  }
  return { like, from: firstSpelling[range[0]] ?? 0, to: firstSpelling[range[1]] ?? 0 };
}
