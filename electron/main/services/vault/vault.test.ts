import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { dataPaths } from '#main/lib/paths.ts';
import { createVaultService, type VaultService } from './vault.ts';

const log = { info: vi.fn(), error: vi.fn() };
let folder: string;
let vault: VaultService;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vault-'));
  vault = createVaultService({ paths: dataPaths(folder), log });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = (name: string): string => join(folder, 'vault', name);
const MAIN = 'header.json';
const BACKUP = 'header.backup.json';

const RECIPIENT = 'age1xeyqlwfqtmr79zvn6lvh7rtylcasxvmld87ge4dsw556n5n7hegqwy3dej';
const header = (change: Partial<VaultHeader> = {}): VaultHeader => ({
  format: 1,
  vaultId: '6f1d3c1e-8a43-4a57-9d2e-0b6c5f4e3d2a',
  createdAt: 1_790_000_000_000,
  revision: 0,
  epoch: 0,
  slots: {
    passphrase: {
      kdf: { memoryKiB: 131_072, iterations: 3, parallelism: 1, salt: '00'.repeat(16) },
      wrapped: 'ab'.repeat(72),
      madeAt: 1_790_000_000_000,
    },
    recovery: { wrapped: 'cd'.repeat(72), recipient: RECIPIENT, madeAt: 1_790_000_000_000 },
  },
  formerKeys: [],
  mac: '0f'.repeat(32),
  ...change,
});
const rewrapped = header({
  revision: 1,
  slots: { ...header().slots, recovery: { ...header().slots.recovery, wrapped: 'ef'.repeat(72) } },
});

async function failureOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    return error instanceof MainFailure ? error.failure.code : `raw ${String(error)}`;
  }
}

/** Every file below the data folder with its contents. */
async function snapshot(): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.map(async (path) => [path, await readFile(path, 'utf8')])),
  );
}

describe('vault status', () => {
  it('is none where nothing is, and says so without making anything', async () => {
    expect(await vault.status()).toEqual({ state: 'none' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is ready after it was made, also for the next start', async () => {
    await vault.create(header());
    const expected = { state: 'ready', header: header(), repaired: false };
    expect(await vault.status()).toEqual(expected);
    expect(await createVaultService({ paths: dataPaths(folder), log }).status()).toEqual(expected);
    expect(await vault.requireHeader()).toEqual(header());
  });

  it.each([
    ['cut', (text: string) => text.slice(0, 40)],
    ['empty', () => ''],
    ['altered', (text: string) => text.replace('131072', '1024')],
    ['altered in a digit of a wrapped key', (text: string) => text.replace('cdcd', 'cdce')],
    ['altered in a digit of the salt', (text: string) => text.replace('0000', '0001')],
    ['without its digest', (text: string) => text.replace(/,\s*"sha256": "[0-9a-f]+"/, '')],
    ['zeros', (text: string) => '\0'.repeat(text.length)],
  ])('repairs a header that is %s from its copy and keeps the broken one', async (_name, damage) => {
    await vault.create(header());
    const broken = damage(await readFile(file(MAIN), 'utf8'));
    await writeFile(file(MAIN), broken);
    expect(await vault.status()).toEqual({ state: 'ready', header: header(), repaired: true });
    expect(await readFile(file(`${MAIN}.damaged`), 'utf8')).toBe(broken);
    expect(await vault.status()).toMatchObject({ repaired: false });
  });

  it('repairs a missing header, and renews a missing or broken copy', async () => {
    await vault.create(header());
    await rm(file(MAIN));
    expect(await vault.status()).toMatchObject({ state: 'ready', repaired: true });
    for (const damage of [() => rm(file(BACKUP)), () => writeFile(file(BACKUP), 'x')]) {
      await damage();
      expect(await vault.status()).toMatchObject({ state: 'ready', repaired: false });
      expect(await readFile(file(BACKUP), 'utf8')).toBe(await readFile(file(MAIN), 'utf8'));
    }
  });

  it('is damaged when both copies are, and touches nothing', async () => {
    await vault.create(header());
    await writeFile(file(MAIN), 'x');
    await writeFile(file(BACKUP), '{}');
    const before = await snapshot();
    expect(await vault.status()).toEqual({ state: 'damaged', folder: join(folder, 'vault') });
    expect(await failureOf(vault.create(header()))).toBe('vaultDamaged');
    expect(await failureOf(vault.replaceHeader(header()))).toBe('vaultDamaged');
    expect(await failureOf(vault.requireHeader())).toBe('vaultDamaged');
    expect(await snapshot()).toEqual(before);
  });

  it('is damaged and not none when only the journal is left', async () => {
    await mkdir(join(folder, 'vault', 'journal'), { recursive: true });
    expect(await vault.status()).toEqual({ state: 'none' });
    await writeFile(join(folder, 'vault', 'journal', '00000001.kjl'), 'x');
    expect(await vault.status()).toMatchObject({ state: 'damaged' });
    expect(await failureOf(vault.create(header()))).toBe('vaultDamaged');
  });

  it.each([
    ['both copies', [MAIN, BACKUP]],
    ['the header', [MAIN]],
    ['the copy', [BACKUP]],
  ])('is newer when %s come from a newer app, and touches nothing', async (_name, names) => {
    await vault.create(header());
    for (const name of names) await writeFile(file(name), JSON.stringify({ format: 2, other: 'shape' }));
    const before = await snapshot();
    expect(await vault.status()).toEqual({ state: 'newer', format: 2 });
    expect(await failureOf(vault.create(header()))).toBe('vaultNewer');
    expect(await failureOf(vault.replaceHeader(header()))).toBe('vaultNewer');
    expect(await snapshot()).toEqual(before);
  });
});

describe('writing the header', () => {
  it('never makes a vault over another', async () => {
    await vault.create(header());
    const before = await snapshot();
    expect(await failureOf(vault.create(rewrapped))).toBe('vaultExists');
    expect(await snapshot()).toEqual(before);
  });

  it('makes one of two vaults asked for at once', async () => {
    const outcomes = await Promise.all([
      failureOf(vault.create(header())),
      failureOf(vault.create(rewrapped)),
    ]);
    expect(outcomes).toEqual(['none', 'vaultExists']);
    expect(await vault.requireHeader()).toEqual(header());
  });

  it('replaces both copies', async () => {
    await vault.create(header());
    await vault.replaceHeader(rewrapped);
    expect(JSON.parse(await readFile(file(MAIN), 'utf8'))).toMatchObject(rewrapped);
    expect(await readFile(file(BACKUP), 'utf8')).toBe(await readFile(file(MAIN), 'utf8'));
  });

  it('gives both copies when a crash left the second old, until one of them is put in the place of both', async () => {
    await vault.create(header());
    const old = await readFile(file(BACKUP), 'utf8');
    await vault.replaceHeader(rewrapped);
    await writeFile(file(BACKUP), old);
    expect(await vault.status()).toEqual({
      state: 'ready',
      header: rewrapped,
      other: header(),
      repaired: false,
    });
    expect(await readFile(file(BACKUP), 'utf8')).toBe(old);
    await vault.replaceHeader(rewrapped);
    expect(await vault.status()).toEqual({ state: 'ready', header: rewrapped, repaired: false });
  });

  it('refuses the header of another vault or format', async () => {
    expect(await failureOf(vault.replaceHeader(header()))).toBe('notFound');
    expect(await failureOf(vault.create(header({ format: 2 })))).toBe('refused');
    await vault.create(header());
    const foreign = header({ vaultId: '00000000-0000-4000-8000-000000000000' });
    expect(await failureOf(vault.replaceHeader(foreign))).toBe('refused');
    expect(await failureOf(vault.replaceHeader(header({ format: 2 })))).toBe('refused');
    expect(await vault.requireHeader()).toEqual(header());
  });
});
