import { fold } from '#shared/lib/fold.ts';

/** A word of a text: lower case, composed (NFC), and where it stands in the text, in UTF-16 units. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Longer words are cut: nothing that long is looked for. UTF-16 units. */
export const LONGEST_WORD = 200;

const OTHER = 0;
const LETTER = 1;
const MARK = 2;

interface Signs {
  /** By UTF-16 unit: whether it begins a word, can only continue one, or parts words. */
  readonly classes: Uint8Array;
  /** By UTF-16 unit: the small letter. */
  readonly lower: Uint16Array;
}

let known: Signs | null = null;

/** What each of the 65,536 UTF-16 units is. Made once: asking Unicode at each sign would take most of the time of indexing. */
export function signs(): Signs {
  if (known) return known;
  const classes = new Uint8Array(65_536);
  const lower = new Uint16Array(65_536);
  for (let unit = 0; unit < 65_536; unit += 1) {
    const sign = String.fromCharCode(unit);
    lower[unit] = sign.toLowerCase().charCodeAt(0);
    if (/[\p{L}\p{N}]/u.test(sign)) classes[unit] = LETTER;
    else if (/\p{M}/u.test(sign)) classes[unit] = MARK;
    else classes[unit] = OTHER;
  }
  known = { classes, lower };
  return known;
}

/** Where the word ends that begins at a place. */
export function endOfWord(text: string, from: number, classes: Uint8Array): number {
  let to = from + 1;
  while (to < text.length && classes[text.charCodeAt(to)] !== OTHER) to += 1;
  return to;
}

/** Whether a word begins with this UTF-16 unit. */
export const beginsWord = (unit: number, classes: Uint8Array): boolean => classes[unit] === LETTER;

/** The words of a text, in order. The text should be composed (NFC), or the places are those in its composed form. */
export function wordsOf(text: string): readonly Word[] {
  const { classes, lower } = signs();
  const composed = text.normalize('NFC');
  const words: Word[] = [];
  for (let at = 0; at < composed.length; at += 1) {
    if (!beginsWord(composed.charCodeAt(at), classes)) continue;
    const to = endOfWord(composed, at, classes);
    let word = '';
    for (let index = at; index < Math.min(to, at + LONGEST_WORD); index += 1) {
      word += String.fromCharCode(lower[composed.charCodeAt(index)] ?? 0);
    }
    words.push({ text: word, from: at, to });
    at = to;
  }
  return words;
}

const folded = new Map<string, string>();

const PLAIN = /^[a-z0-9]*$/;

/** Folds a word sign by sign, which for words is the same as folding it whole and many times faster. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word;
  let out = '';
  for (let at = 0; at < word.length; at += 1) {
    const sign = word.charAt(at);
    let plain = folded.get(sign);
    if (plain === undefined) {
      plain = fold(sign);
      folded.set(sign, plain);
    }
    out += plain;
  }
  return out;
}
