import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open, seal, SealBrokenError } from './aead.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const bytes = fc.uint8Array({ maxLength: 300 });
const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(/\s/g, ''), 'hex'));

describe('sealed bytes', () => {
  it('open to what was sealed', () => {
    fc.assert(
      fc.property(key, bytes, bytes, (k, plain, aad) => {
        expect(open(k, seal(k, plain, aad), aad)).toEqual(plain);
      }),
    );
  });

  it('are never the same twice', () => {
    fc.assert(
      fc.property(key, bytes, (k, plain) => {
        expect(seal(k, plain, plain)).not.toEqual(seal(k, plain, plain));
      }),
    );
  });

  it('do not open with any bit changed', () => {
    const k = new Uint8Array(32).fill(7);
    const aad = Uint8Array.of(1, 2, 3);
    const sealed = seal(k, new TextEncoder().encode('Nováková Jana'), aad);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Uint8Array.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => open(k, changed, aad)).toThrow(SealBrokenError);
    }
  });

  it('do not open when cut short or made longer', () => {
    const k = new Uint8Array(32).fill(7);
    const sealed = seal(k, new Uint8Array(20), new Uint8Array());
    for (let length = 0; length < sealed.length; length++) {
      expect(() => open(k, sealed.subarray(0, length), new Uint8Array())).toThrow(SealBrokenError);
    }
    expect(() => open(k, Uint8Array.of(...sealed, 0), new Uint8Array())).toThrow(SealBrokenError);
  });

  it('do not open with another key or another place', () => {
    fc.assert(
      fc.property(key, key, bytes, bytes, bytes, (k, k2, plain, aad, aad2) => {
        fc.pre(String(k) !== String(k2) && String(aad) !== String(aad2));
        expect(() => open(k2, seal(k, plain, aad), aad)).toThrow(SealBrokenError);
        expect(() => open(k, seal(k, plain, aad), aad2)).toThrow(SealBrokenError);
      }),
    );
  });

  it('give the result of draft-irtf-cfrg-xchacha-03, A.3.1', () => {
    const sealed = hex(`404142434445464748494a4b4c4d4e4f5051525354555657
      bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb
      731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452
      2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9
      21f9664c97637da9768812f615c68b13b52e c0875924c1c7987947deafd8780acf49`);
    const k = hex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f');
    const plain = open(k, sealed, hex('50515253c0c1c2c3c4c5c6c7'));
    expect(new TextDecoder().decode(plain)).toMatch(/^Ladies and Gentlemen of the class of '99/);
  });
});
