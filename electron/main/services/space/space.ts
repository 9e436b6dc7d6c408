import { statfs } from 'node:fs/promises';
import type { SpaceState } from '#shared/ipc/contract/space.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { Log } from '#main/services/log/log.ts';
import type { Reserve } from './reserve.ts';

const MIB = 1024 * 1024;

/** Bytes that decide. Two per cent of a large disk are gigabytes: reason to warn, none to stop. */
export interface SpaceLimits {
  /** Below this the app only reads: Chromium destroys its databases on disks that are full when it starts. */
  readonly least: number;
  /** Below this the user is warned, or below two per cent of the disk when that is more, but never above `ample`. */
  readonly little: number;
  readonly ample: number;
  /** Size of the reserve. */
  readonly reserve: number;
}

const LIMITS: SpaceLimits = { least: 64 * MIB, little: 192 * MIB, ample: 1024 * MIB, reserve: 128 * MIB };
const SMALL_SHARE = 0.02;
/** How long after the start the reserve is made, and how often room is looked at when all is well, milliseconds. */
const CALM_MS = 60_000;
/** How often room is looked at when there is little: what was freed is to be used within five seconds. */
const TIGHT_MS = 2000;

/** Free room of the disk with the data folder, bytes. */
export interface Room {
  readonly free: number;
  readonly total: number;
}

/** Watches the room on the disk and holds a reserve against the day it is full. */
export interface Space {
  /** Looks at the disk now; gives up the reserve when there is too little. */
  look(): Promise<SpaceState>;
  /** The state at the last look, and the free bytes then. */
  last(): { readonly state: SpaceState; readonly free: number };
  /** Runs `work`; when it finds the disk full, gives up the reserve and runs it once more. */
  withRoom<T>(work: () => Promise<T>): Promise<T>;
  /** Begins to look by itself. */
  begin(): void;
  end(): void;
}

export interface SpaceDeps {
  readonly folder: string;
  readonly reserve: Reserve;
  readonly log: Log;
  /** Told when the state is another than before. */
  readonly onChange: () => void;
  readonly limits?: SpaceLimits;
  /** What the disk says; null when it says nothing. */
  readonly measure?: (folder: string) => Promise<Room | null>;
}

/** The reserve that suits {@link createSpace}, and the room below which the disk is full, bytes. */
export const { reserve: RESERVE_BYTES, least: NEEDED_BYTES } = LIMITS;

async function measureDisk(folder: string): Promise<Room | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    // Some network disks say nothing of themselves.
    return blocks === 0 ? null : { free: bavail * bsize, total: blocks * bsize };
  } catch {
    return null;
  }
}

/** Makes the watch over the room; nothing is looked at yet. */
export function createSpace(deps: SpaceDeps): Space {
  const { folder, reserve, log, limits = LIMITS, measure = measureDisk } = deps;
  let last = { state: 'enough' as SpaceState, free: Number.MAX_SAFE_INTEGER };
  let timer: NodeJS.Timeout | undefined;
  let running = false;

  async function look(): Promise<SpaceState> {
    let room = await measure(folder);
    if (room !== null && room.free < limits.least && (await released())) room = await measure(folder);
    const before = last.state;
    last = { state: stateOf(room, limits), free: room?.free ?? Number.MAX_SAFE_INTEGER };
    if (last.state !== before) {
      log.info('Room on the disk', { state: last.state, freeMiB: Math.floor(last.free / MIB) });
      deps.onChange();
      next();
    }
    return last.state;
  }

  async function released(): Promise<boolean> {
    const gave = await reserve.release().catch(() => false);
    if (gave) log.info('Reserve given up');
    return gave;
  }

  async function keepReserve(): Promise<void> {
    if (last.state !== 'enough' || last.free < limits.reserve + limits.ample / 2) return;
    if (await reserve.held()) return;
    try {
      await reserve.make(() => running && last.state === 'enough');
    } catch (error) {
      log.error('Reserve not made', error);
    }
  }

  function next(): void {
    clearTimeout(timer);
    if (!running) return;
    timer = setTimeout(() => void tick(), last.state === 'enough' ? CALM_MS : TIGHT_MS);
    timer.unref();
  }

  async function tick(): Promise<void> {
    await look();
    await keepReserve();
    next();
  }

  return {
    look,
    last: () => last,
    async withRoom(work) {
      try {
        return await work();
      } catch (error) {
        if (!isFull(error) || !(await released())) throw error;
        return await work();
      } finally {
        if (last.state !== 'enough') void look();
      }
    },
    begin() {
      running = true;
      next();
    },
    end() {
      running = false;
      clearTimeout(timer);
    },
  };
}

const isFull = (error: unknown): boolean => error instanceof MainFailure && error.failure.code === 'diskFull';

function stateOf(room: Room | null, { least, little, ample }: SpaceLimits): SpaceState {
  if (room === null) return 'enough';
  if (room.free < least) return 'full';
  const warning = Math.min(ample, Math.max(little, room.total * SMALL_SHARE));
  return room.free < warning ? 'low' : 'enough';
}
