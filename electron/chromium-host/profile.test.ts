import { lstat, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rememberNothing } from './profile.ts';

let profile: string;
const file = () => join(profile, 'Default', 'Preferences');
const preferences = async () => JSON.parse(await readFile(file(), 'utf8')) as Record<string, unknown>;

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'profile-'));
});
afterEach(() => rm(profile, { recursive: true, force: true }));

describe('what Chromium remembers', () => {
  it('is nothing, in a new profile', async () => {
    await rememberNothing(profile);
    expect(await preferences()).toMatchObject({
      autofill: { profile_enabled: false },
      credentials_enable_service: false,
      history: { saving_disabled: true },
    });
  });

  it('is nothing, in one that has been used, and the rest of it stays', async () => {
    await mkdir(join(profile, 'Default'));
    await writeFile(
      file(),
      '{"autofill":{"profile_enabled":true,"other":1},"browser":{"window_placement":{"top":9}}}',
    );
    await rememberNothing(profile);
    expect(await preferences()).toMatchObject({
      autofill: { profile_enabled: false, other: 1 },
      browser: { window_placement: { top: 9 } },
    });
    const once = await readFile(file(), 'utf8');
    await rememberNothing(profile);
    expect(await readFile(file(), 'utf8')).toBe(once);
  });

  it('is no open page with the texts of its fields, also where there were some', async () => {
    const sessions = join(profile, 'Default', 'Sessions');
    await mkdir(sessions, { recursive: true });
    await writeFile(join(sessions, 'Session_1'), 'text of a field');
    for (const start of [1, 2]) {
      await rememberNothing(profile);
      expect([start, (await lstat(sessions)).isFile()]).toEqual([start, true]);
    }
  });

  it.each(['{"autofill":', '[]', '"text"', ''])('is nothing when its file says %j', async (text) => {
    await mkdir(join(profile, 'Default'));
    await writeFile(file(), text);
    await rememberNothing(profile);
    expect(await preferences()).toMatchObject({ autofill: { profile_enabled: false } });
  });
});
