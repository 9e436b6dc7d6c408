import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SealBrokenError } from '#shared/crypto/aead.ts';
import { newFileId, newRecordId } from '#shared/domain/ids.ts';
import { openRecord, sealRecord, type ClearRecord } from './sealed-record.ts';

const key = new Uint8Array(32).fill(9);
const VAULT = '3f2b8c1e-5a0d-4f7e-9b61-0c8d2e4f6a7b';
const at: ClearRecord = {
  table: 'clients',
  id: newRecordId(),
  fileId: newFileId(),
  rev: '0'.repeat(32),
  parent: null,
  stamp: '0190-0000-aa',
  version: 1,
  due: 5,
};

describe('sealed record', () => {
  it('opens to the body that was sealed', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(openRecord(key, VAULT, at, sealRecord(key, VAULT, at, json))).toEqual(JSON.parse(json));
      }),
    );
  });

  it('tells the size of its body only in steps of 256 bytes', () => {
    fc.assert(
      fc.property(fc.nat(2000), (length) => {
        const sealed = sealRecord(key, VAULT, at, JSON.stringify('x'.repeat(length)));
        expect((sealed.length - 24 - 16) % 256).toBe(0);
        expect(sealed.length - 24 - 16 - length).toBeLessThanOrEqual(256 + 2);
      }),
    );
  });

  it.each<[string, Partial<ClearRecord>]>([
    ['table', { table: 'notes' }],
    ['id', { id: newRecordId() }],
    ['file', { fileId: newFileId() }],
    ['revision', { rev: '1'.repeat(32) }],
    ['parent', { parent: '0'.repeat(32) }],
    ['stamp', { stamp: '0191-0000-aa' }],
    ['version', { version: 2 }],
    ['due time', { due: 6 }],
  ])('does not open under another %s', (_what, change) => {
    const sealed = sealRecord(key, VAULT, at, '{}');
    expect(() => openRecord(key, VAULT, { ...at, ...change }, sealed)).toThrow(SealBrokenError);
  });

  it('does not open without its due time, in another vault, or with another key', () => {
    const sealed = sealRecord(key, VAULT, at, '{}');
    const { due: _due, ...undue } = at;
    expect(() => openRecord(key, VAULT, undue, sealed)).toThrow(SealBrokenError);
    expect(() => openRecord(key, 'other', at, sealed)).toThrow(SealBrokenError);
    expect(() => openRecord(new Uint8Array(32), VAULT, at, sealed)).toThrow(SealBrokenError);
  });

  it('does not open with any bit changed or any byte cut', () => {
    const sealed = sealRecord(key, VAULT, at, '{"name":"Nováková Jana"}');
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Uint8Array.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => openRecord(key, VAULT, at, changed)).toThrow(SealBrokenError);
    }
    for (let length = 0; length < sealed.length; length++) {
      expect(() => openRecord(key, VAULT, at, sealed.subarray(0, length))).toThrow(SealBrokenError);
    }
  });
});
