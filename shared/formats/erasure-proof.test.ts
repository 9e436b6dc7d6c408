import { describe, expect, it } from 'vitest';
import { newFileId } from '#shared/domain/ids.ts';
import { erasureProof, provenErasures } from './erasure-proof.ts';

const [first, second] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
const VAULT = '4b2c3f5e-0000-4000-8000-000000000001';
const OTHER = '4b2c3f5e-0000-4000-8000-000000000002';
const [anna, boris] = [newFileId(), newFileId()];

describe('the proof of an erasure', () => {
  it('holds for the client file, the vault and its keys, and for nothing else', () => {
    const mac = erasureProof(first, VAULT, anna);
    const proven = (fileId = anna, keys = [first, second], vaultId = VAULT) =>
      provenErasures([{ fileId, mac }], keys, vaultId);
    expect(proven()).toEqual([anna]);
    expect(proven(boris)).toEqual([]);
    expect(proven(anna, [second])).toEqual([]);
    expect(proven(anna, [first], OTHER)).toEqual([]);
  });

  it('is needed', () => {
    expect(provenErasures([{ fileId: anna, mac: null }], [first], VAULT)).toEqual([]);
  });
});
