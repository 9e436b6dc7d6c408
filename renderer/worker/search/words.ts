import { fold } from '#shared/lib/fold.ts';

/** A word of a text: lower case, composed (NFC), and where it stands in the text, in UTF-16 units. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Longer words are cut: nothing that long is looked for. UTF-16 units. */
export const LONGEST_WORD = 200;

/** What {@link signs} says of a UTF-16 unit, beside its small letter in the lower 16 bits: it begins a word … */
export const LETTER = 1 << 16;
/** … or can only continue one. What has neither parts words. */
const MARK = 1 << 17;
export const IN_WORD = LETTER | MARK;
/** A text with it may not be composed (NFC). */
export const UNCOMPOSED = 1 << 18;
/** A digit of ASCII. */
export const DIGIT = 1 << 19;
export const SMALL = 0xff_ff;

let known: Uint32Array | null = null;

function signOf(unit: number): number {
  const sign = String.fromCharCode(unit);
  const small = sign.toLowerCase().charCodeAt(0);
  if (/\p{Cs}/u.test(sign)) return UNCOMPOSED;
  if (/\p{M}/u.test(sign)) return MARK | UNCOMPOSED | small;
  const composes = sign.normalize('NFC') !== sign || (unit >= 0x11_00 && unit < 0x12_00);
  return (
    (composes ? UNCOMPOSED : 0) |
    (/[\p{L}\p{N}]/u.test(sign) ? LETTER | small : 0) |
    (/[0-9]/.test(sign) ? DIGIT : 0)
  );
}

/** What each of the 65,536 UTF-16 units is. Made once: asking Unicode at each sign would take most of the time of indexing. */
export function signs(): Uint32Array {
  known ??= Uint32Array.from({ length: 65_536 }, (_, unit) => signOf(unit));
  return known;
}

/** The words of a text, in order. The text should be composed (NFC), or the places are those in its composed form. */
export function wordsOf(text: string): readonly Word[] {
  const table = signs();
  const composed = text.normalize('NFC');
  const words: Word[] = [];
  for (let at = 0; at < composed.length; at += 1) {
    if (((table[composed.charCodeAt(at)] ?? 0) & LETTER) === 0) continue;
    let word = '';
    let to = at;
    for (; to < composed.length; to += 1) {
      const sign = table[composed.charCodeAt(to)] ?? 0;
      if ((sign & IN_WORD) === 0) break;
      if (to - at < LONGEST_WORD) word += String.fromCharCode(sign & SMALL);
    }
    words.push({ text: word, from: at, to });
    at = to;
  }
  return words;
}

const folded = new Map<string, string>();

function foldSign(sign: string): string {
  let plain = folded.get(sign);
  if (plain === undefined) {
    plain = fold(sign);
    folded.set(sign, plain);
  }
  return plain;
}

const PLAIN = /^[a-z0-9]*$/;

/** Folds a word sign by sign, which for words is the same as folding it whole and many times faster. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word;
  let out = '';
  for (let at = 0; at < word.length; at += 1) out += foldSign(word.charAt(at));
  return out;
}

/** Most units that one unit is folded to (ß, ﬃ). */
export const MOST_FOLDED = 4;
/** By unit: what it is folded to when that is one unit; then it is known. */
const foldedUnit = new Uint16Array(65_536);

/** Folds units as {@link foldWord} folds words; answers where the folded ones end in `into`. */
export function foldUnits(
  units: Uint16Array,
  from: number,
  to: number,
  into: Uint16Array,
  at: number,
): number {
  let end = at;
  for (let index = from; index < to; index += 1) {
    const unit = units[index] ?? 0;
    const one = foldedUnit[unit] ?? 0;
    if (one !== 0) {
      into[end] = one;
      end += 1;
      continue;
    }
    const plain = foldSign(String.fromCharCode(unit));
    if (plain.length === 1) foldedUnit[unit] = plain.charCodeAt(0);
    for (let part = 0; part < plain.length && part < MOST_FOLDED; part += 1) {
      into[end] = plain.charCodeAt(part);
      end += 1;
    }
  }
  return end;
}
