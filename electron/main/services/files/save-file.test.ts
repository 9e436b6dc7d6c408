import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MainFailure } from '#main/lib/main-failure.ts';
import { saveFile } from './save-file.ts';

const FOLDER = join('/', 'home', 'Documents');
const bytes = new TextEncoder().encode('{}');

function desk(chosen: string | null, there: readonly string[] = []) {
  const files = new Map(there.map((name) => [join(FOLDER, name), 'old']));
  const offered: string[] = [];
  const deps = {
    chooseFile: async (name: string) => {
      offered.push(name);
      return chosen === null ? null : join(FOLDER, chosen);
    },
    exists: async (path: string) => files.has(path),
    write: async (path: string, written: Uint8Array) => {
      files.set(path, new TextDecoder().decode(written));
    },
  };
  return { deps, files, offered };
}

it('offers a safe name, writes where the user says, and answers where that is', async () => {
  const { deps, files, offered } = desk('mine.JSON');
  expect(await saveFile(deps, '../a:b', '.json', bytes)).toEqual({
    state: 'saved',
    fileName: 'mine.JSON',
    folder: FOLDER,
  });
  expect(offered).toEqual(['-a-b.json']);
  expect([...files]).toEqual([[join(FOLDER, 'mine.JSON'), '{}']]);
});

it('writes nothing when the user changes their mind', async () => {
  const { deps, files } = desk(null);
  expect(await saveFile(deps, 'a', '.json', bytes)).toEqual({ state: 'cancelled' });
  expect(files.size).toBe(0);
});

it('never writes over a file that the dialog did not ask about, nor under another ending', async () => {
  const { deps, files } = desk('run.exe', ['run.exe.json', 'run.exe (2).json']);
  expect(await saveFile(deps, 'a', '.json', bytes)).toMatchObject({ fileName: 'run.exe (3).json' });
  expect([...files.values()]).toEqual(['old', 'old', '{}']);
});

it('tells a failure of the bytes after the dialog was answered, and writes nothing', async () => {
  const { deps, files } = desk('a.json');
  const failing = Promise.reject(new MainFailure('printFailed'));
  await expect(saveFile(deps, 'a', '.json', failing)).rejects.toThrow(MainFailure);
  expect(files.size).toBe(0);
});
