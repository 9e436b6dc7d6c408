import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { argon2id } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '#shared/lib/bytes.ts';
import { argonKey } from './argon.ts';

const params = { memoryKiB: 65_536, iterations: 3, parallelism: 1 as const, salt: '5a'.repeat(16) };

describe('Argon2id', () => {
  // RFC 9106, 5.3 has associated data, which hash-wasm does not take: it is checked against an implementation that does.
  it('agrees with an implementation that gives the tag of RFC 9106', () => {
    const rfc = nobleArgon2id(new Uint8Array(32).fill(1), new Uint8Array(16).fill(2), {
      t: 3,
      m: 32,
      p: 4,
      key: new Uint8Array(8).fill(3),
      personalization: new Uint8Array(12).fill(4),
    });
    expect(toHex(rfc)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  it.each([
    ['a', '00'.repeat(16), 1, 8],
    ['password', '736f6d6573616c74', 2, 64],
    ['příliš žluťoučký кůň', 'ff'.repeat(16), 3, 256],
  ])('gives the same as that one for «%s»', async (password, salt, iterations, memorySize) => {
    const options = { password, salt: fromHex(salt), iterations, memorySize, parallelism: 1, hashLength: 32 };
    const ours = await argon2id(options);
    expect(ours).toBe(
      toHex(nobleArgon2id(password, fromHex(salt), { t: iterations, m: memorySize, p: 1, dkLen: 32 })),
    );
  });

  it('gives the reference implementation’s tag at 64 MiB', async () => {
    const tag = await argon2id({
      password: 'password',
      salt: 'somesalt',
      iterations: 2,
      memorySize: 65_536,
      parallelism: 1,
      hashLength: 32,
    });
    expect(tag).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });
});

describe('passphrase key', () => {
  it('does not depend on how a keyboard composes letters', async () => {
    const composed = await argonKey('kůň a přítel', params);
    expect(composed).toHaveLength(32);
    expect(await argonKey('kůň a přítel'.normalize('NFD'), params)).toEqual(composed);
    expect(await argonKey('kun a pritel', params)).not.toEqual(composed);
  });

  it.each([
    ['memory', { ...params, memoryKiB: 65_535 }],
    ['passes', { ...params, iterations: 2 }],
  ])('is refused below the floor of %s', async (_what, weak) => {
    await expect(async () => argonKey('passphrase', weak)).rejects.toThrow(/expected number to be >=/);
  });
});
