import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthNumberProblem } from './check-digits.ts';
import type { NumberKind } from './kinds.ts';
import { formatNumber, numberProblem, recognisedNumber } from './numbers.ts';
import { emailProblem, phoneProblem } from './reach.ts';

/** Numbers of well-known organisations as their own pages and the registers publish them, and the examples of the rules. */
const PUBLISHED: readonly (readonly [NumberKind, string])[] = [
  ['ico', '45274649'], // ČEZ, a. s.
  ['ico', '00177041'], // ŠKODA AUTO a.s.
  ['ico', '27082440'], // Alza.cz a.s.
  ['ico', '26168685'], // Seznam.cz, a.s.
  ['dic', 'CZ45274649'],
  ['dic', 'CZ27082440'],
  ['dic', 'CZ7103192745'], // Birth number: the documentation of python-stdnum.
  ['dic', 'CZ991231123'], // Birth number of nine digits: the same.
  ['dic', 'CZ640903926'], // Person without a birth number: the same.
  ['nip', '525-267-47-98'], // Allegro sp. z o.o.
  ['nip', 'PL5250007738'], // PKO Bank Polski SA
  ['regon', '016298263'], // PKO Bank Polski SA
  ['regon', '12345678512347'], // Local unit: the example of the REGON rule.
  ['pesel', '44051401359'], // The example of the PESEL rule.
  ['pesel', '02070803628'], // gov.pl, «Czym jest numer PESEL».
  ['inn', '7707083893'], // Сбербанк
  ['inn', '7736207543'], // Яндекс
  ['inn', '500100732259'], // Person: the example of the rule.
  ['ogrn', '1027700132195'], // Сбербанк
  ['ogrn', '1027700229193'], // Яндекс
  ['ogrnip', '304500116000157'], // The example of the rule.
  ['iban', 'CZ65 0800 0000 1920 0014 5399'], // SWIFT registry, as all that follow.
  ['iban', 'PL61 1090 1014 0000 0712 1981 2874'],
  ['iban', 'DE89 3704 0044 0532 0130 00'],
  ['iban', 'GB29 NWBK 6016 1331 9268 19'],
  ['iban', 'RU03 0445 2522 5408 1781 0538 0913 1041 9'],
];

const CHECKED = PUBLISHED.filter(([, value]) => value !== 'CZ991231123');

describe('check digits', () => {
  it.each(PUBLISHED)('take the published %s %s', (kind, value) => {
    expect(numberProblem(kind, value)).toBeNull();
  });

  it('do not take any published number with one digit changed', () => {
    for (const [kind, value] of CHECKED) {
      for (let at = 0; at < value.length; at++) {
        const digit = value[at] ?? '';
        if (!/\d/.test(digit)) continue;
        for (let step = 1; step < 10; step++) {
          const changed = `${value.slice(0, at)}${String((Number(digit) + step) % 10)}${value.slice(at + 1)}`;
          // Rules by 11 that write a remainder of 10 as 0 let some changes to the last digits through; a birth number says more.
          if (numberProblem(kind, changed) === null) {
            expect(['ico', 'dic', 'regon', 'inn', 'ogrn', 'ogrnip']).toContain(kind);
          }
        }
      }
    }
  });

  it('let no more than one changed digit in ten through', () => {
    for (const kind of ['ico', 'nip', 'regon', 'pesel', 'inn', 'ogrn', 'ogrnip', 'iban'] as const) {
      const samples = PUBLISHED.filter(([one]) => one === kind).flatMap(([, value]) =>
        Array.from(value).flatMap((digit, at) =>
          /\d/.test(digit)
            ? Array.from({ length: 9 }, (_, step) =>
                [value.slice(0, at), String((Number(digit) + step + 1) % 10), value.slice(at + 1)].join(''),
              )
            : [],
        ),
      );
      const through = samples.filter((changed) => numberProblem(kind, changed) === null);
      expect(through.length / samples.length).toBeLessThan(0.1);
    }
  });

  it('name what is wrong', () => {
    expect(numberProblem('ico', '2708244O')).toBe('characters');
    expect(numberProblem('ico', '270824400')).toBe('length');
    expect(numberProblem('ico', '27082441')).toBe('checkDigit');
    expect(numberProblem('dic', 'CZ7113192745')).toBe('date');
    expect(numberProblem('pesel', '44151401359')).toBe('date');
    expect(numberProblem('iban', 'ZZ65 0800')).toBe('country');
    expect(numberProblem('iban', 'CZ65 0800 0000 1920 0014 539')).toBe('length');
    expect(numberProblem('inn', '')).toBeNull();
    expect(numberProblem('other', 'whatever')).toBeNull();
  });

  it('know the birth numbers of women, of full series and of both lengths', () => {
    expect(birthNumberProblem('7153192740')).not.toBe('date');
    expect(birthNumberProblem('0523192740')).not.toBe('date');
    expect(birthNumberProblem('0573192740')).not.toBe('date');
    expect(birthNumberProblem('590312123')).toBe('date');
    expect(birthNumberProblem('530312123')).toBeNull();
    expect(birthNumberProblem('5303121234')).not.toBe('date');
  });

  it('never throw, whatever is typed, and take nothing that is no number', () => {
    const kinds = ['ico', 'dic', 'nip', 'regon', 'pesel', 'inn', 'ogrn', 'ogrnip', 'iban'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'binary', maxLength: 40 }), (kind, text) => {
        const problem = numberProblem(kind, text);
        if (text.trim() !== '' && !/\d/.test(text)) expect(problem).not.toBeNull();
        if (problem !== null) expect(formatNumber(kind, text)).toBe(text);
      }),
    );
  });
});

describe('grouping', () => {
  it('is the usual one of each kind', () => {
    expect(formatNumber('ico', '27082440')).toBe('270 82 440');
    expect(formatNumber('ico', '177041')).toBe('001 77 041');
    expect(formatNumber('dic', 'cz 27082440')).toBe('CZ27082440');
    expect(formatNumber('nip', '5252674798')).toBe('525-267-47-98');
    expect(formatNumber('iban', 'CZ6508000000192000145399')).toBe('CZ65 0800 0000 1920 0014 5399');
  });

  it('changes nothing but what stands between, and is its own fixed point', () => {
    for (const [kind, value] of PUBLISHED) {
      const shown = formatNumber(kind, value);
      expect(numberProblem(kind, shown)).toBeNull();
      expect(formatNumber(kind, shown)).toBe(shown);
    }
  });
});

describe('a line of no kind', () => {
  it('is recognised by its word or by the one rule that takes it', () => {
    expect(recognisedNumber('IČO: 27082440')).toEqual({ kind: 'ico', value: '27082440' });
    expect(recognisedNumber('ИНН 7707083893')).toEqual({ kind: 'inn', value: '7707083893' });
    expect(recognisedNumber('27082440')?.kind).toBe('ico');
    expect(recognisedNumber('CZ27082440')?.kind).toBe('dic');
    expect(recognisedNumber('PL61109010140000071219812874')?.kind).toBe('iban');
  });

  it('is left alone when its check digit is wrong or it could be two things', () => {
    expect(recognisedNumber('IČO: 27082441')).toBeNull();
    expect(recognisedNumber('C 12345 vedená u MS v Praze')).toBeNull();
    expect(recognisedNumber('')).toBeNull();
  });
});

describe('e-mail addresses and phone numbers', () => {
  it.each(['jana@novakova.example', 'a.b+c@sub.firma.cz', 'иван@почта.рф'])('take %s', (address) => {
    expect(emailProblem(address)).toBeNull();
  });
  it.each([
    'jana',
    'jana@',
    '@firma.cz',
    'jana@firma',
    'ja na@firma.cz',
    'a@b@c.cz',
    'jana@firma..cz',
    'a..b@c.cz',
  ])('warn of %s', (address) => {
    expect(emailProblem(address)).toBe('emailShape');
  });
  it.each([
    '+420 601 234 567',
    '601234567',
    '+48 22 123 45 67',
    '+7 (495) 123-45-67',
    '+44 20 7946 0958',
    '222 111 000 kl. 12',
  ])('take %s', (phone) => {
    expect(phoneProblem(phone)).toBeNull();
  });
  it.each([
    ['+420 601 234 56', 'phoneLength'],
    ['123', 'phoneLength'],
    ['+7 495 123 45 678', 'phoneLength'],
    ['call Eva', 'phoneCharacters'],
  ] as const)('warn of %s', (phone, problem) => {
    expect(phoneProblem(phone)).toBe(problem);
  });
});
