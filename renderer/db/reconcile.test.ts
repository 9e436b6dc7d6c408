import { describe, expect, it } from 'vitest';
import { standing } from './reconcile.ts';

describe('standing', () => {
  const hash = Uint8Array.from({ length: 32 }, (_, index) => index);
  const earlier = [{ seq: 4, hash: hash.with(0, 4) }];
  const digest = { high: 1, low: 2 };
  const head = { vaultId: 'v', seq: 5, hash, count: 3, digest, stamp: '', earlier };
  const there = { seq: 5, hash };

  it.each([
    ['same', { head, count: 3 }, there, hash],
    ['behind', { head, count: 3 }, { seq: 9, hash: new Uint8Array(32) }, hash],
    ['ahead', { head, count: 3 }, { seq: 4, hash: hash.with(0, 4) }, null],
    ['ahead', { head, count: 3 }, { seq: 0, hash: new Uint8Array(32) }, null],
    ['different', { head, count: 3 }, { seq: 4, hash: hash.with(0, 9) }, null],
    ['different', { head, count: 3 }, { seq: 3, hash }, null],
    ['different', { head, count: 3 }, there, new Uint8Array(32)],
    ['different', { head: { ...head, vaultId: 'w' }, count: 3 }, there, hash],
    ['different', { head: { ...head, vaultId: 'w' }, count: 3 }, { seq: 4, hash }, null],
    ['partial', { head, count: 2 }, there, hash],
    ['partial', { head, count: 4 }, there, hash],
    ['partial', { head, count: 3, digest: { high: 1, low: 3 } }, there, hash],
    ['partial', { head, count: 3, digest: { high: 0, low: 2 } }, { seq: 9, hash }, hash],
    ['partial', { head, count: 2 }, { seq: 4, hash }, null],
    ['partial', { head: undefined, count: 2 }, there, null],
    ['empty', { head, count: 0 }, there, hash],
    ['empty', { head: undefined, count: 0 }, there, null],
    ['same', { head: undefined, count: 0 }, { seq: 0, hash: new Uint8Array(32) }, null],
    ['unreadable', { head, count: 3, unreadable: true }, there, hash],
  ])('is %s', (expected, found, journalHead, hashThere) => {
    expect(standing({ unreadable: false, digest, ...found }, 'v', journalHead, hashThere)).toBe(expected);
  });
});
