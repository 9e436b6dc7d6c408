import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dataPaths } from '#main/lib/paths.ts';
import { DATA_VERSION } from './data-version.ts';
import { preflight } from './preflight.ts';

const log = { info: vi.fn(), error: vi.fn() };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preflight-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const look = () => preflight(dataPaths(folder), log);
const version = async (): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, 'version.json'), 'utf8'));

it('lets a new data folder pass and notes whose it is', async () => {
  expect(await look()).toEqual({ state: 'go' });
  expect(await version()).toEqual({ data: DATA_VERSION });
  expect(await look()).toEqual({ state: 'go' });
});

it('refuses what a newer app has used, and touches nothing', async () => {
  await writeFile(join(folder, 'version.json'), JSON.stringify({ data: DATA_VERSION + 1, more: true }));
  await writeFile(join(folder, '.x.json.0123456789ab.tmp'), 'left');
  const before = await readdir(folder);
  expect(await look()).toEqual({ state: 'newer', version: DATA_VERSION + 1 });
  expect(await readdir(folder)).toEqual(before);
});

it('goes on with a note that cannot be read', async () => {
  await writeFile(join(folder, 'version.json'), '{"data":');
  expect(await look()).toEqual({ state: 'go' });
  expect(await version()).toEqual({ data: DATA_VERSION });
});

it('removes files that were never finished, in its own folders only', async () => {
  await mkdir(join(folder, 'vault', 'journal'), { recursive: true });
  await mkdir(join(folder, 'keyring'));
  for (const name of ['.settings.json.0123456789ab.tmp', 'vault/.header.json.0123456789ab.tmp']) {
    await writeFile(join(folder, name), 'half');
  }
  await writeFile(join(folder, 'keyring', 'keyring.json'), 'kept');
  await writeFile(join(folder, 'notes.tmp'), 'kept');
  await look();
  expect((await readdir(folder, { recursive: true })).toSorted()).toEqual([
    'keyring',
    join('keyring', 'keyring.json'),
    'notes.tmp',
    'vault',
    join('vault', 'journal'),
    'version.json',
  ]);
});
