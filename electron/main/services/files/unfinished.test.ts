import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onFault } from '#shared/lib/fault.ts';
import { createUnfinished, type Unfinished } from './unfinished.ts';

let folder: string;
let list: string;
let target: string;
let unfinished: Unfinished;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unfinished-'));
  list = join(folder, 'data', 'unfinished.json');
  await mkdir(join(folder, 'data'));
  await mkdir(join(folder, 'Dokumenty'));
  target = join(folder, 'Dokumenty', 'Dohoda č. 1.pdf');
  unfinished = createUnfinished(list);
});
afterEach(async () => {
  onFault(null);
  await rm(folder, { recursive: true, force: true });
});

const besideTarget = (): Promise<string[]> => readdir(join(folder, 'Dokumenty'));

it('writes the file and leaves no list', async () => {
  await unfinished.write(target, Buffer.from('pdf'));
  expect(await readFile(target, 'utf8')).toBe('pdf');
  expect(await readdir(join(folder, 'data'))).toEqual([]);
});

it('takes away at the next start what a killed app left, and nothing else', async () => {
  // The second of the two writes, the one after the list's, stands still as if the process were gone.
  let written = 0;
  onFault((point) => {
    if (point === 'file.written') written += 1;
    return written === 2 ? new Promise<void>(() => undefined) : undefined;
  });
  void unfinished.write(target, Buffer.from('half'));
  await vi.waitFor(() => expect(written).toBe(2));
  onFault(null);
  await writeFile(join(folder, 'Dokumenty', '.other.pdf.0123456789ab.tmp'), 'somebody else');
  expect(await besideTarget()).toHaveLength(2);
  await createUnfinished(list).clear();
  expect(await besideTarget()).toEqual(['.other.pdf.0123456789ab.tmp']);
  expect(await readdir(join(folder, 'data'))).toEqual([]);
});

it('does not mind a list that is damaged or folders that are gone', async () => {
  await writeFile(list, '["/no/such/folder/x.pdf"');
  await unfinished.clear();
  await writeFile(list, '["/no/such/folder/x.pdf"]');
  await unfinished.clear();
  expect(await readdir(join(folder, 'data'))).toEqual([]);
});
