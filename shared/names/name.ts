import { fold } from '#shared/lib/fold.ts';
import { familyForms } from './gender.ts';
import { givenGroups, isCommonSurname } from './given-names.ts';
import { isGeneric, isLeftOut, withoutForms } from './left-out.ts';
import { beginnings, isCyrillic, skeletons } from './skeleton.ts';

/** One word of a name, with everything it is compared by. */
export interface NameWord {
  /** As it is written, in small letters, and without diacritics. */
  readonly lower: string;
  readonly folded: string;
  readonly cyrillic: boolean;
  /** Stands for a word that begins so. */
  readonly initial: boolean;
  /** Its spellings in one comparable alphabet, and those of the forms that others of the family bear. */
  readonly keys: readonly string[];
  readonly forms: readonly string[];
  /** The groups of first names it belongs to. */
  readonly groups: readonly number[];
  readonly commonSurname: boolean;
  /** Says too little to be a name by itself: «group», «stavby». */
  readonly generic: boolean;
}

/** A name taken apart. */
export interface Name {
  readonly words: readonly NameWord[];
  /** Whether a form of company, a title or a particle was left aside. */
  readonly shortened: boolean;
}

const known = new Map<string, NameWord>();
/** So many words are kept ready; a practice of 10,000 clients has fewer. */
const MOST_KNOWN = 100_000;

/** A word of a name. */
export function nameWord(written: string, initial = false): NameWord {
  const lower = written.normalize('NFC').toLowerCase();
  const key = `${lower}${initial ? '.' : ''}`;
  const before = known.get(key);
  if (before) return before;
  const keys = initial ? beginnings(lower) : skeletons(lower);
  const forms = initial ? keys : [...new Set(keys.flatMap(familyForms))];
  const folded = fold(lower);
  const word: NameWord = {
    lower,
    folded,
    cyrillic: isCyrillic(lower),
    initial,
    keys,
    forms,
    groups: initial ? [] : givenGroups(keys),
    commonSurname: !initial && isCommonSurname(forms),
    generic: isGeneric(folded),
  };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, word);
  return word;
}

const WORD = /(\p{L}[\p{L}\p{M}’'ʹʺ`]*|\p{N}+)(\.?)/gu;
/** «J.», «Ю.», «Yu.», «Sz.»; a capital by itself may lack its stop, a small letter is «and». */
const isInitial = (written: string, stop: string): boolean =>
  stop === '' ? written.length === 1 && /\p{Lu}/u.test(written) : written.length <= 2;

/** Takes a name apart: what stands beside it is left aside, unless nothing else is there. */
export function parseName(text: string): Name {
  const plain = text.normalize('NFC');
  const bare = fold(plain) === '' ? '' : keepCase(plain);
  const found = [...bare.matchAll(WORD)].map(([, written = '', stop = '']) => ({
    written,
    stop,
    left: isLeftOut(fold(written)),
  }));
  const names = found.filter(({ written, stop, left }, index) => {
    // Between other words «and» is no initial, though everything be in capitals.
    const within = index > 0 && index < found.length - 1;
    if (left || (within && stop === '' && /^[aiyи]$/i.test(written))) return false;
    return written.length > 1 || /\p{N}/u.test(written) || isInitial(written, stop);
  });
  const used = names.length > 0 ? names : found;
  const words = used.map(({ written, stop, left }) =>
    nameWord(
      written.replaceAll(/[’'ʹʺ`]/g, ''),
      !left && !/\p{N}/u.test(written) && isInitial(written, stop),
    ),
  );
  return { words, shortened: used.length < found.length || bare.length < plain.trim().length };
}

/** The text without forms of companies, its capitals kept. Folding may change its length; then forms are sought as written. */
function keepCase(text: string): string {
  const folded = fold(text);
  if (folded.length !== text.length) return withoutForms(text);
  const without = withoutForms(folded);
  if (without === folded.trim()) return text.trim();
  // Each word that is left is taken from where it stands in the text.
  let at = 0;
  const parts = without.split(/\s+/).map((word) => {
    const start = folded.indexOf(word, at);
    if (start < 0) return word;
    at = start + word.length;
    return text.slice(start, at);
  });
  return parts.join(' ');
}
