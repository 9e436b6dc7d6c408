import { describe, expect, it } from 'vitest';
import { familyForms } from './gender.ts';
import { typingErrors } from './distance.ts';
import { skeletons } from './skeleton.ts';
import { RUSSIAN_GIVEN } from './tables/ru.ts';
import { COMMON_SURNAMES } from './tables/surnames.ts';

const LETTERS = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';
/** What each of the letters becomes; е and ё after a vowel or at the beginning have forms of their own. */
const TABLES: Readonly<
  Record<string, { readonly letters: string; readonly ye: string; readonly yo: string }>
> = {
  'ISO 9': { letters: 'a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â', ye: 'e', yo: 'ë' },
  'BGN/PCGN': {
    letters: 'a b v g d e ë zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya',
    ye: 'ye',
    yo: 'yë',
  },
  passport: {
    letters: 'a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia',
    ye: 'e',
    yo: 'e',
  },
  Czech: {
    letters: 'a b v g d e jo ž z i j k l m n o p r s t u f ch c č š šč - y - e ju ja',
    ye: 'je',
    yo: 'jo',
  },
  Polish: {
    letters: 'a b w g d e io ż z i j k ł m n o p r s t u f ch c cz sz szcz - y - e ju ja',
    ye: 'je',
    yo: 'jo',
  },
};

function transcribed(word: string, table: string): string {
  const rules = TABLES[table];
  const to = rules?.letters.split(' ') ?? [];
  return Array.from(word)
    .map((letter, at) => {
      const fresh = at === 0 || /[аеёиоуыэюяьъ]/.test(word.charAt(at - 1));
      if (fresh && letter === 'е') return rules?.ye ?? '';
      if (fresh && letter === 'ё') return rules?.yo ?? '';
      const found = to[LETTERS.indexOf(letter)] ?? '';
      return found === '-' ? '' : found;
    })
    .join('');
}

const words = [RUSSIAN_GIVEN, COMMON_SURNAMES]
  .join(' ')
  .split(/\s+/)
  .filter((word) => /^[а-яё]{3,}$/.test(word) && !/[ъ]/.test(word));

describe('skeletons of Cyrillic names', () => {
  it('are taken of many names', () => expect(words.length).toBeGreaterThan(500));

  it.each(Object.keys(TABLES))('are the same in %s', (table) => {
    const lost = words
      .map((word) => [word, transcribed(word, table)] as const)
      .filter(([word, latin]) => !skeletons(word).some((one) => skeletons(latin).includes(one)));
    expect(lost).toEqual([]);
  });

  it.each([
    ['Щербаков', 'Szczerbakow'],
    ['Хрущев', 'Chruščov'],
    ['Кшиштоф', 'Krzysztof'],
    ['Дворжак', 'Dvořák'],
    ['Валенса', 'Wałęsa'],
    ['Олександр', 'Oleksandr'],
    ['Ґалаґан', 'Galagan'],
  ])('%s is %s', (one, other) => {
    expect(skeletons(one).some((key) => skeletons(other).includes(key))).toBe(true);
  });

  it.each([
    ['Jana', 'Anna'],
    ['Новиков', 'Novak'],
    ['Чехов', 'Жуков'],
  ])('%s is not %s', (one, other) => {
    expect(skeletons(one).some((key) => skeletons(other).includes(key))).toBe(false);
  });

  it('stay few however many letters can be read in several ways', () => {
    expect(skeletons('ch'.repeat(40)).length).toBeLessThanOrEqual(8);
    expect(skeletons('гё'.repeat(40)).length).toBeLessThanOrEqual(8);
    expect(skeletons('—'), 'a word without letters').toEqual([]);
  });
});

describe('forms of a family', () => {
  it.each([
    ['Nováková', 'Novák'],
    ['Havlová', 'Havel'],
    ['Svobodová', 'Svoboda'],
    ['Purkyňová', 'Purkyně'],
    ['Novotná', 'Novotný'],
    ['Kowalska', 'Kowalski'],
    ['Nowakówna', 'Nowak'],
    ['Иванова', 'Иванов'],
    ['Пушкина', 'Пушкин'],
    ['Толстая', 'Толстой'],
    ['Достоевская', 'Достоевский'],
  ])('%s bears the name of %s', (hers, his) => {
    expect(skeletons(hers).flatMap(familyForms)).toContain(skeletons(his)[0]);
  });
});

describe('typing errors', () => {
  it.each([
    ['novak', 'nvoak', 1],
    ['prochazka', 'prochaka', 1],
    ['kuznecov', 'kuznetsov', null],
    ['vinogradov', 'vingradof', 2],
    ['kolar', 'kovar', null],
    ['urban', 'urbanc', null],
    ['jan', 'jna', null],
    ['petrov', 'betrov', null],
  ])('between %s and %s: %s', (one, other, errors) => {
    expect(typingErrors(one, other)).toBe(errors);
    expect(typingErrors(other, one)).toBe(errors);
  });
});
