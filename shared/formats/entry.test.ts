import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { SealBrokenError } from '#shared/crypto/aead.ts';
import { newFileId, newRecordId } from '#shared/domain/ids.ts';
import { TABLE_NAMES } from '#shared/domain/record.ts';
import { ENTRY_VERSION, openEntry, sealEntry, type Op, type PutOp } from './entry.ts';
import { NewerDataError } from './newer-data.ts';

const key = new Uint8Array(32).fill(9);
const VAULT = '3f2b8c1e-5a0d-4f7e-9b61-0c8d2e4f6a7b';
const rev = fc.stringMatching(/^[0-9a-f]{32}$/);
const place = {
  table: fc.constantFrom(...TABLE_NAMES),
  id: fc.constant(null).map(newRecordId),
  fileId: fc.constant(null).map(newFileId),
  parent: fc.option(rev),
  stamp: fc.stringMatching(/^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{8}$/),
};
const put: fc.Arbitrary<Op> = fc.record(
  {
    ...place,
    op: fc.constant('put' as const),
    rev,
    version: fc.integer({ min: 1, max: 99 }),
    due: fc.integer(),
    sealed: fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => Uint8Array.from(bytes)),
  },
  { requiredKeys: ['table', 'id', 'fileId', 'parent', 'stamp', 'op', 'rev', 'version', 'sealed'] },
);
const remove: fc.Arbitrary<Op> = fc.record({ ...place, op: fc.constant('remove' as const) });
const ops = fc.array(fc.oneof(put, remove), { maxLength: 8 });

const somePut: PutOp = {
  op: 'put',
  table: 'tasks',
  id: newRecordId(),
  fileId: newFileId(),
  rev: 'a'.repeat(32),
  parent: null,
  stamp: '0190-0000-aa',
  version: 1,
  sealed: new Uint8Array(10),
};

describe('journal entry', () => {
  it('opens to the operations it was made of', () => {
    fc.assert(
      fc.property(ops, (some) => {
        expect(openEntry(key, VAULT, sealEntry(key, VAULT, some))).toEqual({ ops: some });
      }),
    );
  });

  it('does not open with any bit changed or any byte cut', () => {
    const entry = sealEntry(key, VAULT, [somePut]);
    for (let bit = 0; bit < entry.length * 8; bit++) {
      const changed = Uint8Array.from(entry);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      // A changed first byte says another version, whose bytes must not be guessed at either.
      expect(() => openEntry(key, VAULT, changed)).toThrow(bit < 8 ? Error : SealBrokenError);
    }
    for (let length = 0; length < entry.length; length++) {
      expect(() => openEntry(key, VAULT, entry.subarray(0, length))).toThrow(SealBrokenError);
    }
  });

  it('does not open in another vault or with another key', () => {
    const entry = sealEntry(key, VAULT, [somePut]);
    expect(() => openEntry(key, 'other', entry)).toThrow(SealBrokenError);
    expect(() => openEntry(new Uint8Array(32), VAULT, entry)).toThrow(SealBrokenError);
  });

  it('of a newer app is refused as such', () => {
    const entry = sealEntry(key, VAULT, [somePut]);
    expect(() => openEntry(key, VAULT, entry.with(0, ENTRY_VERSION + 1))).toThrow(NewerDataError);
  });

  it.each<[string, Partial<PutOp>]>([
    ['id', { id: 'x' as PutOp['id'] }],
    ['file', { fileId: '../x' as PutOp['fileId'] }],
    ['revision', { rev: '' }],
    ['due time', { due: Number.NaN }],
    ['body', { sealed: new Uint8Array(0) }],
  ])('is not written with an impossible %s', (_what, wrong) => {
    expect(() => sealEntry(key, VAULT, [{ ...somePut, ...wrong }])).toThrow(ZodError);
  });
});
