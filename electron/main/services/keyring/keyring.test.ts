import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newFileId } from '#shared/domain/ids.ts';
import { keyringOf, keyringText, type KeyringFile } from '#shared/formats/keyring-file.ts';
import type { KeyringEntry } from '#shared/ipc/contract.ts';
import { onFault, type FaultPoint } from '#shared/lib/fault.ts';
import { toHex } from '#shared/lib/bytes.ts';
import { createKeyring, type KeyringOwner, type KeyringService } from './keyring.ts';

const VAULT = '6f1d3c1e-8a43-4a57-9d2e-0b6c5f4e3d2a';
const OTHER = '00000000-0000-4000-8000-000000000000';
const OWNER = { vaultId: VAULT, epoch: 0 };
const FOREIGN = { vaultId: OTHER, epoch: 0 };
const MAC = 'ab'.repeat(32);
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
const keysOf = async (keyring: KeyringService, owner: KeyringOwner): Promise<KeyringEntry[]> =>
  (await keyring.load(owner)).entries;
const newest = (): string => join(folder, 'keyring.json');
const copy = (): string => join(folder, 'keyring.backup.json');

describe('keyring', () => {
  it('is empty where there is none', async () => {
    expect(await keysOf(make(), OWNER)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('gives back every key, also to the next start', async () => {
    const keyring = make();
    const [one, two, three] = [entry(1), entry(2), entry(3)];
    await keyring.put(OWNER, [one]);
    await Promise.all([keyring.put(OWNER, [two]), keyring.put(OWNER, [three])]);
    expect(await keysOf(keyring, OWNER)).toEqual([one, two, three]);
    expect(await keysOf(make(), OWNER)).toEqual([one, two, three]);
  });

  it('replaces the key of the same client file', async () => {
    const one = entry(1);
    const again = { ...one, wrapped: new Uint8Array(72).fill(9) };
    await make().put(OWNER, [one]);
    await make().put(OWNER, [again]);
    expect(await keysOf(make(), OWNER)).toEqual([again]);
  });

  it.each(['', '{', '[]', '{"format":1,"vaultId":"x","entries":[]}'])(
    'takes the copy when the keyring is damaged (%s)',
    async (damage) => {
      const [one, two] = [entry(1), entry(2)];
      await make().put(OWNER, [one]);
      await make().put(OWNER, [two]);
      await writeFile(newest(), damage);
      expect(await keysOf(make(), OWNER)).toEqual([one, two]);
      expect(await readFile(`${newest()}.damaged`, 'utf8')).toBe(damage);
      expect(log.info).toHaveBeenCalledWith('Keyring restored from its copy', { cause: 'damaged' });
    },
  );

  it('tells that one of its copies was damaged, until somebody was told', async () => {
    await make().put(OWNER, [entry(1)]);
    expect((await make().load(OWNER)).mended).toBe(false);
    for (const path of [newest(), copy()]) {
      await writeFile(path, 'x');
      const keyring = make();
      expect((await keyring.load(OWNER)).mended).toBe(true);
      expect((await keyring.load(OWNER)).mended).toBe(true);
      keyring.noteTold();
      expect((await keyring.load(OWNER)).mended).toBe(false);
    }
  });

  it('takes the copy when the keyring is missing', async () => {
    const [one, two] = [entry(1), entry(2)];
    await make().put(OWNER, [one]);
    await make().put(OWNER, [two]);
    await rm(newest());
    expect(await keysOf(make(), OWNER)).toEqual([one, two]);
  });

  it('notices one altered digit in a key, and mends it', async () => {
    const one = entry(0xab);
    for (const path of [newest(), copy()]) {
      await make().put(OWNER, [one]);
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace('abab', 'abaa'));
      expect(await keysOf(make(), OWNER)).toEqual([one]);
      expect(await readFile(newest(), 'utf8')).toBe(text);
      expect(await readFile(copy(), 'utf8')).toBe(text);
    }
  });

  it('reads a keyring that was written before there was a checksum', async () => {
    const one = entry(1);
    await make().put(OWNER, [one]);
    const stored = JSON.parse(await readFile(newest(), 'utf8')) as Record<string, unknown>;
    delete stored['checksum'];
    await writeFile(newest(), JSON.stringify({ ...stored, format: 1 }));
    await rm(copy());
    expect(await keysOf(make(), OWNER)).toEqual([one]);
  });

  it('never takes damaged keys for no keys', async () => {
    await make().put(OWNER, [entry(1)]);
    await writeFile(newest(), 'x');
    await rm(copy());
    await expect(make().load(OWNER)).rejects.toMatchObject({ failure: { code: 'vaultDamaged' } });
    await expect(make().put(OWNER, [entry(2)])).rejects.toMatchObject({ failure: { code: 'vaultDamaged' } });
    expect(await readFile(newest(), 'utf8')).toBe('x');
    await writeFile(copy(), 'y');
    await expect(make().load(OWNER)).rejects.toMatchObject({ failure: { code: 'vaultDamaged' } });
  });

  it('refuses the keyring of a newer app and leaves it', async () => {
    await make().put(OWNER, [entry(1)]);
    await writeFile(newest(), '{"format":4}');
    await expect(make().load(OWNER)).rejects.toMatchObject({ failure: { code: 'vaultNewer' } });
    expect(await readFile(newest(), 'utf8')).toBe('{"format":4}');
  });

  it('keeps the keys of another vault aside', async () => {
    const [one, two] = [entry(1), entry(2)];
    await make().put(FOREIGN, [one]);
    expect(await keysOf(make(), OWNER)).toEqual([]);
    await make().put(OWNER, [two]);
    expect(await keysOf(make(), OWNER)).toEqual([two]);
    const kept = JSON.parse(await readFile(`${newest()}.${OTHER}`, 'utf8')) as { entries: unknown[] };
    expect(kept.entries).toHaveLength(1);
  });
});

const everyFile = async (): Promise<string> => {
  const texts = await Promise.all(
    (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')),
  );
  return texts.join('\n');
};
const NEXT = { vaultId: VAULT, epoch: 1 };
const rewrapped = (entries: readonly KeyringEntry[], value: number): KeyringEntry[] =>
  entries.map(({ fileId }) => ({ fileId, wrapped: new Uint8Array(72).fill(value) }));

describe('a destroyed key', () => {
  it('is in no file of the folder any more, and the others are where they were', async () => {
    const [one, two, three] = [entry(0x11), entry(0x22), entry(0x33)];
    await make().put(OWNER, [one, two]);
    await make().put(OWNER, [three]);
    await writeFile(`${newest()}.damaged`, (await readFile(newest(), 'utf8')).slice(0, -9));
    await writeFile(`${newest()}.${OTHER}`, await readFile(newest(), 'utf8'));
    const keyring = make();
    const { fingerprint, places } = await keyring.erase(OWNER, { fileId: one.fileId, mac: MAC });
    expect(fingerprint).toBe(createHash('sha256').update(one.wrapped).digest('hex'));
    expect(places).toEqual([]);
    expect(await everyFile()).not.toContain('11'.repeat(72));
    expect(await readFile(`${newest()}.damaged`, 'utf8')).toContain('22'.repeat(72));
    for (const reader of [keyring, make()]) {
      expect(await reader.load(OWNER)).toMatchObject({
        entries: [two, three],
        erased: [{ fileId: one.fileId, mac: MAC }],
      });
    }
    await writeFile(newest(), 'x');
    expect(await make().load(OWNER)).toMatchObject({
      entries: [two, three],
      erased: [{ fileId: one.fileId, mac: MAC }],
    });
  });

  it('never comes back, and is destroyed again only to finish', async () => {
    const one = entry(0x11);
    const keyring = make();
    await keyring.put(OWNER, [one]);
    const first = await keyring.erase(OWNER, { fileId: one.fileId, mac: MAC });
    expect(await keyring.erase(OWNER, { fileId: one.fileId, mac: MAC })).toEqual(first);
    await expect(keyring.put(OWNER, [one])).rejects.toMatchObject({ failure: { code: 'refused' } });
    await expect(keyring.erase(OWNER, { fileId: newFileId(), mac: MAC })).rejects.toMatchObject({
      failure: { code: 'notFound' },
    });
  });

  it('goes in one step with those of the files that went into it', async () => {
    const [one, two, three] = [entry(0x11), entry(0x22), entry(0x33)];
    const keyring = make();
    await keyring.put(OWNER, [one, two, three]);
    const also = [two.fileId, newFileId()].map((fileId) => ({ fileId, mac: MAC }));
    const first = await keyring.erase(OWNER, { fileId: one.fileId, mac: MAC }, also);
    expect(first.more).toEqual([createHash('sha256').update(two.wrapped).digest('hex')]);
    expect(await everyFile()).not.toMatch(/(11|22){72}/);
    expect(await make().load(OWNER)).toMatchObject({
      entries: [three],
      erased: [one, two].map(({ fileId }) => ({ fileId, mac: MAC })),
    });
    expect(await keyring.erase(OWNER, { fileId: one.fileId, mac: MAC }, also)).toEqual(first);
    expect((await keyring.load(OWNER)).erased).toHaveLength(2);
  });

  it('is gone from the copies in other places, and those that are out of reach are named', async () => {
    const one = entry(0x11);
    const keyring = make();
    await keyring.put(OWNER, [one]);
    const mirror = vi.fn(async () => [{ place: '/usb', reached: false }]);
    keyring.onChange(mirror);
    expect((await keyring.erase(OWNER, { fileId: one.fileId, mac: MAC })).places).toEqual([
      { place: '/usb', reached: false },
    ]);
    expect(mirror).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ entries: [], vaultId: VAULT }),
      'erased',
    );
  });

  it.each<FaultPoint>(['keyring.erased.newest', 'keyring.erased.copy', 'keyring.erased.strays'])(
    'is destroyed when the disk fails at %s, and the rest of it goes at the next opening',
    async (point) => {
      const [one, two] = [entry(0x11), entry(0x22)];
      await make().put(OWNER, [one]);
      await make().put(OWNER, [two]);
      await writeFile(`${newest()}.damaged`, await readFile(newest(), 'utf8'));
      onFault((at) => {
        if (at === point) throw new Error('The disk fails');
      });
      const { places } = await make().erase(OWNER, { fileId: one.fileId, mac: MAC });
      onFault(null);
      expect(places).toEqual([{ place: folder, reached: false }]);
      expect(await make().load(OWNER)).toMatchObject({
        entries: [two],
        erased: [{ fileId: one.fileId, mac: MAC }],
      });
      expect(await everyFile()).not.toContain('11'.repeat(72));
    },
  );
});

describe('what a keyring says of erasures', () => {
  /** Somebody writes into both copies that a client file was erased; the checksum is right. */
  const forge = async (...claims: KeyringFile['erased']): Promise<void> => {
    for (const name of ['keyring.json', 'keyring.backup.json']) {
      const path = join(folder, name);
      const file = keyringOf(JSON.parse(await readFile(path, 'utf8')));
      if (file) await writeFile(path, keyringText({ ...file, erased: [...file.erased, ...claims] }));
    }
  };
  const claim = ({ fileId }: KeyringEntry): KeyringFile['erased'][number] => ({
    fileId,
    at: 0,
    fingerprint: '0'.repeat(64),
  });

  it('is dropped when the vault did not erase the file, and its key stays', async () => {
    const [one, two] = [entry(1), entry(2)];
    await make().put(OWNER, [one, two]);
    await forge(claim(one));
    const keyring = make();
    expect(await keyring.load(OWNER)).toMatchObject({
      entries: [one, two],
      erased: [{ fileId: one.fileId, mac: null }],
    });
    await keyring.confirm(OWNER, []);
    for (const reader of [keyring, make()]) {
      expect(await reader.load(OWNER)).toMatchObject({ entries: [one, two], erased: [] });
    }
  });

  it('destroys the key that an older copy has brought back', async () => {
    const [one, two] = [entry(0x11), entry(0x22)];
    await make().put(OWNER, [one, two]);
    await forge({ ...claim(one), mac: MAC });
    const keyring = make();
    await keyring.load(OWNER);
    await keyring.confirm(OWNER, [one.fileId]);
    expect((await keyring.load(OWNER)).entries).toEqual([two]);
    expect(await everyFile()).not.toContain('11'.repeat(72));
  });

  it('and lacks does not reach the copies in other places', async () => {
    const [one, two, three] = [entry(1), entry(2), entry(3)];
    const hexed = ({ fileId, wrapped }: KeyringEntry) => ({ fileId, wrapped: toHex(wrapped) });
    const keyring = make();
    await keyring.put(OWNER, [one, two, three]);
    await keyring.erase(OWNER, { fileId: three.fileId, mac: MAC });
    const there: KeyringFile = { ...OWNER, entries: [one, two, three].map(hexed), erased: [] };
    const here: KeyringFile = { ...OWNER, entries: [hexed(one)], erased: [claim(two)] };
    expect(keyring.forPlace(here, there)).toEqual({ ...OWNER, entries: [one, two].map(hexed), erased: [] });
    expect(keyring.forPlace(here, { ...there, vaultId: OTHER })).toMatchObject({ entries: [hexed(one)] });
    expect(keyring.forPlace(here, { ...there, epoch: 7 })).toMatchObject({ entries: [hexed(one)] });
  });
});

describe('a keyring of the next epoch', () => {
  it('counts from the moment the header says so, also when a crash came between, and nothing is left of the old', async () => {
    const keys = [entry(0x11), entry(0x22)];
    await make().put(OWNER, [keys[0] ?? entry(0)]);
    const keyring = make();
    await keyring.put(OWNER, keys);
    await keyring.stage(NEXT, rewrapped(keys, 0x99));
    expect(await keyring.isStaged(NEXT)).toBe(true);
    expect((await make().load(NEXT)).entries).toEqual(rewrapped(keys, 0x99));
    expect(await everyFile()).not.toMatch(/(11){20}|(22){20}/);
    expect(await readdir(folder)).not.toContain('keyring.next.json');
    await expect(make().load(OWNER)).rejects.toMatchObject({ failure: { code: 'headerAltered' } });
  });

  it('is dropped when the header stayed as it was', async () => {
    const keys = [entry(0x11)];
    await make().put(OWNER, keys);
    await make().stage(NEXT, rewrapped(keys, 0x99));
    expect(await keysOf(make(), OWNER)).toEqual(keys);
    expect(await readdir(folder)).not.toContain('keyring.next.json');
  });

  it('is dropped when a key was added after it was made', async () => {
    const keys = [entry(0x11)];
    const keyring = make();
    await keyring.put(OWNER, keys);
    await keyring.stage(NEXT, rewrapped(keys, 0x99));
    await keyring.put(OWNER, [entry(0x22)]);
    expect(await keyring.isStaged(NEXT)).toBe(false);
  });

  it('is refused when a key is missing in it or too many', async () => {
    const keys = [entry(0x11), entry(0x22)];
    const keyring = make();
    await keyring.put(OWNER, keys);
    for (const wrong of [keys.slice(1), [...keys, entry(0x33)], []]) {
      await expect(keyring.stage(NEXT, wrong)).rejects.toMatchObject({ failure: { code: 'refused' } });
    }
    expect(await keyring.isStaged(NEXT)).toBe(false);
  });
});
