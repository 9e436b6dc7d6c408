/** Encodings of texts that people come with, by the names that TextDecoder knows. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'iso-8859-2',
  'ibm866',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes that are looked at to tell an encoding. */
const SAMPLE_BYTES = 256 * 1024;
const SINGLE_BYTE = ['windows-1250', 'windows-1251', 'iso-8859-2', 'ibm866'] as const;

/** Letters beyond ASCII that each language writes. */
const LETTERS: readonly ReadonlySet<string>[] = [
  'áčďéěíňóřšťúůýžľĺŕôä',
  'ąćęłńóśźż',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ',
].map((small) => new Set(Array.from(small + small.toUpperCase())));
/** Signs that any text may hold. */
const NEUTRAL = /^[\s\p{P}§°€№±×÷µ©®™]$/u;

/** What a mark at the beginning of a text says of it. */
function byMark(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: of plain Latin text every other byte is zero, of Cyrillic text it is 4. */
function byHalves(sample: Uint8Array): Encoding | null {
  const counts = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0 || byte === 4) counts[index % 2] = (counts[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = counts;
  const half = sample.length / 2;
  if (!sample.includes(0) || half < 2) return null;
  if (odd > half * 0.6 && even < half * 0.2) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.2) return 'utf-16be';
  return null;
}

function isUtf8(sample: Uint8Array, whole: boolean): boolean {
  try {
    // A sample may end within a letter.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

const CYRILLIC = 2;

/** How much a text looks like one of the languages. */
function likeness(text: string): number {
  const scores = LETTERS.map(() => 0);
  let [run, last] = [0, ''];
  for (const sign of text) {
    const plain = sign < '\u0080';
    const letter = /\p{L}/u.test(sign);
    if (!plain) {
      LETTERS.forEach((letters, index) => {
        const foreign = letter ? -1 : -3;
        const worth = NEUTRAL.test(sign) ? -0.1 : letters.has(sign) ? 1 : foreign;
        scores[index] = (scores[index] ?? 0) + worth;
      });
    }
    // In Latin script two letters with marks seldom touch; a capital does not follow a small letter; alphabets do not mix.
    run = !plain && letter ? run + 1 : 0;
    const clash = /\p{Ll}/u.test(last) && /\p{Lu}/u.test(sign);
    const mixed = letter && /\p{L}/u.test(last) && plain !== last < '\u0080';
    scores.forEach((score, index) => {
      let fine = clash ? 1 : 0;
      if (index === CYRILLIC && mixed) fine += 2;
      if (index !== CYRILLIC && run > 2) fine += 1;
      scores[index] = score - fine;
    });
    last = sign;
  }
  return Math.max(...scores);
}

/** The sample without its longest stretches of plain text: they tell nothing, and cost time. */
function telling(text: string): string {
  return (text.match(/[\p{L}]{0,12}[^\p{ASCII}][^\n;,\t]{0,12}/gu) ?? []).slice(0, 2000).join('\n');
}

/**
 * The encoding of a text, by its mark, its structure, or the letters it comes to.
 * @returns `sure`: false when another encoding would have read much the same, so that a look at the text is worth while.
 */
export function detectEncoding(bytes: Uint8Array): { readonly encoding: Encoding; readonly sure: boolean } {
  const marked = byMark(bytes);
  if (marked) return { encoding: marked, sure: true };
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const halves = byHalves(sample);
  if (halves) return { encoding: halves, sure: true };
  if (isUtf8(sample, sample.length === bytes.length)) return { encoding: 'utf-8', sure: true };
  const rated = SINGLE_BYTE.map((encoding) => ({
    encoding,
    score: likeness(telling(new TextDecoder(encoding).decode(sample))),
  })).toSorted((one, other) => other.score - one.score);
  const [best, next] = rated;
  return {
    encoding: best?.encoding ?? 'windows-1250',
    sure: best !== undefined && best.score > 0 && best.score > (next?.score ?? 0),
  };
}

/** The text in bytes, without a mark at its beginning. What is no letter in that encoding becomes U+FFFD. */
export const decodeText = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(bytes).normalize('NFC');
