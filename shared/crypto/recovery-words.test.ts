import { wordlist } from '@scure/bip39/wordlists/english.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRecoveryWords, recoveryWrappingKey } from './recovery-words.ts';

const VAULT = '3f2b8c1e-5a0d-4f7e-9b61-0c8d2e4f6a7b';
/** All-zero entropy: a fixed set, so that sheets printed today open for ever. */
const ZEROS = [...Array.from({ length: 14 }, () => 'abandon'), 'address'];

describe('recovery words', () => {
  it('are fifteen words of the list, new each time', () => {
    const words = newRecoveryWords();
    expect(words).toHaveLength(15);
    expect(words.every((word) => wordlist.includes(word))).toBe(true);
    expect(newRecoveryWords()).not.toEqual(words);
  });

  it('give the same key however they were typed', () => {
    const words = newRecoveryWords();
    const key = recoveryWrappingKey(words, VAULT);
    expect(key).toHaveLength(32);
    const typings: ((word: string) => string)[] = [
      (word) => word.toUpperCase(),
      (word) => `  ${word}\t`,
      (word) => word.slice(0, 4),
      (word) => word.slice(0, Math.max(4, word.length - 1)),
    ];
    for (const typing of typings) {
      expect(recoveryWrappingKey(words.map(typing), VAULT)).toEqual(key);
    }
  });

  it('give a key that stays the same over the years', () => {
    expect(Buffer.from(recoveryWrappingKey(ZEROS, VAULT) ?? []).toString('hex')).toMatchInlineSnapshot(
      `"a50c0f02d93053ab1dd5e1e0c73cdf393ed36c3fa66e1a5adceca2d261a6e8c1"`,
    );
  });

  it('give another key for another vault', () => {
    expect(recoveryWrappingKey(ZEROS, VAULT)).not.toEqual(recoveryWrappingKey(ZEROS, `${VAULT}0`));
  });

  it('give no key when one is missing, too many, unknown or wrong', () => {
    expect(recoveryWrappingKey(ZEROS.slice(1), VAULT)).toBeNull();
    expect(recoveryWrappingKey([...ZEROS, 'abandon'], VAULT)).toBeNull();
    expect(recoveryWrappingKey(['xyzzy', ...ZEROS.slice(1)], VAULT)).toBeNull();
    expect(recoveryWrappingKey(['zoo', ...ZEROS.slice(1)], VAULT)).toBeNull();
    expect(recoveryWrappingKey([], VAULT)).toBeNull();
  });

  it('never take a swap of two words for the right ones', () => {
    const words = newRecoveryWords();
    const key = recoveryWrappingKey(words, VAULT);
    fc.assert(
      fc.property(fc.nat(14), fc.nat(14), (one, other) => {
        fc.pre(words[one] !== words[other]);
        const swapped = words.with(one, words[other] ?? '').with(other, words[one] ?? '');
        expect(recoveryWrappingKey(swapped, VAULT)).not.toEqual(key);
      }),
    );
  });
});
