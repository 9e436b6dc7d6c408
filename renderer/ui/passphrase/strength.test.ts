import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENOUGH_CHARACTERS, problemOf, strengthOf, type Strength } from './strength.ts';

const anyStrength = fc.constantFrom<Strength[]>(0, 1, 2, 3, 4);

test('a short passphrase is taken only when it is hard to guess', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: ENOUGH_CHARACTERS - 1, unit: 'grapheme-ascii' }),
      anyStrength,
      (text, strength) => {
        expect(problemOf(text, text, strength)).toBe(strength >= 3 ? null : 'weak');
      },
    ),
  );
});

test('a long passphrase is taken unless it is guessed soon', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: ENOUGH_CHARACTERS, maxLength: 60, unit: 'grapheme-ascii' }),
      anyStrength,
      (text, strength) => {
        expect(problemOf(text, text, strength)).toBe(strength < 2 ? 'obvious' : null);
      },
    ),
  );
});

test('two different passphrases are never taken', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), anyStrength, (first, second, strength) => {
      fc.pre(first !== second);
      expect(problemOf(first, second, strength)).not.toBeNull();
    }),
  );
});

test('letters outside the basic plane count as one', () => {
  expect(problemOf('😀'.repeat(ENOUGH_CHARACTERS - 1), '😀'.repeat(ENOUGH_CHARACTERS - 1), 2)).toBe('weak');
});

test.each(['password1234', 'qwertyuiop12', '111111111111'])('%s is guessed soon', async (text) => {
  expect(await strengthOf(text)).toBeLessThan(2);
});

// A word of one of the languages with a number behind it; also as it comes from a keyboard that is set to Latin letters.
test.each([
  'heslo123',
  'kochamcie1',
  'Kochamcię2',
  'пароль123',
  'ljcnegyjcnm',
  'gfhjkm2026',
  'Zálohy1',
  'Tereza1990',
  'наташа85',
])('%s is not taken', async (text) => {
  const strength = await strengthOf(text);
  expect(strength).toBeLessThan(2);
  expect(problemOf(text, text, strength)).not.toBeNull();
});

test.each([
  'correct horse battery staple',
  'тихая река из бумажных карт',
  'sedm tichých lamp u řeky',
  'dziewięć miedzianych czajników',
])('%s is strong', async (text) => {
  expect(await strengthOf(text)).toBe(4);
});
