import { describe, expect, it } from 'vitest';
import type { JournalFs } from '#main/services/journal/journal-fs.ts';
import { openJournal } from '#main/services/journal/journal.ts';
import { ForgetfulFs } from './forgetful-fs.ts';
import { needlesOf, formsAnywhereIn } from './needles.ts';
import { randomFrom } from './random.ts';
import { deflateSync, gzipSync } from 'node:zlib';

const VAULT = '6f1d3c1e-8a43-4a57-9d2e-0b6c5f4e3d2a';
const FOLDER = '/vault/journal';

/** How many of so many cuts cost an acknowledged entry. */
async function lossesIn(cuts: number, wrap: (fs: ForgetfulFs) => JournalFs): Promise<number> {
  let losses = 0;
  for (let seed = 0; seed < cuts; seed += 1) {
    const random = randomFrom(seed);
    const fs = new ForgetfulFs();
    const journal = await openJournal({ folder: FOLDER, vaultId: VAULT, fs: wrap(fs) });
    for (let entry = 0; entry < 5; entry += 1) await journal.append([random.bytes(700)]);
    const left = await openJournal({ folder: FOLDER, vaultId: VAULT, fs: fs.afterCut(random) });
    if (left.head().seq < 5) losses += 1;
  }
  return losses;
}

/** The same disk, on which files say that they are synced and are not. */
const lying = (fs: ForgetfulFs): JournalFs => ({
  makeFolder: (path) => fs.makeFolder(path),
  list: (path) => fs.list(path),
  readWhole: (path) => fs.readWhole(path),
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.remove(path),
  syncFolder: (path) => fs.syncFolder(path),
  open: async (path, mode) => ({ ...(await fs.open(path, mode)), sync: () => Promise.resolve() }),
});

describe('a disk whose power is cut', () => {
  it('costs the journal nothing, and a journal that does not sync nearly always something', async () => {
    expect(await lossesIn(40, (fs) => fs)).toBe(0);
    expect(await lossesIn(40, lying)).toBeGreaterThan(25);
  });

  it('forgets a file whose name was not synced', async () => {
    const left = new Set<boolean>();
    for (let seed = 0; seed < 20; seed += 1) {
      const fs = new ForgetfulFs();
      await fs.makeFolder('/a');
      const file = await fs.open('/a/b', 'create');
      await file.write(new Uint8Array(9), 0);
      await file.sync();
      left.add((await fs.afterCut(randomFrom(seed)).list('/a')).length > 0);
    }
    expect(left).toEqual(new Set([true, false]));
  });
});

describe('a search for a word', () => {
  const word = 'zlatokopka';
  const needles = needlesOf(word);
  it.each([
    ['UTF-8', Buffer.from(`x${word}y`)],
    ['UTF-16', Buffer.from(`x${word}y`, 'utf16le')],
    ['hexadecimal', Buffer.from(Buffer.from(`x${word}`).toString('hex'))],
    ['base64', Buffer.from(Buffer.from(`${word} and more`).toString('base64'))],
    ['base64, one on', Buffer.from(Buffer.from(`x${word} and more`).toString('base64'))],
    ['base64, two on', Buffer.from(Buffer.from(`xy${word} and more`).toString('base64'))],
    ['gzip', Buffer.concat([Buffer.from('before'), gzipSync(`x${word}y`), Buffer.from('after')])],
    ['deflate', Buffer.concat([Buffer.from('before'), deflateSync(`x${word}y`)])],
    ['gzip within deflate', deflateSync(gzipSync(`x${word}y`))],
  ])('finds it in %s', (_form, bytes) => {
    expect(formsAnywhereIn(bytes, needles)).not.toEqual([]);
  });

  it('finds nothing where there is nothing', () => {
    expect(formsAnywhereIn(Buffer.from('zlatokopk and more'), needles)).toEqual([]);
  });
});
