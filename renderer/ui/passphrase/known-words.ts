import { catalogues } from '#shared/i18n/catalogues.ts';
import { fold } from '#shared/lib/fold.ts';
import { CZECH } from './words/cs.ts';
import { POLISH } from './words/pl.ts';
import { RUSSIAN } from './words/ru.ts';

const LEAST_LETTERS = 3;
/** The keys of a Russian keyboard, and what the same keys type in Latin letters. */
const RUSSIAN_KEYS = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
const LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

/** A Russian word typed while the keyboard is set to Latin letters. */
const onLatinKeys = (word: string): string =>
  Array.from(word, (letter) => LATIN_KEYS[RUSSIAN_KEYS.indexOf(letter)] ?? letter).join('');

function* textsIn(catalogue: object): Iterable<string> {
  for (const value of Object.values(catalogue) as (object | string)[]) {
    if (typeof value === 'string') yield value;
    else yield* textsIn(value);
  }
}

/** The words, and those of all the app says in the language: what is written without diacritics is guessed as soon. */
function ranked(common: string, catalogue: object, more: (word: string) => string): string[] {
  const words = [...wordsIn(common), ...wordsIn([...textsIn(catalogue)].join(' '))];
  const long = words.filter((word) => word.length >= LEAST_LETTERS);
  return [...new Set(long.flatMap((word) => [word, fold(word), more(word)]))];
}

/** What is guessed first of passphrases in the languages of the app that no word list of the library speaks. */
export const knownWords = (): Record<string, string[]> => ({
  cs: ranked(CZECH, catalogues.cs, fold),
  pl: ranked(POLISH, catalogues.pl, fold),
  ru: ranked(RUSSIAN, catalogues.ru, onLatinKeys),
});
