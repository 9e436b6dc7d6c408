import { stemHashOf } from './segment.ts';
import { stemsOf } from './stems.ts';

/** A word as it is written, with the number under which its lists are kept. */
export interface Spelling {
  readonly number: number;
  readonly text: string;
  readonly folded: string;
}

/** The order of UTF-16 units. */
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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
  const pairs = words.flatMap((word, number) =>
    stemsOf(word).map((stem) => stemHashOf(stem) * 2 ** 21 + number),
  );
  const sorted = Float64Array.from(pairs).sort();
  return {
    folded: folded.all,
    foldedAt: folded.at,
    shared: Uint8Array.from(words, (word, index) =>
      index === 0 ? 0 : sharedUnits(words[index - 1] ?? '', word),
    ),
    firstSpelling: Uint32Array.from([...first, spellings.length]),
    spelled: spelled.all,
    spelledAt: spelled.at,
    stemHash: Uint32Array.from(sorted, (pair) => Math.floor(pair / 2 ** 21)),
    stemWord: Uint32Array.from(sorted, (pair) => pair % 2 ** 21),
  };
}
