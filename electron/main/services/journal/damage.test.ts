import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chainHash, frameSize, genesisHash } from '#shared/formats/journal.ts';
import { onFault } from '#shared/lib/fault.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { type Journal, openJournal, seedJournal } from './journal.ts';
import { nodeJournalFs } from './journal-fs.ts';

const VAULT = '6f1d3c1e-8a43-4a57-9d2e-0b6c5f4e3d2a';
const FOREIGN = '00000000-0000-4000-8000-000000000000';
const FIRST = '00000001.kjl';
const SECOND = '00000002.kjl';
const THIRD = '00000003.kjl';
/** Makes segments of three frames. */
const SMALL = 230;
const ENTRY_BYTES = 20;

let folder: string;
const opened: Journal[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
});
afterEach(async () => {
  onFault(null);
  for (const journal of opened.splice(0)) await journal.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(vaultId = VAULT): Promise<Journal> {
  const journal = await openJournal({ folder, vaultId, segmentBytes: SMALL });
  opened.push(journal);
  return journal;
}

const entry = (value: number): Uint8Array => new Uint8Array(ENTRY_BYTES).fill(value);
const path = (name: string): string => join(folder, name);

/** A closed journal of frames 1 to `count`, three in a file. */
async function written(count: number): Promise<Journal> {
  const journal = await open();
  for (let value = 1; value <= count; value += 1) await journal.append([entry(value)]);
  await journal.close();
  return journal;
}

/** Number and first byte of every frame. */
async function framesOf(journal: Journal): Promise<number[]> {
  const values: number[] = [];
  for (let after = 0, end = false; !end;) {
    const part = await journal.read(after, 100);
    for (const frame of part.frames) {
      expect(frame.entry[0]).toBe(frame.seq);
      values.push(frame.seq);
    }
    after = values.at(-1) ?? 0;
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

async function change(name: string, work: (bytes: Buffer) => Buffer | void): Promise<Buffer> {
  const bytes = await readFile(path(name));
  const changed = work(bytes) ?? bytes;
  await writeFile(path(name), changed);
  return changed;
}
/** The files of the journal as they are now. */
async function filesNow(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const name of (await readdir(folder)).toSorted()) files.set(name, await readFile(path(name)));
  return files;
}
const flip = (where: number) => (bytes: Buffer) => {
  const at = where % bytes.length;
  bytes.writeUInt8((bytes[at] ?? 0) ^ 0x10, at);
};

const upTo = (count: number, ...without: number[]): number[] =>
  Array.from({ length: count }, (_, index) => index + 1).filter((seq) => !without.includes(seq));

/** Chain hash of a frame of {@link written}. */
function hashAt(seq: number): Uint8Array {
  let hash = genesisHash();
  for (let value = 1; value <= seq; value += 1) hash = chainHash(hash, value, entry(value));
  return hash;
}

describe('a torn end', () => {
  it('cut at any byte of the last frame is left out, and put beside before the next write', async () => {
    await written(3);
    const file = await readFile(path(FIRST));
    const lastStart = file.length - frameSize(ENTRY_BYTES);
    for (let length = lastStart + 1; length < file.length; length += 1) {
      await rm(folder, { recursive: true, force: true });
      await nodeJournalFs.makeFolder(folder);
      await writeFile(path(FIRST), file.subarray(0, length));
      const journal = await open();
      expect(journal.cutBytes).toBe(length - lastStart);
      expect(journal.head().seq).toBe(2);
      expect(journal.damagedFiles()).toEqual([]);
      expect(await readdir(folder)).toEqual([FIRST]);
      await journal.append([entry(3)]);
      const aside = await readFile(path(`${FIRST}.${String(lastStart)}.torn`));
      expect(aside).toEqual(file.subarray(lastStart, length));
      expect(await framesOf(journal)).toEqual([1, 2, 3]);
      await journal.close();
      expect(await open()).toMatchObject({ cutBytes: 0 });
    }
  });

  it('that is a new segment without a whole header is set aside', async () => {
    await written(2);
    await writeFile(path(SECOND), (await readFile(path(FIRST))).subarray(0, 40));
    const journal = await open();
    expect(journal).toMatchObject({ cutBytes: 40 });
    expect(journal.head().seq).toBe(2);
    await journal.append([entry(3)]);
    expect(await readdir(folder)).toContain(`${SECOND}.0.torn`);
    await journal.close();
    expect(await framesOf(await open())).toEqual([1, 2, 3]);
  });
});

describe('damage', () => {
  it('of any byte costs one frame at most, is told, and touches nothing', async () => {
    await written(7);
    const whole = await filesNow();
    for (const [name, bytes] of whole) {
      for (let at = 0; at < bytes.length; at += 11) {
        const changed = await change(name, flip(at));
        const journal = await open();
        const found = await framesOf(journal);
        const lost = upTo(7).filter((seq) => !found.includes(seq));
        expect([name, at, lost.length <= 1]).toEqual([name, at, true]);
        const last = lost[0] === 7 || (name === THIRD && lost.length === 0);
        if (last) expect([at, journal.cutBytes > 0 || journal.damagedFiles().length > 0]).toEqual([at, true]);
        else expect([at, journal.damagedFiles()]).toEqual([at, [name]]);
        const gaps = lost.filter((seq) => seq < 7).map((seq) => ({ from: seq, to: seq, hash: hashAt(seq) }));
        expect(journal.gaps()).toEqual(gaps);
        expect(await readFile(path(name))).toEqual(changed);
        expect(await readdir(folder)).toEqual([FIRST, SECOND, THIRD]);
        await journal.close();
        await writeFile(path(name), bytes);
      }
    }
  });

  it('in many places of any files leaves all frames that it does not lie in', async () => {
    const count = 20;
    await written(count);
    const whole = await filesNow();
    const names = [...whole.keys()];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ file: fc.nat(names.length - 1), at: fc.nat(SMALL) }), {
          minLength: 1,
          maxLength: 6,
        }),
        async (hits) => {
          // What the run before has written would be damage of another kind.
          for (const name of await readdir(folder)) await rm(path(name));
          for (const [name, bytes] of whole) await writeFile(path(name), bytes);
          for (const { file, at } of hits) await change(names[file] ?? FIRST, flip(at));
          const journal = await open();
          const found = await framesOf(journal);
          // The last write may be taken for one that was never finished.
          const lost = upTo(count - 1).filter((seq) => !found.includes(seq));
          expect(lost.length).toBeLessThanOrEqual(hits.length);
          const told = journal.gaps().flatMap(({ from, to }) => upTo(to).slice(from - 1));
          const { seq } = journal.head();
          expect(upTo(seq).filter((one) => !found.includes(one))).toEqual(told);
          await journal.append([entry(seq + 1)]);
          await journal.close();
          const again = await open();
          expect(await framesOf(again)).toEqual([...found, seq + 1]);
          await again.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('at the end of a file, with no whole frame in the next one, is a gap', async () => {
    await written(7);
    await change(SECOND, (bytes) => bytes.subarray(0, -1));
    await change(THIRD, (bytes) => bytes.subarray(0, -1));
    const journal = await open();
    expect(await framesOf(journal)).toEqual([1, 2, 3, 4, 5]);
    expect(journal.gaps()).toEqual([{ from: 6, to: 6, hash: hashAt(6) }]);
    await journal.append([entry(7)]);
    expect(await framesOf(journal)).toEqual(upTo(7, 6));
  });

  it('that takes a whole file is a gap', async () => {
    await written(9);
    await rm(path(SECOND));
    const journal = await open();
    expect(await framesOf(journal)).toEqual([1, 2, 3, 7, 8, 9]);
    expect(journal.gaps()).toEqual([{ from: 4, to: 6, hash: hashAt(6) }]);
    expect((await journal.read(3, 1)).frames.map(({ seq }) => seq)).toEqual([7]);
  });

  it('that takes the first file is one too: only compaction moves the floor', async () => {
    await written(5);
    await rm(path(FIRST));
    const journal = await open();
    expect(journal.floor().seq).toBe(0);
    expect(journal.gaps()).toEqual([{ from: 1, to: 3, hash: hashAt(3) }]);
    expect(await framesOf(journal)).toEqual([4, 5]);
  });

  it('that left a file of zeros is a gap', async () => {
    await written(9);
    await change(SECOND, (bytes) => bytes.fill(0));
    const journal = await open();
    expect(journal.gaps()).toEqual([{ from: 4, to: 6, hash: hashAt(6) }]);
    expect(journal.damagedFiles()).toEqual([SECOND]);
  });

  it('that swapped two files costs nothing', async () => {
    await written(9);
    const [two, three] = [await readFile(path(SECOND)), await readFile(path(THIRD))];
    await writeFile(path(SECOND), three);
    await writeFile(path(THIRD), two);
    const journal = await open();
    expect(await framesOf(journal)).toEqual(upTo(9));
    expect(journal.gaps()).toEqual([]);
    await journal.append([entry(10)]);
    await journal.close();
    expect(await framesOf(await open())).toEqual(upTo(10));
  });

  it('that put a file in the place of another is a gap', async () => {
    await written(9);
    await writeFile(path(SECOND), await readFile(path(THIRD)));
    const journal = await open();
    expect(await framesOf(journal)).toEqual(upTo(9, 4, 5, 6));
    expect(journal.damagedFiles()).toEqual([THIRD]);
  });

  it('never lets frames of another history follow unnoticed', async () => {
    await written(9);
    const two = await readFile(path(SECOND));
    await rm(folder, { recursive: true });
    const other = await open();
    for (let value = 1; value <= 9; value += 1) await other.append([value === 2 ? entry(99) : entry(value)]);
    await other.close();
    await writeFile(path(SECOND), two);
    const journal = await open();
    expect(journal.gaps().map(({ from, to }) => `${String(from)}–${String(to)}`)).toEqual(['4–4', '7–7']);
    expect(journal.damagedFiles()).toEqual([SECOND, THIRD]);
  });

  it('is not written to: the next frame begins a new file', async () => {
    await written(5);
    await change(SECOND, flip(80));
    const journal = await open();
    await journal.append([entry(6)]);
    expect(await readdir(folder)).toEqual([FIRST, SECOND, THIRD]);
    await journal.close();
    expect(await framesOf(await open())).toEqual(upTo(6, 4));
  });

  it('that came after the journal was opened is noticed', async () => {
    const journal = await open();
    await journal.append([entry(1)]);
    await journal.append([entry(2)]);
    await change(FIRST, flip(130));
    expect(await failureOf(journal.read(0, 1000))).toBe('journalDamaged');
  });

  it('does not let a vault begin in the journal of another', async () => {
    await written(4);
    expect(await failureOf(open(FOREIGN))).toBe('journalDamaged');
  });

  it('leaves out a single file of another vault', async () => {
    await written(9);
    const own = await readFile(path(SECOND));
    const foreign = await openJournal({ folder: path('other'), vaultId: FOREIGN });
    await foreign.append([entry(1)]);
    await foreign.close();
    await writeFile(path(SECOND), await readFile(join(folder, 'other', FIRST)));
    const journal = await open();
    expect(journal.gaps()).toEqual([{ from: 4, to: 6, hash: hashAt(6) }]);
    expect(journal.damagedFiles()).toEqual([SECOND]);
    await writeFile(path(SECOND), own);
  });
});

describe('compaction', () => {
  it('drops the whole files that lie at or before a frame, and no others', async () => {
    await written(10);
    const journal = await open();
    await journal.dropThrough(5);
    expect((await readdir(folder)).filter((name) => name.endsWith('.kjl'))).toHaveLength(3);
    expect(journal.floor()).toEqual({ seq: 3, hash: hashAt(3) });
    expect(await framesOf(journal)).toEqual(upTo(10, 1, 2, 3));
    await journal.append([entry(11)]);
    await journal.close();
    const again = await open();
    expect(again.floor()).toEqual({ seq: 3, hash: hashAt(3) });
    expect(again.gaps()).toEqual([]);
    expect(await framesOf(again)).toEqual(upTo(11, 1, 2, 3));
  });

  it('keeps the file that is written to, and does nothing twice', async () => {
    await written(7);
    const journal = await open();
    await journal.dropThrough(99);
    await journal.dropThrough(99);
    expect(journal.floor().seq).toBe(6);
    expect(await framesOf(journal)).toEqual([7]);
    await journal.append([entry(8)]);
    expect(await framesOf(journal)).toEqual([7, 8]);
  });

  it('ends at whichever step with the same frames above the floor', async () => {
    for (let failAt = 0; ; failAt += 1) {
      await rm(folder, { recursive: true, force: true });
      await written(10);
      const journal = await open();
      let steps = 0;
      onFault(() => {
        if (steps++ === failAt) throw new Error('stopped');
      });
      const failure = await failureOf(journal.dropThrough(7));
      onFault(null);
      await journal.close();
      const again = await open();
      expect([0, 6]).toContain(again.floor().seq);
      expect(again.gaps()).toEqual([]);
      expect((await framesOf(again)).slice(-4)).toEqual([7, 8, 9, 10]);
      await again.dropThrough(7);
      expect((await readdir(folder)).filter((name) => name.endsWith('.kjl'))).toHaveLength(2);
      await again.close();
      if (failure === 'none') break;
    }
  });

  it('sets damaged files aside, and the gap goes with them', async () => {
    await written(10);
    await change(FIRST, flip(80));
    const journal = await open();
    expect(journal.gaps()).toMatchObject([{ from: 1, to: 1 }]);
    await journal.dropThrough(6);
    expect(journal.gaps()).toEqual([]);
    expect(journal.damagedFiles()).toEqual([]);
    expect(await readdir(folder)).toContain(`${FIRST}.damaged`);
    expect(await readdir(folder)).not.toContain(SECOND);
  });

  it('does not hide a gap that reaches beyond the frame', async () => {
    await written(10);
    await rm(path(SECOND));
    const journal = await open();
    await journal.dropThrough(5);
    expect(journal.gaps()).toMatchObject([{ from: 4, to: 6 }]);
    expect(journal.floor().seq).toBe(0);
  });

  it('without its record is taken for a loss', async () => {
    await written(7);
    const journal = await open();
    await journal.dropThrough(6);
    await journal.close();
    await change('floor.json', flip(60));
    const again = await open();
    expect(again.gaps()).toMatchObject([{ from: 1, to: 6 }]);
    expect(await framesOf(again)).toEqual([7]);
  });
});

describe('a seeded journal', () => {
  it('goes on where a backup ended', async () => {
    await seedJournal(folder, VAULT, { seq: 40, hash: hashAt(5) });
    const journal = await open();
    expect(journal.head()).toEqual({ seq: 40, hash: hashAt(5) });
    expect(journal.floor()).toEqual(journal.head());
    await journal.append([entry(41)]);
    await journal.close();
    const again = await open();
    expect(again.gaps()).toEqual([]);
    expect(again.floor().seq).toBe(40);
    expect(await framesOf(again)).toEqual([41]);
  });
});
