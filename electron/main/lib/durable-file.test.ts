import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseJson, readIfThere, setAside, writeDurably } from './durable-file.ts';
import { MainFailure } from './main-failure.ts';
import { asFailure } from './system-error.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'durable-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('writeDurably', () => {
  it('makes folder and file for the owner alone, and leaves nothing beside it', async () => {
    const path = join(folder, 'deep', 'er', 'x.json');
    await writeDurably(path, 'one');
    await writeDurably(path, 'two');
    expect(await readFile(path, 'utf8')).toBe('two');
    expect(await readdir(join(folder, 'deep', 'er'))).toEqual(['x.json']);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it('writes several times at once without mixing them', async () => {
    const path = join(folder, 'x.json');
    const texts = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(1000));
    await Promise.all(texts.map((text) => writeDurably(path, text)));
    expect(texts).toContain(await readFile(path, 'utf8'));
    expect(await readdir(folder)).toEqual(['x.json']);
  });

  it('says what went wrong and keeps what was there', async () => {
    await writeFile(join(folder, 'file'), 'kept');
    await expect(writeDurably(join(folder, 'file', 'x.json'), 'new')).rejects.toBeInstanceOf(MainFailure);
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('kept');
  });
});

describe('reading and setting aside', () => {
  it('tells a missing file from one that cannot be read', async () => {
    expect(await readIfThere(join(folder, 'none'))).toBeNull();
    await expect(readIfThere(folder)).rejects.toThrow();
  });

  it('renames what is there and does not mind what is not', async () => {
    await writeFile(join(folder, 'x'), 'text');
    await setAside(join(folder, 'x'), '.old');
    await setAside(join(folder, 'x'), '.old');
    expect(await readFile(join(folder, 'x.old'), 'utf8')).toBe('text');
  });

  it('takes broken JSON for nothing', () => {
    expect(parseJson('{"a":1}')).toEqual({ a: 1 });
    expect(parseJson('{')).toBeUndefined();
  });
});

describe('asFailure', () => {
  const systemError = (code: string): Error => Object.assign(new Error(code), { code });

  it.each([
    ['ENOSPC', 'diskFull'],
    ['EROFS', 'readOnly'],
    ['EACCES', 'readOnly'],
    ['ENOENT', 'notFound'],
    ['ENAMETOOLONG', 'pathTooLong'],
    ['EBUSY', 'fileBusy'],
  ])('says %s as %s, with file and folder', (code, expected) => {
    expect(asFailure(systemError(code), join('folder', 'x.pdf'))).toMatchObject({
      failure: { code: expected, details: { fileName: 'x.pdf', folder: 'folder' } },
    });
  });

  it('leaves what it does not know, and what is a failure already', () => {
    for (const error of [systemError('EIO'), new Error('x'), new MainFailure('diskFull'), 'text', null]) {
      expect(asFailure(error, 'x')).toBe(error);
    }
  });
});
