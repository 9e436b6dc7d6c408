import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chainHash, frameSize, genesisHash } from '#shared/formats/journal.ts';
import { pureDigests } from '#shared/formats/journal-digests.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { type Journal, openJournal } from './journal.ts';
import { type JournalFs, nodeJournalFs } from './journal-fs.ts';
import { nativeDigests } from './native-digests.ts';

const VAULT = '6f1d3c1e-8a43-4a57-9d2e-0b6c5f4e3d2a';
const FIRST = '00000001.kjl';

let folder: string;
const opened: Journal[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
});
afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(
  options: { fs?: JournalFs; segmentBytes?: number; vaultId?: string } = {},
): Promise<Journal> {
  const journal = await openJournal({ folder, vaultId: VAULT, ...options });
  opened.push(journal);
  return journal;
}

const entry = (value: number, length = 20): Uint8Array => new Uint8Array(length).fill(value);

async function readAllEntries(journal: Journal, maxBytes = 1024): Promise<number[]> {
  const values: number[] = [];
  for (let after = 0, end = false; !end;) {
    const part = await journal.read(after, maxBytes);
    for (const frame of part.frames) {
      expect(frame.seq).toBe(values.length + 1);
      values.push(frame.entry[0] ?? -1);
    }
    after = values.length;
    ({ end } = part);
  }
  return values;
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    return error instanceof MainFailure ? error.failure.code : `raw ${String(error)}`;
  }
}

describe('native digests', () => {
  it('agree with those in plain TypeScript', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (one, other) => {
        expect(nativeDigests.sha256([one, other])).toEqual(pureDigests.sha256([one, other]));
        expect(nativeDigests.crc32(one)).toBe(pureDigests.crc32(one));
      }),
    );
  });
});

describe('append and read', () => {
  it('starts empty', async () => {
    const journal = await open();
    expect(journal.head()).toEqual({ seq: 0, hash: genesisHash() });
    expect(await journal.read(0, 1000)).toEqual({ frames: [], end: true });
  });

  it('gives back what was appended, in order, with its chain', async () => {
    const journal = await open();
    const first = await journal.append([entry(1)]);
    const second = await journal.append([entry(2), entry(3)]);
    expect(first).toEqual({ seq: 1, hash: chainHash(genesisHash(), 1, entry(1)) });
    expect(second.hash).toEqual(chainHash(chainHash(first.hash, 2, entry(2)), 3, entry(3)));
    const { frames, end } = await journal.read(0, 100_000);
    expect(end).toBe(true);
    expect(frames.map((frame) => frame.entry)).toEqual([entry(1), entry(2), entry(3)]);
    expect(frames.at(-1)?.hash).toEqual(second.hash);
  });

  it('is the same after it was opened again', async () => {
    const before = await open();
    for (let value = 1; value <= 5; value += 1) await before.append([entry(value)]);
    await before.close();
    const journal = await open();
    expect(journal.cutBytes).toBe(0);
    expect(journal.head()).toEqual(before.head());
    await journal.append([entry(6)]);
    expect(await readAllEntries(journal)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('answers each of many callers with its own head, in one or few writes', async () => {
    let syncs = 0;
    const journal = await open({ fs: counting(() => (syncs += 1)) });
    const heads = await Promise.all(
      Array.from({ length: 100 }, (_, index) => journal.append([entry(index)])),
    );
    expect(heads.map((head) => head.seq)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(syncs).toBeLessThanOrEqual(4);
    expect(await readAllEntries(journal)).toEqual(Array.from({ length: 100 }, (_, index) => index));
  });

  it('reads about as much as asked, and one frame at least', async () => {
    const journal = await open();
    await journal.append([entry(1, 500), entry(2, 500), entry(3, 500)]);
    const small = await journal.read(0, 1);
    expect(small.frames).toHaveLength(1);
    expect(small.end).toBe(false);
    expect((await journal.read(1, frameSize(500) * 2)).frames.map((frame) => frame.seq)).toEqual([2, 3]);
    expect(await journal.read(3, 1)).toEqual({ frames: [], end: true });
    expect(await journal.read(99, 1)).toEqual({ frames: [], end: true });
  });

  it('goes on in a new segment when one is full', async () => {
    const journal = await open({ segmentBytes: 300 });
    for (let value = 1; value <= 20; value += 1) await journal.append([entry(value)]);
    expect((await readdir(folder)).length).toBeGreaterThan(4);
    expect(await readAllEntries(journal)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    await journal.close();
    const again = await open({ segmentBytes: 300 });
    expect(again.head()).toEqual(journal.head());
    expect(await readAllEntries(again)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('equals a plain list, whatever is appended and however often it is opened anew', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(fc.constant('open' as const), fc.array(fc.nat(255), { minLength: 1, maxLength: 4 })),
          {
            maxLength: 12,
          },
        ),
        async (steps) => {
          await rm(folder, { recursive: true, force: true });
          const model: number[] = [];
          let journal = await open({ segmentBytes: 400 });
          for (const step of steps) {
            if (step === 'open') {
              await journal.close();
              journal = await open({ segmentBytes: 400 });
            } else {
              await journal.append(step.map((value) => entry(value)));
              model.push(...step);
            }
            expect(journal.head().seq).toBe(model.length);
          }
          expect(await readAllEntries(journal)).toEqual(model);
        },
      ),
      { numRuns: 25 },
    );
  });
});

type Step = 'write' | 'sync' | 'truncate' | 'open' | 'syncFolder';

/** Real files; `fault` is asked before each step and may throw. */
function faulty(fault: (step: Step) => void, partial = false): JournalFs {
  return {
    ...nodeJournalFs,
    async open(path, mode) {
      fault('open');
      const file = await nodeJournalFs.open(path, mode);
      return {
        ...file,
        async write(bytes, position) {
          try {
            fault('write');
          } catch (error) {
            if (partial) await file.write(bytes.subarray(0, bytes.length >> 1), position);
            throw error;
          }
          // As little as a system may take at once.
          return file.write(bytes.subarray(0, Math.min(bytes.length, 33)), position);
        },
        async sync() {
          fault('sync');
          await file.sync();
        },
        async truncate(length) {
          fault('truncate');
          await file.truncate(length);
        },
      };
    },
    async syncFolder(path) {
      fault('syncFolder');
      await nodeJournalFs.syncFolder(path);
    },
  };
}

const counting = (count: () => void): JournalFs => faulty((step) => (step === 'sync' ? count() : undefined));

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

describe('a file system that fails', () => {
  it.each([
    ['ENOSPC', 'diskFull'],
    ['EROFS', 'readOnly'],
    ['EACCES', 'journalUnwritable'],
    ['EIO', 'journalUnwritable'],
  ])('says %s as %s and stays where it was', async (code, expected) => {
    let failing = false;
    const fs = faulty((step) => {
      if (failing && step === 'write') throw systemError(code);
    }, true);
    const journal = await open({ fs });
    await journal.append([entry(1)]);
    const size = (await stat(join(folder, FIRST))).size;
    failing = true;
    expect(await failureOf(journal.append([entry(2)]))).toBe(expected);
    expect(journal.head().seq).toBe(1);
    expect((await stat(join(folder, FIRST))).size).toBe(size);
    failing = false;
    await journal.append([entry(3)]);
    expect(await readAllEntries(journal)).toEqual([1, 3]);
  });

  it('ends exactly old or exactly new, whichever step fails', async () => {
    for (let failAt = 0; ; failAt += 1) {
      await rm(folder, { recursive: true, force: true });
      let steps = 0;
      let fired = false;
      let armed = true;
      const fs = faulty(() => {
        if (armed && steps++ === failAt) {
          fired = true;
          throw systemError('ENOSPC');
        }
      }, true);
      const journal = await openJournal({ folder, vaultId: VAULT, fs, segmentBytes: 200 });
      const kept: number[] = [];
      for (let value = 1; value <= 4; value += 1) {
        if ((await failureOf(journal.append([entry(value)]))) === 'none') kept.push(value);
      }
      armed = false;
      expect(await readAllEntries(journal)).toEqual(kept);
      await journal.append([entry(9)]);
      await journal.close();
      const again = await openJournal({ folder, vaultId: VAULT });
      expect(await readAllEntries(again)).toEqual([...kept, 9]);
      expect(again.cutBytes).toBe(0);
      await again.close();
      if (!fired) break;
      expect(kept).toHaveLength(3);
    }
  });

  it('is whole after a crash although the failed write could not be taken back', async () => {
    let failing = false;
    const fs = faulty((step) => {
      if (failing && (step === 'sync' || step === 'truncate')) throw systemError('EIO');
    });
    const journal = await open({ fs });
    await journal.append([entry(1)]);
    failing = true;
    expect(await failureOf(journal.append([entry(2, 4000)]))).toBe('journalUnwritable');
    expect(await failureOf(journal.append([entry(3)]))).toBe('journalUnwritable');
    failing = false;
    await journal.append([entry(4)]);
    expect(await readAllEntries(journal)).toEqual([1, 4]);
    await journal.close();
    expect(await readAllEntries(await open())).toEqual([1, 4]);
  });

  it('fails all who shared the write, and none after them', async () => {
    let failures = 1;
    const fs = faulty((step) => {
      if (step === 'sync' && failures-- > 0) throw systemError('ENOSPC');
    });
    const journal = await open({ fs });
    const outcomes = await Promise.allSettled([1, 2, 3].map((value) => journal.append([entry(value)])));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(await readAllEntries(journal)).toEqual([2, 3]);
  });
});
