import { createHash, randomBytes } from 'node:crypto';
import { access, appendFile, chmod, mkdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHUNK_BYTES, sealedLength } from '#shared/formats/attachment-chunks.ts';
import { nodeChunkFiles } from './chunk-files.ts';
import { type Bench, setUp, someKeys } from './testing.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** Bytes that no two calls give twice, at little cost. */
const bytesOf = (length: number, seed = randomBytes(16)): Buffer<ArrayBuffer> => {
  const bytes = Buffer.alloc(length, seed);
  for (let at = 0; at < length; at += 4096) bytes.writeUInt32LE(at, Math.min(at, Math.max(0, length - 4)));
  return bytes;
};
const failing = (code: string, details = expect.anything() as unknown) =>
  expect.objectContaining({ failure: { code, details } }) as Error;

let bench: Bench;
beforeEach(async () => {
  bench = await setUp();
});
afterEach(() => bench.dispose());

describe('chunks', () => {
  it.each([0, 1, 15, 4095, 4096, 4097, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES + 7])(
    'come back byte for byte: %i bytes',
    async (size) => {
      const bytes = size < 4 ? Buffer.alloc(size, 7) : bytesOf(size);
      const content = await bench.add(bytes);
      expect(content).toMatchObject({ size, sha256: sha256(bytes) });
      expect(content.chunks).toHaveLength(Math.ceil(size / CHUNK_BYTES));
      expect((await bench.bytesOf(content)).equals(bytes)).toBe(true);
    },
  );

  it('come back as a whole where they are small, or not at all', async () => {
    const bytes = bytesOf(CHUNK_BYTES + 9);
    const content = await bench.add(bytes);
    const read = () => bench.attachments.read({ keys: bench.keys(), name: 'Lease.pdf', content });
    expect(Buffer.from((await read()).bytes).equals(bytes)).toBe(true);
    await writeFile(bench.pathOf(content.chunks[1] ?? ''), 'x');
    await expect(read()).rejects.toEqual(failing('attachmentDamaged'));
  });

  it('come back from any size and any parts', async () => {
    const size = fc.oneof(
      fc.integer({ min: 0, max: 9000 }),
      fc.integer({ min: CHUNK_BYTES - 5, max: CHUNK_BYTES + 5 }),
      fc.integer({ min: 2 * CHUNK_BYTES - 5, max: 2 * CHUNK_BYTES + 5000 }),
    );
    await fc.assert(
      fc.asyncProperty(
        size,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
        async (length, cuts) => {
          const bytes = randomBytes(length);
          const [job] = await bench.attachments.start({
            keys: bench.keys(),
            from: { way: 'parts', name: 'scan.pdf', size: length },
          });
          const jobId = job?.jobId ?? '';
          const outcome = bench.attachments.outcome(jobId);
          const edges = [0, ...cuts.map((cut) => Math.floor(cut * length)).toSorted((a, b) => a - b), length];
          for (const [index, edge] of edges.entries()) {
            if (index > 0)
              await bench.attachments.part({ jobId, bytes: bytes.subarray(edges[index - 1], edge) });
          }
          const done = await outcome;
          if (done.kind !== 'imported') throw new Error(done.kind);
          expect(done.content).toMatchObject({ size: length, sha256: sha256(bytes) });
          expect((await bench.bytesOf(done.content)).equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are stored once in a client file, however often they come', async () => {
    const bytes = bytesOf(3 * CHUNK_BYTES + 100);
    const first = await bench.add(bytes);
    const stored = await bench.stored();
    expect(stored).toHaveLength(4);
    expect(await bench.add(bytes)).toEqual(first);
    expect(await bench.stored()).toEqual(stored);
    const twice = await bench.add(
      Buffer.concat([bytes.subarray(0, CHUNK_BYTES), bytes.subarray(0, CHUNK_BYTES)]),
    );
    expect(twice.chunks).toEqual([first.chunks[0], first.chunks[0]]);
    expect(await bench.stored()).toEqual(stored);
  });

  it('of two client files have nothing in common', async () => {
    const bytes = bytesOf(CHUNK_BYTES);
    const other = someKeys();
    const [one, two] = [await bench.add(bytes), await bench.add(bytes, other)];
    expect(one.chunks).not.toEqual(two.chunks);
    await expect(bench.bytesOf(one, other)).rejects.toEqual(failing('attachmentDamaged'));
  });

  it('show neither what they hold nor how long it is', async () => {
    const text = Buffer.from('Smlouva o nájmu bytu '.repeat(50));
    const [first = ''] = (await bench.add(text)).chunks;
    const sealed = await readFile(bench.pathOf(first));
    expect(sealed).toHaveLength(sealedLength(text.length));
    expect(sealedLength(text.length)).toBe(sealedLength(1));
    expect(sealed.includes('nájmu')).toBe(false);
    expect(first).not.toBe(sha256(text));
  });
});

describe('damage', () => {
  it('of any kind is noticed, and no file is left', async () => {
    const content = await bench.add(bytesOf(2 * CHUNK_BYTES + 5000));
    const whole = await Promise.all(content.chunks.map((name) => readFile(bench.pathOf(name))));
    const damage = fc.record({
      chunk: fc.nat({ max: 2 }),
      at: fc.double({ min: 0, max: 0.9999, noNaN: true }),
      way: fc.constantFrom('flip', 'cut', 'grow', 'empty', 'swap'),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ chunk, at, way }) => {
        const path = bench.pathOf(content.chunks[chunk] ?? '');
        const bytes = Buffer.from(whole[chunk] ?? []);
        const place = Math.floor(at * bytes.length);
        if (way === 'flip') bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << (place % 8)), place);
        const after = {
          flip: bytes,
          cut: bytes.subarray(0, place),
          grow: Buffer.concat([bytes, Buffer.alloc(1)]),
          empty: Buffer.alloc(0),
          swap: whole[(chunk + 1) % 3] ?? bytes,
        }[way];
        await writeFile(path, after);
        await expect(bench.bytesOf(content)).rejects.toEqual(
          failing('attachmentDamaged', { fileName: 'Contract.pdf' }),
        );
        await expect(access(bench.target ?? '')).rejects.toThrow();
        expect(await bench.check([content])).toMatchObject({ missing: [], damaged: [expect.any(String)] });
        await writeFile(path, whole[chunk] ?? Buffer.alloc(0));
      }),
      { numRuns: 60 },
    );
    expect(await bench.check([content])).toMatchObject({ missing: [], damaged: [] });
  });

  it('by chunks put in another order or taken from another attachment is noticed', async () => {
    const one = await bench.add(bytesOf(2 * CHUNK_BYTES));
    const two = await bench.add(bytesOf(2 * CHUNK_BYTES));
    const [a = '', b = ''] = one.chunks;
    for (const chunks of [
      [b, a],
      [a, two.chunks[1] ?? ''],
      [a, a],
    ])
      await expect(bench.bytesOf({ ...one, chunks })).rejects.toEqual(failing('attachmentDamaged'));
  });

  it('is mended by adding the same file again', async () => {
    const bytes = bytesOf(2 * CHUNK_BYTES);
    const content = await bench.add(bytes);
    await writeFile(bench.pathOf(content.chunks[0] ?? ''), Buffer.alloc(sealedLength(CHUNK_BYTES)));
    await expect(bench.bytesOf(content)).rejects.toEqual(failing('attachmentDamaged'));
    expect(await bench.add(bytes)).toEqual(content);
    expect((await bench.bytesOf(content)).equals(bytes)).toBe(true);
  });

  it('leaves the file that stood at the target as it was', async () => {
    const content = await bench.add(bytesOf(2 * CHUNK_BYTES));
    await writeFile(bench.pathOf(content.chunks[1] ?? ''), 'x');
    bench.target = await bench.file('mine.pdf', Buffer.from('precious'));
    const { jobId } = await bench.attachments.save({ keys: bench.keys(), name: 'a.pdf', content });
    await expect(bench.attachments.outcome(jobId ?? '')).rejects.toEqual(failing('attachmentDamaged'));
    expect(await readFile(bench.target, 'utf8')).toBe('precious');
  });
});

describe('a source', () => {
  it('that is not there, is a folder or may not be read is told', async () => {
    const locked = await bench.file('locked.pdf', bytesOf(10));
    await chmod(locked, 0);
    await mkdir(join(bench.folder, 'folder'));
    const paths = [join(bench.folder, 'none.pdf'), join(bench.folder, 'folder')];
    // Root may read everything.
    if (process.getuid?.() !== 0) paths.push(locked);
    for (const path of paths)
      await expect(bench.addFile(path)).rejects.toEqual(
        failing('sourceUnreadable', { fileName: path.split('/').at(-1) }),
      );
    expect(await bench.stored()).toEqual([]);
  });

  it.each(['grows', 'is written over'])(
    'that %s while it is read is told, and nothing of it stays',
    async (way) => {
      await bench.dispose();
      let path = '';
      const change = async (): Promise<void> =>
        way === 'grows' ? appendFile(path, 'more') : writeFile(path, bytesOf(5 * CHUNK_BYTES));
      const create = async (chunk: string) => {
        await change();
        return nodeChunkFiles.create(chunk);
      };
      bench = await setUp({ files: { ...nodeChunkFiles, create } });
      path = await bench.file('growing.pdf', bytesOf(5 * CHUNK_BYTES));
      await utimes(path, 1, 1);
      await expect(bench.addFile(path)).rejects.toEqual(
        failing('sourceChanged', { fileName: 'growing.pdf' }),
      );
      expect(await bench.stored()).toEqual([]);
    },
  );

  it('that is a link is read through', async () => {
    const path = join(bench.folder, 'link.pdf');
    const bytes = bytesOf(100);
    await symlink(await bench.file('real.pdf', bytes), path);
    expect(await bench.addFile(path)).toMatchObject({ kind: 'imported', content: { size: 100 } });
  });

  it('in parts that says another size than it has is told', async () => {
    const [job] = await bench.attachments.start({
      keys: bench.keys(),
      from: { way: 'parts', name: 'a.pdf', size: 5 },
    });
    const jobId = job?.jobId ?? '';
    const outcome = bench.attachments.outcome(jobId);
    await bench.attachments.part({ jobId, bytes: Uint8Array.of(1, 2, 3, 4, 5, 6) });
    await expect(outcome).rejects.toEqual(failing('sourceChanged'));
    expect(await bench.stored()).toEqual([]);
  });
});

describe('jobs', () => {
  const startParts = async (size: number): Promise<string> => {
    const [job] = await bench.attachments.start({
      keys: bench.keys(),
      from: { way: 'parts', name: 'a.pdf', size },
    });
    return job?.jobId ?? '';
  };

  it('read chosen files one after another and tell how far they are', async () => {
    const bytes = bytesOf(2 * CHUNK_BYTES);
    bench.chosen = [
      await bench.file('one.pdf', bytes),
      join(bench.folder, 'none.pdf'),
      await bench.file('two.pdf', bytes),
    ];
    const started = await bench.attachments.start({ keys: bench.keys(), from: { way: 'dialog' } });
    expect(started.map(({ name, size }) => [name, size])).toEqual([
      ['one.pdf', bytes.length],
      ['none.pdf', 0],
      ['two.pdf', bytes.length],
    ]);
    const outcomes = await Promise.allSettled(started.map(({ jobId }) => bench.attachments.outcome(jobId)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(bench.progress).toContainEqual({
      jobId: started[2]?.jobId,
      done: bytes.length,
      total: bytes.length,
    });
  });

  it('that are cancelled leave nothing, also while they wait for a part or for their turn', async () => {
    const jobId = await startParts(10 * CHUNK_BYTES);
    const outcome = bench.attachments.outcome(jobId);
    await bench.attachments.part({ jobId, bytes: bytesOf(2 * CHUNK_BYTES) });
    bench.attachments.cancel(jobId);
    expect(await outcome).toEqual({ kind: 'cancelled' });
    expect(await bench.stored()).toEqual([]);
    await bench.attachments.part({ jobId, bytes: Uint8Array.of(1) });

    const path = await bench.file('one.pdf', bytesOf(4 * CHUNK_BYTES));
    bench.chosen = [path, path];
    const [first, second] = await bench.attachments.start({ keys: bench.keys(), from: { way: 'dialog' } });
    bench.attachments.cancel(second?.jobId ?? '');
    expect(await bench.attachments.outcome(second?.jobId ?? '')).toEqual({ kind: 'cancelled' });
    expect(await bench.attachments.outcome(first?.jobId ?? '')).toMatchObject({ kind: 'imported' });
  });

  it('that are cancelled keep what another has found there', async () => {
    const bytes = bytesOf(2 * CHUNK_BYTES);
    const jobId = await startParts(10 * CHUNK_BYTES);
    const outcome = bench.attachments.outcome(jobId);
    await bench.attachments.part({ jobId, bytes });
    await expect.poll(async () => (await bench.stored()).length).toBe(2);
    const content = await bench.add(bytes);
    bench.attachments.cancel(jobId);
    await outcome;
    expect((await bench.bytesOf(content)).equals(bytes)).toBe(true);
  });

  it('end at lock, at once and with nothing half-done; none starts while it is locked', async () => {
    const kept = await bench.add(bytesOf(100));
    const before = await bench.stored();
    const jobId = await startParts(10 * CHUNK_BYTES);
    await bench.attachments.part({ jobId, bytes: bytesOf(3 * CHUNK_BYTES) });
    bench.unlocked = false;
    await bench.attachments.endJobs();
    expect(await bench.stored()).toEqual(before);
    await expect(bench.attachments.outcome(jobId)).rejects.toEqual(failing('refused', {}));
    await expect(startParts(1)).rejects.toEqual(failing('refused', {}));
    await expect(bench.bytesOf(kept)).rejects.toEqual(failing('refused', {}));
    await expect(bench.check([kept])).rejects.toEqual(failing('refused', {}));
  });

  it('do not start when the vault is locked while the dialog stands open', async () => {
    await bench.dispose();
    const chooseFiles = async () => {
      bench.unlocked = false;
      return [join(bench.folder, 'a.pdf')];
    };
    bench = await setUp({ deps: { chooseFiles } });
    await bench.file('a.pdf', bytesOf(10));
    await expect(bench.attachments.start({ keys: bench.keys(), from: { way: 'dialog' } })).rejects.toEqual(
      failing('refused', {}),
    );
    expect(await bench.stored()).toEqual([]);
  });

  it('forget the keys they were given', async () => {
    const keys = bench.keys();
    const request = { keys, from: { way: 'parts', name: 'a.pdf', size: 0 } } as const;
    const [job] = await bench.attachments.start(request);
    expect([...keys.names, ...keys.chunks].every((byte) => byte === 0)).toBe(true);
    await bench.attachments.outcome(job?.jobId ?? '');
  });

  it('that nobody started are refused', async () => {
    await expect(bench.attachments.outcome('e7c1b1a2-0000-4000-8000-000000000000')).rejects.toEqual(
      failing('refused', {}),
    );
    bench.attachments.cancel('e7c1b1a2-0000-4000-8000-000000000000');
  });
});
