import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MainFailure } from '#main/lib/main-failure.ts';
import { asFailure } from '#main/lib/system-error.ts';
import { openJournal } from '#main/services/journal/journal.ts';
import { reserveAt } from './reserve.ts';
import { createSpace, type Room, type Space } from './space.ts';

const MIB = 1024 * 1024;
const LIMITS = { least: 64 * MIB, little: 192 * MIB, ample: 1024 * MIB, reserve: 128 * MIB };
const log = { info: vi.fn(), error: vi.fn() };

let folder: string;
let space: Space | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'space-'));
});
afterEach(async () => {
  space?.end();
  vi.useRealTimers();
  await rm(folder, { recursive: true, force: true });
});

/** A disk of 100 GiB with so much free room, and a reserve that takes some of it. */
function disk(freeMiB: number, { held = false } = {}) {
  const state = { free: freeMiB * MIB, held, released: 0, made: 0 };
  const reserve = {
    held: async () => state.held,
    release: async () => {
      if (!state.held) return false;
      state.held = false;
      state.released += 1;
      state.free += LIMITS.reserve;
      return true;
    },
    make: async () => {
      state.held = true;
      state.made += 1;
      state.free -= LIMITS.reserve;
    },
  };
  const changes: string[] = [];
  space = createSpace({
    folder,
    reserve,
    log,
    limits: LIMITS,
    onChange: () => changes.push(space?.last().state ?? ''),
    measure: async (): Promise<Room> => ({ free: state.free, total: 102_400 * MIB }),
  });
  return { state, changes, space };
}

describe('looking at the disk', () => {
  it.each([
    [63, false, 'full'],
    [64, false, 'low'],
    [1023, false, 'low'],
    [1024, false, 'enough'],
    // The reserve is given up, and what it held is enough to go on.
    [0, true, 'low'],
  ])('of %i MiB, reserve %s, says %s', async (free, held, expected) => {
    const { space: watch, state } = disk(free, { held });
    expect(await watch.look()).toBe(expected);
    expect(state.released).toBe(held ? 1 : 0);
  });

  it('keeps the reserve as long as there is room', async () => {
    const { space: watch, state } = disk(64, { held: true });
    await watch.look();
    expect(state.held).toBe(true);
  });

  it('tells each change once', async () => {
    const { space: watch, state, changes } = disk(2000);
    for (const free of [2000, 100, 90, 3, 3, 5000]) {
      state.free = free * MIB;
      await watch.look();
    }
    expect(changes).toEqual(['low', 'full', 'enough']);
  });

  it('takes a disk that says nothing for one with room', async () => {
    const watch = createSpace({
      folder,
      log,
      reserve: reserveAt(join(folder, 'r'), 1),
      onChange: vi.fn(),
      measure: async () => null,
    });
    expect(await watch.look()).toBe('enough');
  });
});

describe('a write that finds the disk full', () => {
  const full = () => new MainFailure('diskFull', { folder: '/x' });

  it('gets the room of the reserve, once', async () => {
    const { space: watch, state } = disk(2000, { held: true });
    const work = vi.fn().mockRejectedValueOnce(full()).mockResolvedValueOnce('kept');
    expect(await watch.withRoom(work)).toBe('kept');
    expect(state.released).toBe(1);
    await expect(watch.withRoom(vi.fn().mockRejectedValue(full()))).rejects.toThrow('diskFull');
    expect(state.released).toBe(1);
  });

  it('fails as before when there is none, or when it failed for another reason', async () => {
    const { space: watch, state } = disk(2000, { held: true });
    await expect(watch.withRoom(vi.fn().mockRejectedValue(new Error('else')))).rejects.toThrow('else');
    expect(state.released).toBe(0);
    await watch.withRoom(vi.fn().mockRejectedValueOnce(full()).mockResolvedValue(1));
    const work = vi.fn().mockRejectedValue(full());
    await expect(watch.withRoom(work)).rejects.toThrow('diskFull');
    expect(work).toHaveBeenCalledTimes(1);
  });
});

describe('by itself', () => {
  it('makes the reserve a minute after the start when there is room, and again when room is back', async () => {
    vi.useFakeTimers();
    const { space: watch, state } = disk(5000);
    watch.begin();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(state.made).toBe(0);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(state.made).toBe(1);
    state.free = 0;
    await vi.advanceTimersByTimeAsync(61_000);
    expect(state).toMatchObject({ held: false, released: 1 });
    state.free = 5000 * MIB;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(state.made).toBe(2);
  });

  it('makes none where it would leave little', async () => {
    vi.useFakeTimers();
    const { space: watch, state } = disk(600);
    watch.begin();
    await vi.advanceTimersByTimeAsync(200_000);
    expect(state.made).toBe(0);
  });

  it('notices within five seconds that there is room again', async () => {
    vi.useFakeTimers();
    const { space: watch, state, changes } = disk(1);
    watch.begin();
    await watch.look();
    state.free = 5000 * MIB;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(changes).toEqual(['full', 'enough']);
  });
});

describe('the reserve', () => {
  it('is as large as it says, and there only when it is whole', async () => {
    const reserve = reserveAt(join(folder, 'reserve.bin'), 3 * MIB + 5);
    expect(await reserve.held()).toBe(false);
    let pieces = 0;
    await reserve.make(() => (pieces += 1) < 3);
    expect(await readdir(folder)).toEqual([]);
    await reserve.make(() => true);
    expect(await reserve.held()).toBe(true);
    expect(await readdir(folder)).toEqual(['reserve.bin']);
    const { blocks, size } = await stat(join(folder, 'reserve.bin'));
    expect(size).toBe(3 * MIB + 5);
    expect(blocks * 512).toBeGreaterThanOrEqual(3 * MIB);
    expect(await reserve.release()).toBe(true);
    expect(await reserve.release()).toBe(false);
  });
});

/** A small disk in memory; null where that takes rights we do not have. */
function mountSmallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return null;
  }
}

describe('a disk that is really full', () => {
  it('lets the journal take the last changes into the reserve, refuse what follows, and go on after', async ({
    skip,
  }) => {
    const mounted = mountSmallDisk();
    skip(mounted === null, 'mounting a small disk takes root on Linux');
    if (mounted === null) return;
    try {
      const limits = { least: MIB, little: 2 * MIB, ample: 3 * MIB, reserve: 2 * MIB };
      const reserve = reserveAt(join(mounted, 'reserve.bin'), limits.reserve);
      await reserve.make(() => true);
      space = createSpace({ folder: mounted, reserve, log, limits, onChange: vi.fn() });
      const watch = space;
      const options = { folder: join(mounted, 'journal'), vaultId: '6f1d3c1e-8a43-4a57-9d2e-0b6c5f4e3d2a' };
      const journal = await openJournal(options);
      await journal.append([new Uint8Array(1000).fill(1)]);
      await writeFile(join(mounted, 'filler'), new Uint8Array(64 * 1024 * 1024)).catch((error: unknown) => {
        expect(asFailure(error, 'x')).toMatchObject({ failure: { code: 'diskFull' } });
      });
      const append = (value: number) =>
        watch.withRoom(() => journal.append([new Uint8Array(100 * 1024).fill(value)]));
      let kept = 1;
      let refused = 0;
      for (let value = 2; value < 60; value += 1) {
        try {
          await append(value);
          kept += 1;
        } catch (error) {
          expect(error).toMatchObject({ failure: { code: 'diskFull', details: { folder: options.folder } } });
          refused += 1;
        }
      }
      expect(await reserve.held()).toBe(false);
      expect(kept).toBeGreaterThan(10);
      expect(refused).toBeGreaterThan(10);
      expect(await watch.look()).toBe('full');
      // Started again while full: everything that was acknowledged is there.
      await journal.close();
      const again = await openJournal(options);
      expect(again.head().seq).toBe(kept);
      expect(again.cutBytes).toBe(0);
      expect(again.gaps()).toEqual([]);
      await rm(join(mounted, 'filler'));
      expect(await watch.look()).not.toBe('full');
      await again.append([new Uint8Array(10)]);
      expect(again.head().seq).toBe(kept + 1);
      await again.close();
    } finally {
      execFileSync('umount', [mounted]);
    }
  });
});
