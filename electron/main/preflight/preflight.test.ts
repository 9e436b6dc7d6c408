import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dataPaths } from '#main/lib/paths.ts';
import { KEYRING_FORMAT } from '#shared/formats/keyring-file.ts';
import { BACKUP_INDEX_FORMAT } from '#main/services/backup/set-index.ts';
import { DATA_VERSION, noteUser } from './data-version.ts';
import { preflight } from './preflight.ts';

const log = { info: vi.fn(), error: vi.fn() };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preflight-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const USER = { app: '1.0.0', electron: 45 };
const GO = { state: 'go', upgraded: false };
const look = (user = USER) => preflight(dataPaths(folder), log, user);
const version = async (): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, 'version.json'), 'utf8'));

it('lets a new data folder pass and notes whose it is', async () => {
  expect(await look()).toEqual(GO);
  expect(await version()).toEqual({ data: DATA_VERSION, user: USER });
  expect(await look()).toEqual(GO);
});

it('refuses what a newer app has used, and touches nothing', async () => {
  await writeFile(join(folder, 'version.json'), JSON.stringify({ data: DATA_VERSION + 1, more: true }));
  await writeFile(join(folder, '.x.json.0123456789ab.tmp'), 'left');
  const before = await readdir(folder);
  expect(await look()).toEqual({ state: 'newer', version: DATA_VERSION + 1 });
  expect(await readdir(folder)).toEqual(before);
});

it.each([
  [join('keyring', 'keyring.json'), KEYRING_FORMAT],
  [join('keyring', 'keyring.backup.json'), KEYRING_FORMAT],
  [join('vault', 'backups', 'index.json'), BACKUP_INDEX_FORMAT],
])('refuses a newer format of %s, and touches nothing', async (name, newest) => {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify({ format: newest }));
  expect(await look()).toEqual(GO);
  await writeFile(path, JSON.stringify({ format: newest + 1 }));
  await rm(join(folder, 'version.json'));
  expect(await look()).toEqual({ state: 'newer', version: newest + 1 });
  await expect(version()).rejects.toThrow('ENOENT');
});

it.each([
  ['the app', { app: '1.0.1', electron: 45 }],
  ['Electron', { app: '1.0.0', electron: 46 }],
])('tells an upgrade of %s until what was before is in a backup', async (_what, user) => {
  await look();
  expect(await look(user)).toEqual({ state: 'go', upgraded: true });
  expect(await look(user)).toEqual({ state: 'go', upgraded: true });
  await noteUser(dataPaths(folder), user);
  expect(await look(user)).toEqual(GO);
});

it('goes on with a note that cannot be read', async () => {
  await writeFile(join(folder, 'version.json'), '{"data":');
  expect(await look()).toEqual(GO);
  expect(await version()).toEqual({ data: DATA_VERSION, user: USER });
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
