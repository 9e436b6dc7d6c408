import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { CHUNK_BYTES } from '#shared/formats/attachment-chunks.ts';
import { type ChunkFile, type ChunkFiles, nodeChunkFiles } from './chunk-files.ts';
import { type Bench, setUp } from './testing.ts';

/** A file system that fails once, at one step of those that write, and counts them. */
interface Faulty {
  readonly files: ChunkFiles;
  /** Steps taken so far. */
  steps: string[];
  /** Number of the step that fails, from 0; null: none. */
  failAt: number | null;
  code: string;
}

function faulty(): Faulty {
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const number = state.steps.length;
    state.steps.push(name);
    if (number === state.failAt)
      throw Object.assign(new Error(`${state.code} at ${name}`), { code: state.code });
    return work();
  };
  const watched = (file: ChunkFile): ChunkFile => ({
    write: (bytes) => step('write', () => file.write(bytes)),
    sync: () => step('sync', () => file.sync()),
    close: async () => {
      await file.close();
      await step('close', () => Promise.resolve());
    },
  });
  const state: Faulty = {
    steps: [],
    failAt: null,
    code: 'ENOSPC',
    files: {
      ...nodeChunkFiles,
      makeFolder: (folder) => step('makeFolder', () => nodeChunkFiles.makeFolder(folder)),
      create: (path) => step('create', async () => watched(await nodeChunkFiles.create(path))),
      rename: (from, to) => step('rename', () => nodeChunkFiles.rename(from, to)),
      syncFolder: (folder) => step('syncFolder', () => nodeChunkFiles.syncFolder(folder)),
    },
  };
  return state;
}

let bench: Bench | null = null;
afterEach(() => bench?.dispose());

describe('a fault while an attachment is stored', () => {
  it.each([
    ['ENOSPC', 'diskFull'],
    ['EROFS', 'readOnly'],
    ['EIO', null],
  ])('%s at any step is told, leaves nothing, and the next try is whole', async (systemCode, code) => {
    const disk = faulty();
    bench = await setUp({ files: disk.files });
    const kept = await bench.add(randomBytes(CHUNK_BYTES));
    const before = await bench.stored();
    const bytes = randomBytes(2 * CHUNK_BYTES + 10);
    disk.steps = [];
    const whole = await bench.add(bytes);
    const steps = disk.steps.length;
    expect(new Set(disk.steps)).toEqual(
      new Set(['makeFolder', 'create', 'write', 'sync', 'close', 'rename', 'syncFolder']),
    );
    await bench.attachments.removeChunks(whole.chunks);
    disk.code = systemCode;
    const path = await bench.file('contract.pdf', bytes);
    for (let at = 0; at < steps; at += 1) {
      disk.steps = [];
      disk.failAt = at;
      const failed = await bench.addFile(path).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(Error);
      if (code !== null) expect(failed).toMatchObject({ failure: { code } });
      expect(await bench.stored()).toEqual(before);
    }
    disk.failAt = null;
    expect(await bench.addFile(path)).toEqual({ kind: 'imported', content: whole });
    expect((await bench.bytesOf(whole)).equals(bytes)).toBe(true);
    expect((await bench.bytesOf(kept)).length).toBe(CHUNK_BYTES);
  });
});
