import { generateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWords, RECOVERY_WORDS, splitWords, suggestionFor } from './recovery-words.ts';

const fresh = (): readonly string[] => generateMnemonic(wordlist, 160).split(' ');

test('words are read however they are written down', () => {
  const separators = fc.constantFrom(' ', '\n', ', ', ';\t', '\r\n', ' 7. ', '  ');
  fc.assert(
    fc.property(
      fc.array(separators, { minLength: 15, maxLength: 15 }),
      fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }),
      fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }),
      (between, capital, short) => {
        const words = fresh();
        const text = words
          .map((word, index) => {
            const written = short[index] === true ? word.slice(0, 4) : word;
            return `${between[index] ?? ' '}${capital[index] === true ? written.toUpperCase() : written}`;
          })
          .join('');
        expect(readWords(text)).toEqual({ state: 'words', words });
      },
    ),
  );
});

test('a whole set is read and a changed order is not', () => {
  const words = fresh();
  expect(readWords(words.join(' '))).toEqual({ state: 'words', words });
  let refused = 0;
  for (let i = 0; i < 40; i += 1) {
    const read = readWords(fresh().toReversed().join(' '));
    if (read.state === 'checksum') refused += 1;
  }
  // 5 check bits: one wrong order in 32 passes here, and is refused by the vault's own seal.
  expect(refused).toBeGreaterThan(25);
});

test('a mistyped word is named with its place and what was probably meant', () => {
  const words = [...fresh()];
  words[6] = 'abandn';
  expect(readWords(words.join(' '))).toEqual({
    state: 'unknown',
    position: 7,
    word: 'abandn',
    suggestion: 'abandon',
  });
});

test('no suggestion is made when none is near', () => {
  expect(suggestionFor('xxxxxxxxx')).toBeNull();
  expect(suggestionFor('слово')).toBeNull();
});

test('too few and too many words are counted', () => {
  const words = fresh();
  expect(readWords(words.slice(1).join(' '))).toEqual({ state: 'tooFew', count: RECOVERY_WORDS - 1 });
  expect(readWords([...words, 'zoo'].join(' '))).toEqual({ state: 'tooMany', count: RECOVERY_WORDS + 1 });
  expect(readWords('')).toEqual({ state: 'tooFew', count: 0 });
});

test('numbers and signs are no words', () => {
  expect(splitWords('1. zoo  2) zone; (3) —')).toEqual(['zoo', 'zone']);
});
