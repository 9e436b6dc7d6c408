import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedFields, shortened, wordChanges, type Part } from './compare.ts';

const text = fc
  .array(fc.constantFrom('smlouva', 'нет', 'do', '30.', 'žádná', '\n', ' – '), { maxLength: 60 })
  .map((words) => words.join(' '));
const joined = (parts: readonly Part[], leftOut: Part['state']) =>
  parts
    .filter(({ state }) => state !== leftOut)
    .map((part) => part.text)
    .join('');

describe('a comparison', () => {
  it('gives both texts back, shortened or not', () => {
    fc.assert(
      fc.property(text, text, (older, newer) => {
        const parts = wordChanges(older, newer);
        for (const some of [parts, shortened(parts)]) {
          expect(joined(some, 'added')).toBe(older);
          expect(joined(some, 'removed')).toBe(newer);
        }
      }),
    );
  });

  it('goes by words', () => {
    expect(wordChanges('lhůta je do pátku', 'lhůta je do pondělí')).toEqual([
      { state: 'same', text: 'lhůta je do ' },
      { state: 'removed', text: 'pátku' },
      { state: 'added', text: 'pondělí' },
    ]);
  });

  it('leaves out long stretches without a change, and keeps what stands beside one', () => {
    const long = 'slovo '.repeat(300);
    const parts = shortened(wordChanges(`${long}a ${long}`, `${long}b ${long}`));
    expect(parts.map(({ state }) => state)).toEqual(['gap', 'same', 'removed', 'added', 'same', 'gap']);
    expect(parts.filter(({ state }) => state === 'same').every((part) => part.text.length < 200)).toBe(true);
  });

  it('of a note of 5,000 words does not keep the user waiting', () => {
    const words = Array.from({ length: 5000 }, (_, index) => `w${String((index * 7919) % 4001)}`);
    const other = words.map((word, index) => (index % 3 === 0 ? `x${word}` : word));
    const begun = performance.now();
    expect(wordChanges(words.join(' '), other.join(' ')).length).toBeGreaterThan(1);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  it('names the parts of a record that say something else', () => {
    const older = [
      { name: 'title', text: 'a' },
      { name: 'place', text: 'x' },
    ] as const;
    const newer = [
      { name: 'title', text: 'b' },
      { name: 'place', text: 'x' },
    ] as const;
    expect(changedFields(older, newer)).toEqual([{ name: 'title', older: 'a', newer: 'b' }]);
  });
});
