import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newFileId } from '#shared/domain/ids.ts';
import type { KeyringEntry } from '#shared/ipc/contract.ts';
import { createKeyring, type KeyringService } from './keyring.ts';

const VAULT = '6f1d3c1e-8a43-4a57-9d2e-0b6c5f4e3d2a';
const OTHER = '00000000-0000-4000-8000-000000000000';
const log = { info: vi.fn(), error: vi.fn() };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyring-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const make = (): KeyringService => createKeyring({ folder, log });
const entry = (value: number): KeyringEntry => ({
  fileId: newFileId(),
  wrapped: new Uint8Array(72).fill(value),
});
const newest = (): string => join(folder, 'keyring.json');
const previous = (): string => join(folder, 'keyring.1.json');

describe('keyring', () => {
  it('is empty where there is none', async () => {
    expect(await make().load(VAULT)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('gives back every key, also to the next start', async () => {
    const keyring = make();
    const [one, two, three] = [entry(1), entry(2), entry(3)];
    await keyring.put(VAULT, [one]);
    await Promise.all([keyring.put(VAULT, [two]), keyring.put(VAULT, [three])]);
    expect(await keyring.load(VAULT)).toEqual([one, two, three]);
    expect(await make().load(VAULT)).toEqual([one, two, three]);
  });

  it('replaces the key of the same client file', async () => {
    const one = entry(1);
    const again = { ...one, wrapped: new Uint8Array(72).fill(9) };
    await make().put(VAULT, [one]);
    await make().put(VAULT, [again]);
    expect(await make().load(VAULT)).toEqual([again]);
  });

  it.each(['', '{', '[]', '{"format":1,"vaultId":"x","entries":[]}'])(
    'falls back to the generation before when the newest is damaged (%s)',
    async (damage) => {
      const [one, two] = [entry(1), entry(2)];
      await make().put(VAULT, [one]);
      await make().put(VAULT, [two]);
      await writeFile(newest(), damage);
      expect(await make().load(VAULT)).toEqual([one]);
      expect(await readFile(`${newest()}.damaged`, 'utf8')).toBe(damage);
      expect(log.info).toHaveBeenCalledWith('Keyring restored from the generation before', {
        cause: 'damaged',
      });
      await make().put(VAULT, [two]);
      expect(await make().load(VAULT)).toEqual([one, two]);
    },
  );

  it('falls back when the newest is missing', async () => {
    const one = entry(1);
    await make().put(VAULT, [one]);
    await make().put(VAULT, [entry(2)]);
    await rm(newest());
    expect(await make().load(VAULT)).toEqual([one]);
  });

  it('never takes damaged keys for no keys', async () => {
    await make().put(VAULT, [entry(1)]);
    await writeFile(newest(), 'x');
    await expect(make().load(VAULT)).rejects.toMatchObject({ failure: { code: 'vaultDamaged' } });
    await expect(make().put(VAULT, [entry(2)])).rejects.toMatchObject({ failure: { code: 'vaultDamaged' } });
    expect(await readFile(newest(), 'utf8')).toBe('x');
    await writeFile(previous(), 'y');
    await expect(make().load(VAULT)).rejects.toMatchObject({ failure: { code: 'vaultDamaged' } });
  });

  it('refuses the keyring of a newer app and leaves it', async () => {
    await make().put(VAULT, [entry(1)]);
    await writeFile(newest(), '{"format":2}');
    await expect(make().load(VAULT)).rejects.toMatchObject({ failure: { code: 'vaultNewer' } });
    expect(await readFile(newest(), 'utf8')).toBe('{"format":2}');
  });

  it('keeps the keys of another vault aside', async () => {
    const [one, two] = [entry(1), entry(2)];
    await make().put(OTHER, [one]);
    expect(await make().load(VAULT)).toEqual([]);
    await make().put(VAULT, [two]);
    expect(await make().load(VAULT)).toEqual([two]);
    const kept = JSON.parse(await readFile(`${newest()}.${OTHER}`, 'utf8')) as { entries: unknown[] };
    expect(kept.entries).toHaveLength(1);
  });
});
