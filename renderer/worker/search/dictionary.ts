import { stemHashOf } from './segment.ts';
import { stemsOf } from './stems.ts';

/** A word as it is written, with the number under which its lists are kept. */
export interface Spelling {
  readonly number: number;
  readonly text: string;
  readonly folded: string;
}

/** By folded word, then by text; in the order of UTF-16 units. */
export const bySpelling = (a: Spelling, b: Spelling): number => {
  if (a.folded !== b.folded) return a.folded < b.folded ? -1 : 1;
  return a.text < b.text ? -1 : 1;
};

function units(texts: readonly string[]) {
  const at = new Uint32Array(texts.length + 1);
  texts.forEach((text, index) => {
    at[index + 1] = (at[index] ?? 0) + text.length;
  });
  const all = new Uint16Array(at[texts.length] ?? 0);
  texts.forEach((text, index) => {
    const from = at[index] ?? 0;
    for (let unit = 0; unit < text.length; unit += 1) all[from + unit] = text.charCodeAt(unit);
  });
  return { all, at };
}

function sharedUnits(one: string, other: string): number {
  const most = Math.min(one.length, other.length, 255);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}

/** Room for the number of a word beside the hash of a stem, in the 53 bits of a number. */
const WORDS = 2 ** 21;

/** A word has at most so many stems. */
const MOST_STEMS = 4;

/** From the hashes of stems to the words that have them. A word that is its own stem is found as the word it is. */
function stemsTable(words: readonly string[]) {
  const pairs = new Float64Array(MOST_STEMS * words.length);
  let count = 0;
  words.forEach((word, number) => {
    const stems = stemsOf(word);
    stems.forEach(({ text }, index) => {
      if (text === word || stems.findIndex((other) => other.text === text) < index) return;
      pairs[count] = stemHashOf(text) * WORDS + number;
      count += 1;
    });
  });
  const sorted = pairs.subarray(0, count).toSorted();
  const stemHash = new Uint32Array(count);
  const stemWord = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) {
    const pair = sorted[index] ?? 0;
    stemHash[index] = Math.floor(pair / WORDS);
    stemWord[index] = pair % WORDS;
  }
  return { stemHash, stemWord };
}

/** The dictionary of a segment. The spellings have to be in order: by folded word, then by text. */
export function dictionaryOf(spellings: readonly Spelling[]) {
  const words: string[] = [];
  const first: number[] = [];
  spellings.forEach(({ folded }, index) => {
    if (words.at(-1) === folded) return;
    words.push(folded);
    first.push(index);
  });
  const folded = units(words);
  const spelled = units(
    spellings.map((spelling) => (spelling.text === spelling.folded ? '' : spelling.text)),
  );
  const stems = stemsTable(words);
  return {
    folded: folded.all,
    foldedAt: folded.at,
    shared: Uint8Array.from(words, (word, index) =>
      index === 0 ? 0 : sharedUnits(words[index - 1] ?? '', word),
    ),
    firstSpelling: Uint32Array.from([...first, spellings.length]),
    spelled: spelled.all,
    spelledAt: spelled.at,
    ...stems,
  };
}
