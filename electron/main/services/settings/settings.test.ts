import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSettings, languageOf, type SettingsService } from './settings.ts';

const log = { info: vi.fn(), error: vi.fn() };
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'));
  file = join(folder, 'settings.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const make = (locale = 'cs-CZ'): SettingsService => createSettings({ file, locale, log });

describe('languageOf', () => {
  it.each([
    ['cs-CZ', 'cs'],
    ['pl', 'pl'],
    ['ru_RU', 'ru'],
    ['EN-GB', 'en'],
    ['de-DE', 'en'],
    ['csb', 'en'],
    ['', 'en'],
  ])('%s → %s', (locale, language) => expect(languageOf(locale)).toBe(language));
});

describe('settings', () => {
  it('starts with defaults in the language of the machine', () => {
    expect(make().read()).toEqual({
      language: 'cs',
      theme: 'system',
      density: 'compact',
      lockAfterMinutes: 10,
      stayInTray: true,
      languageChosen: false,
      backupFolders: [],
      backupAdviceFrom: 0,
    });
  });

  it('stores changes and tells who listens', async () => {
    const settings = make();
    const heard = vi.fn();
    const stop = settings.onChange(heard);
    await settings.write({ language: 'ru', theme: undefined });
    expect(heard).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ language: 'ru', theme: 'system' }),
    );
    stop();
    await settings.write({ theme: 'dark' });
    expect(heard).toHaveBeenCalledTimes(1);
    expect(make('en').read()).toMatchObject({ language: 'ru', theme: 'dark' });
  });

  it('loses none of several changes at once', async () => {
    const settings = make();
    await Promise.all([
      settings.write({ language: 'pl' }),
      settings.write({ density: 'comfortable' }),
      settings.write({ lockAfterMinutes: 3 }),
    ]);
    expect(make().read()).toMatchObject({ language: 'pl', density: 'comfortable', lockAfterMinutes: 3 });
  });

  it.each(['', '{"language":"pl"', '[]', 'null', '"pl"'])(
    'keeps a damaged file (%s) and uses defaults',
    async (text) => {
      await writeFile(file, text);
      expect(make().read().language).toBe('cs');
      expect(await readFile(`${file}.damaged`, 'utf8')).toBe(text);
    },
  );

  it('keeps the fields that are right when one is wrong', async () => {
    await writeFile(file, JSON.stringify({ language: 'ru', lockAfterMinutes: 0 }));
    expect(make().read()).toMatchObject({ language: 'ru', lockAfterMinutes: 10 });
    expect(await readdir(folder)).toContain('settings.json.damaged');
  });

  it('changes nothing when it cannot be stored', async () => {
    const settings = createSettings({ file: join(folder, 'file', 'settings.json'), locale: 'cs', log });
    await writeFile(join(folder, 'file'), 'no folder');
    await expect(settings.write({ language: 'ru' })).rejects.toThrow();
    expect(settings.read().language).toBe('cs');
    await rm(join(folder, 'file'));
    expect((await settings.write({ theme: 'dark' })).language).toBe('cs');
  });

  it('is readable by nobody else', async () => {
    await make().write({ theme: 'dark' });
    const { mode } = await stat(file);
    expect(mode & 0o077).toBe(0);
  });
});
