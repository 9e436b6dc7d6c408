import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutMessage, decode, encode } from './codec.ts';

const cloneable = fc.letrec((again) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.bigInt(),
    fc.constantFrom(null, undefined),
    fc.uint8Array().map((bytes) => Uint8Array.from(bytes)),
    fc.date({ noInvalidDate: true }),
    fc.array(again('value')),
    fc.dictionary(fc.oneof(fc.string(), fc.constant('$')), again('value')),
  ),
})).value;

describe('codec', () => {
  it('brings back whatever could be cloned', () => {
    fc.assert(
      fc.property(cloneable, (value) => {
        expect(decode(encode(value))).toStrictEqual(structuredCloneWithoutPrototypes(value));
      }),
    );
  });
  it('keeps undefined as a value, in objects and alone', () => {
    expect(decode(encode(undefined))).toBeUndefined();
    expect(decode(encode({ a: undefined }))).toStrictEqual({ a: undefined });
  });
  it('carries a view of a larger buffer as its own bytes', () => {
    const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
    expect(decode(encode(view))).toStrictEqual(Uint8Array.of(2, 3));
  });
  it('carries maps, sets, buffers and errors', () => {
    expect(decode(encode(new Map([[1, new Set(['a'])]])))).toEqual(new Map([[1, new Set(['a'])]]));
    expect(new Uint8Array(decode(encode(Uint8Array.of(7).buffer)) as ArrayBuffer)).toEqual(Uint8Array.of(7));
    expect(decode(encode(new RangeError('far')))).toMatchObject({ name: 'RangeError', message: 'far' });
  });
  it('refuses functions, symbols, promises and cycles', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    for (const value of [() => 1, Symbol('s'), Promise.resolve(), cycle, { deep: [() => 1] }]) {
      expect(() => encode(value)).toThrow('could not be cloned');
    }
  });
});

describe('cutMessage', () => {
  it('loses nothing, marks the end, and never cuts a character in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 2, max: 20 }),
        (text, size) => {
          const pieces = cutMessage(text, size);
          expect(pieces.map((piece) => piece.slice(1)).join('')).toBe(text);
          expect(pieces.map((piece) => piece[0])).toEqual([
            ...Array<string>(pieces.length - 1).fill('+'),
            '.',
          ]);
          for (const piece of pieces) expect(piece.isWellFormed()).toBe(text.isWellFormed());
        },
      ),
    );
  });
});

/** What structured cloning gives, with plain objects as literals have them. */
function structuredCloneWithoutPrototypes(value: unknown): unknown {
  const plain = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(plain);
    if (typeof item !== 'object' || item === null || item instanceof Uint8Array || item instanceof Date)
      return item;
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, plain(inner)]));
  };
  return plain(value);
}
