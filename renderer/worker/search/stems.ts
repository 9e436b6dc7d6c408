import { groupBy } from '#renderer/lib/group-by.ts';
import type { Language } from '#shared/domain/values.ts';

/*
 * Light stemmers for words that are folded already (lower case, no diacritics, ё as е). They take off the endings of cases and
 * of possessives, no more: heavier ones join words that have nothing in common. Each is a table of endings by the length
 * of the word; the longest ending that fits is taken off.
 */

interface Endings {
  /** Words have to be at least this long. */
  readonly from: number;
  /** By the last letter. */
  readonly endings: ReadonlyMap<string, readonly string[]>;
}

const list = (from: number, endings: string): Endings => ({
  from,
  endings: groupBy(endings.split(' '), (ending) => ending.slice(-1)),
});

function withoutEnding(word: string, tables: readonly Endings[]): string {
  for (const { from, endings } of tables) {
    if (word.length < from) continue;
    const found = endings.get(word.charAt(word.length - 1))?.find((ending) => word.endsWith(ending));
    if (found !== undefined) return word.slice(0, -found.length);
  }
  return word;
}

const CZECH_CASES = [
  list(8, 'atech'),
  list(7, 'etem atum'),
  list(6, 'ech ich eho emi emu ete eti iho imi imu ach ata aty ych ama ami ove ovi ymi'),
  list(5, 'em es im um at am os us ym mi ou'),
  list(4, 'a e i o u y'),
];
const CZECH_POSSESSIVES = [list(6, 'ov in uv')];

/**
 * Czech: the light stemmer of L. Dolamic and J. Savoy («Indexing and stemming approaches for the Czech language», 2009), as
 * far as its rules hold without diacritics: case, possessive, then the softened end: nájem, nájmu → najm; ruka, ruce → ruk.
 */
function czechStem(word: string): string {
  const bare = withoutEnding(withoutEnding(word, CZECH_CASES), CZECH_POSSESSIVES);
  const hard = bare.endsWith('ct')
    ? `${bare.slice(0, -2)}ck`
    : bare.endsWith('st')
      ? `${bare.slice(0, -2)}sk`
      : bare.endsWith('c')
        ? `${bare.slice(0, -1)}k`
        : bare.endsWith('z')
          ? `${bare.slice(0, -1)}h`
          : bare;
  // The vowel that comes and goes: nájem, nájmu; otec, otce.
  return hard.length > 2 && hard.at(-2) === 'e' ? hard.slice(0, -2) + hard.slice(-1) : hard;
}

const POLISH_CASES = [
  list(9, 'owaniami owaniach'),
  list(8, 'owaniem owaniom'),
  list(7, 'iejszego ejszego iami iach owie ami ach ego emu ymi imi iemu'),
  list(6, 'ami ach owi owie ego emu ych ich ymi imi iej iem iom iow'),
  list(5, 'ow om em ie ej ym im ia io iu ia ii ei'),
  list(4, 'a e i o u y'),
];

/**
 * Polish: case endings of nouns and adjectives, after the tables of B. Kubiński's rule-based Polish stemmer, in the light
 * manner of Dolamic and Savoy: umowa, umowy, umowie → umow; the softened end and the vowel that comes and goes follow.
 */
function polishStem(word: string): string {
  const bare = withoutEnding(word, POLISH_CASES);
  if (bare.length > 3 && bare.endsWith('rz')) return bare.slice(0, -1);
  if (bare.length > 3 && bare.endsWith('dz')) return bare.slice(0, -1);
  if (bare.length > 3 && bare.endsWith('i')) return bare.slice(0, -1);
  return bare.length > 3 && bare.endsWith('ek') ? `${bare.slice(0, -2)}k` : bare;
}

const RUSSIAN_CASES = [
  list(9, 'иями оиями'),
  list(8, 'ями ому ему ого его ами ием иям иях ыми ими ией'),
  list(7, 'ому ему ого его ами ыми ими иям иях ием ией ями'),
  list(6, 'ам ям ах ях ов ев ой ый ий ая яя ое ее ые ие ую юю ых их ым им ом ем ей ия ию ии ью ье ья'),
  list(5, 'ам ах ов ой ый ий ая ое ые ую ых ым ом ем ей ям ях'),
  list(4, 'а е и о у ы ь ю я й'),
];

/**
 * Russian: the light stemmer of L. Dolamic and J. Savoy («Indexing and searching strategies for the Russian language», 2009):
 * case endings by the length of the word, then the soft sign and doubled «нн»: договор, договора, договоров → договор.
 */
function russianStem(word: string): string {
  const bare = withoutEnding(word, RUSSIAN_CASES);
  if (bare.endsWith('ь') || (bare.length > 4 && bare.endsWith('и'))) return bare.slice(0, -1);
  return bare.endsWith('нн') ? bare.slice(0, -1) : bare;
}

/** English plurals, the first step of D. Harman's «S» stemmer (1991). */
function englishStem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && word.endsWith('s') && !/[su]s$/.test(word)) return word.slice(0, -1);
  return word;
}

const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
const LATIN = /^[a-z]+$/;

/** What forms of a word have in common, and by the rules of which language. */
export interface Stem {
  readonly language: Language;
  readonly text: string;
}

/**
 * The stems of a folded word. Nobody says which language a word is in, so those that share a stem in any of them are forms
 * of one word. Words with digits have none.
 */
export function stemsOf(word: string): readonly Stem[] {
  if (word.length < 3) return [];
  if (LATIN.test(word)) {
    return [
      // Also the end of a word whose vowel comes and goes, and not only a case: nájem, nájmu.
      ...(/..[^aeiouy]em$/.test(word) ? [{ language: 'cs' as const, text: `${word.slice(0, -2)}m` }] : []),
      { language: 'cs', text: czechStem(word) },
      { language: 'pl', text: polishStem(word) },
      { language: 'en', text: englishStem(word) },
    ];
  }
  return CYRILLIC.test(word) ? [{ language: 'ru', text: russianStem(word) }] : [];
}

/** Whether two words are forms of one. */
export const shareStem = (stems: readonly Stem[], others: readonly Stem[]): boolean =>
  stems.some(({ language, text }) =>
    others.some((other) => other.language === language && other.text === text),
  );
