import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFileId } from '#shared/domain/ids.ts';
import { SealBrokenError } from './aead.ts';
import { newFileKey, unwrapFileKey, wrapFileKey } from './file-key.ts';
import { newVaultKey, unwrapVaultKey, wrapVaultKey, type KeySlot } from './vault-key.ts';

const wrapping = new Uint8Array(32).fill(3);
const kdf = { memoryKiB: 131_072, iterations: 3, parallelism: 1 as const, salt: 'ab'.repeat(16) };
const slot: KeySlot = {
  vault: { format: 1, vaultId: '3f2b8c1e-5a0d-4f7e-9b61-0c8d2e4f6a7b' },
  name: 'passphrase',
  kdf,
};

describe('vault key', () => {
  it('comes out of the slot it was put in', () => {
    const key = newVaultKey();
    expect(unwrapVaultKey(wrapping, wrapVaultKey(wrapping, key, slot), slot)).toEqual(key);
  });

  it.each<[string, KeySlot]>([
    ['less memory', { ...slot, kdf: { ...kdf, memoryKiB: 65_536 } }],
    ['fewer passes', { ...slot, kdf: { ...kdf, iterations: 2 } }],
    ['another salt', { ...slot, kdf: { ...kdf, salt: 'ac'.repeat(16) } }],
    ['another vault', { ...slot, vault: { ...slot.vault, vaultId: '3f2b8c1e-5a0d-4f7e-9b61-0c8d2e4f6a7c' } }],
    ['another format', { ...slot, vault: { ...slot.vault, format: 2 } }],
    ['the other slot', { ...slot, name: 'recovery' }],
    ['no parameters', { vault: slot.vault, name: slot.name }],
  ])('does not come out with %s', (_what, altered) => {
    const wrapped = wrapVaultKey(wrapping, newVaultKey(), slot);
    expect(unwrapVaultKey(wrapping, wrapped, altered)).toBeNull();
  });

  it('does not come out with another wrapping key or an altered slot', () => {
    const wrapped = wrapVaultKey(wrapping, newVaultKey(), slot);
    expect(unwrapVaultKey(new Uint8Array(32).fill(4), wrapped, slot)).toBeNull();
    fc.assert(
      fc.property(fc.nat(wrapped.length - 1), fc.integer({ min: 1, max: 15 }), (at, change) => {
        const digit = (parseInt(wrapped.charAt(at), 16) ^ change).toString(16);
        const altered = wrapped.slice(0, at) + digit + wrapped.slice(at + 1);
        expect(unwrapVaultKey(wrapping, altered, slot)).toBeNull();
      }),
    );
  });
});

describe('file key', () => {
  it('opens for its own file and vault only', () => {
    const [fileId, key, { vaultId }] = [newFileId(), newFileKey(), slot.vault];
    const wrapped = wrapFileKey(wrapping, key, vaultId, fileId);
    expect(unwrapFileKey(wrapping, wrapped, vaultId, fileId)).toEqual(key);
    expect(() => unwrapFileKey(wrapping, wrapped, vaultId, newFileId())).toThrow(SealBrokenError);
    expect(() => unwrapFileKey(wrapping, wrapped, `${vaultId}0`, fileId)).toThrow(SealBrokenError);
  });
});
