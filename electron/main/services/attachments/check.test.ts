import { randomBytes } from 'node:crypto';
import { cp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHUNK_BYTES, sealedLength } from '#shared/formats/attachment-chunks.ts';
import { DEEP_MS, ORPHAN_MS } from './check-chunks.ts';
import { type Bench, LATER, setUp } from './testing.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await setUp();
});
afterEach(() => bench.dispose());

const NONE = { count: 0, bytes: 0 };

describe('check of the chunks', () => {
  it('finds nothing where everything is in order', async () => {
    const contents = [await bench.add(randomBytes(CHUNK_BYTES + 9)), await bench.add(Buffer.alloc(0))];
    expect(await bench.check(contents)).toEqual({
      kind: 'checked',
      deep: true,
      missing: [],
      damaged: [],
      mended: [],
      orphans: NONE,
      removed: NONE,
    });
  });

  it('tells missing from damaged chunks, each attachment once', async () => {
    const gone = await bench.add(randomBytes(2 * CHUNK_BYTES));
    const spoilt = await bench.add(randomBytes(2 * CHUNK_BYTES));
    const whole = await bench.add(randomBytes(CHUNK_BYTES));
    await rm(bench.pathOf(gone.chunks[0] ?? ''));
    await rm(bench.pathOf(gone.chunks[1] ?? ''));
    await writeFile(bench.pathOf(spoilt.chunks[1] ?? ''), Buffer.alloc(sealedLength(CHUNK_BYTES)));
    const { missing, damaged } = await bench.check([gone, spoilt, whole]);
    expect([missing.length, damaged.length]).toEqual([1, 1]);
    expect(missing).not.toEqual(damaged);
  });

  it('brings what is lost back from beside a backup, and only what opens', async () => {
    const bytes = randomBytes(3 * CHUNK_BYTES);
    const content = await bench.add(bytes);
    const [gone = '', spoilt = '', cut = ''] = content.chunks;
    const spoiling = Buffer.alloc(sealedLength(CHUNK_BYTES));
    bench.copies = ['spoilt', 'whole'].map((name) => join(bench.folder, name));
    for (const copy of bench.copies) await cp(join(bench.folder, 'attachments'), copy, { recursive: true });
    await writeFile(join(bench.folder, 'spoilt', gone.slice(0, 2), gone), spoiling);
    const lose = async (): Promise<void> => {
      await rm(bench.pathOf(gone));
      await writeFile(bench.pathOf(spoilt), spoiling);
      await writeFile(bench.pathOf(cut), 'cut');
    };
    await lose();
    expect(await bench.check([content])).toMatchObject({
      missing: [],
      damaged: [],
      mended: [expect.any(String)],
    });
    expect(await bench.check([content])).toMatchObject({ mended: [] });
    await lose();
    expect((await bench.bytesOf(content)).equals(bytes)).toBe(true);
    await lose();
    bench.copies = [];
    expect(await bench.check([content])).toMatchObject({ missing: [expect.any(String)], mended: [] });
  });

  it('looks only at sizes in idle time, and opens every chunk once a week', async () => {
    const content = await bench.add(randomBytes(CHUNK_BYTES));
    expect(await bench.check([content], { occasion: 'idle' })).toMatchObject({ deep: true, damaged: [] });
    await writeFile(bench.pathOf(content.chunks[0] ?? ''), Buffer.alloc(sealedLength(CHUNK_BYTES)));
    bench.now += DEEP_MS - 1;
    expect(await bench.check([content], { occasion: 'idle' })).toMatchObject({ deep: false, damaged: [] });
    bench.now += 1;
    const weekly = await bench.check([content], { occasion: 'idle' });
    expect(weekly).toMatchObject({ deep: true, damaged: [expect.any(String)] });
    await writeFile(bench.pathOf(content.chunks[0] ?? ''), 'cut');
    const quick = await bench.check([content], { occasion: 'idle' });
    expect(quick).toMatchObject({ deep: false, damaged: [expect.any(String)] });
  });

  it('removes what has belonged to nothing for a day, and not a moment earlier', async () => {
    const kept = await bench.add(randomBytes(CHUNK_BYTES));
    const lost = await bench.add(randomBytes(CHUNK_BYTES));
    const orphans = { count: 1, bytes: sealedLength(CHUNK_BYTES) };
    expect(await bench.check([kept])).toMatchObject({ orphans, removed: NONE });
    bench.now += ORPHAN_MS - 1;
    expect(await bench.check([kept])).toMatchObject({ orphans, removed: NONE });
    bench.now += 1;
    expect(await bench.check([kept])).toMatchObject({ orphans: NONE, removed: orphans });
    expect(await bench.stored()).toEqual(kept.chunks);
    expect(await bench.check([lost])).toMatchObject({ missing: [expect.any(String)] });
  });

  it('starts the day anew for what was named in between', async () => {
    const content = await bench.add(randomBytes(10));
    await bench.check([]);
    bench.now += ORPHAN_MS;
    expect(await bench.check([content])).toMatchObject({ orphans: NONE });
    expect(await bench.check([])).toMatchObject({ orphans: { count: 1 }, removed: NONE });
  });

  it('keeps what a version or a backup names, and everything while either is unknown', async () => {
    const content = await bench.add(randomBytes(10));
    await bench.check([]);
    bench.now += ORPHAN_MS;
    expect(await bench.check([], { keep: content.chunks })).toMatchObject({ removed: NONE, orphans: NONE });
    await bench.check([]);
    bench.now += ORPHAN_MS;
    bench.backups = new Set(content.chunks);
    expect(await bench.check([])).toMatchObject({ removed: NONE });
    bench.backups = null;
    expect(await bench.check([])).toMatchObject({ removed: NONE });
    bench.backups = new Set();
    expect(await bench.check([], { keep: null })).toMatchObject({ removed: NONE, orphans: { count: 1 } });
    expect(await bench.check([])).toMatchObject({ removed: { count: 1 } });
  });

  it('keeps an old orphan that an import has found there since', async () => {
    const bytes = randomBytes(10);
    const content = await bench.add(bytes);
    // The clock of the machine and that of the check must agree here.
    bench.now = Date.now() + 1000;
    await bench.check([]);
    const old = new Date(bench.now - 3 * ORPHAN_MS);
    await utimes(bench.pathOf(content.chunks[0] ?? ''), old, old);
    await bench.add(bytes);
    bench.now += ORPHAN_MS - 60_000;
    await writeFile(
      `${bench.folder}/check.json`,
      JSON.stringify({ deepAt: 0, orphans: { [content.chunks[0] ?? '']: 1 } }),
    );
    expect(await bench.check([])).toMatchObject({ removed: NONE, orphans: { count: 1 } });
    expect((await bench.bytesOf(content)).equals(bytes)).toBe(true);
  });

  it('does not let a clock that was set back make orphans old', async () => {
    await bench.add(randomBytes(10));
    await bench.check([]);
    bench.now = LATER - 10 * ORPHAN_MS;
    expect(await bench.check([])).toMatchObject({ removed: NONE });
    bench.now += ORPHAN_MS - 1;
    expect(await bench.check([])).toMatchObject({ removed: NONE });
  });

  it('clears what cut-off writes have left, and touches nothing foreign', async () => {
    const content = await bench.add(randomBytes(10));
    const [name = ''] = content.chunks;
    const rest = `${bench.pathOf(name)}.0123456789ab.tmp`;
    const foreign = `${bench.pathOf(name)}.note`;
    for (const path of [rest, foreign]) await writeFile(path, 'x');
    bench.now = Date.now();
    await bench.check([content]);
    expect(await bench.stored()).toHaveLength(3);
    bench.now += 2 * ORPHAN_MS;
    await bench.check([content]);
    expect(await bench.stored()).toEqual([name, `${name}.note`]);
  });

  it('can be cancelled', async () => {
    const content = await bench.add(randomBytes(CHUNK_BYTES));
    const { jobId } = bench.attachments.check({
      occasion: 'asked',
      files: [{ keys: bench.keys(), attachments: [] }],
      keep: [],
    });
    bench.attachments.cancel(jobId);
    await bench.attachments.outcome(jobId);
    expect(await bench.stored()).toEqual(content.chunks);
  });
});

describe('chunks of an erased client file', () => {
  it('are removed, there or not, and no others', async () => {
    const kept = await bench.add(randomBytes(10));
    const erased = await bench.add(randomBytes(2 * CHUNK_BYTES));
    expect(await bench.attachments.removeChunks([...erased.chunks, 'ab'.repeat(32)])).toBe(2);
    expect(await bench.stored()).toEqual(kept.chunks);
    expect(await bench.attachments.removeChunks(erased.chunks)).toBe(0);
    expect(await readdir(bench.folder)).toContain('attachments');
  });
});
