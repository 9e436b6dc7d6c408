import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BackupReason } from '#shared/formats/backup-manifest.ts';
import type { BackupPlace, ListedBackup } from '#shared/ipc/contract/backups.ts';
import {
  BackupCancelledError,
  BackupFailedError,
  type BackupTrouble,
  BackupKeeper,
} from './backup-keeper.ts';
import { DAILY_MS, RETRY_MS, WARN_MS } from './backup-schedule.ts';

const BEGIN = Date.UTC(2026, 10, 2, 9);
const place = (placeId: string): BackupPlace => ({
  placeId,
  path: `/${placeId}`,
  local: placeId === 'local',
  reachable: true,
  lastVerifiedAt: null,
  lastFailure: null,
});

/** A vault, its backups and a clock, as the keeper sees them. */
class World {
  now = BEGIN;
  /** Moments of the changes; the number of a change is its place in here, from 1. */
  readonly changes: number[] = [];
  readonly list: ListedBackup[] = [];
  readonly reasons: BackupReason[] = [];
  readonly told: BackupTrouble[] = [];
  places = [place('local')];
  lastDrill: { at: number; ok: boolean } | null = null;
  fails: 'not' | 'throws' | 'everywhere' = 'not';
  drillIsExact = true;
  /** Whether the user ends each backup. */
  cancels = false;
  atOnce = 0;
  mostAtOnce = 0;
  running: unknown = null;

  readonly keeper = new BackupKeeper({
    clock: { now: () => this.now },
    startedAt: () => Promise.resolve(BEGIN),
    read: () =>
      Promise.resolve({
        status: {
          places: this.places,
          lastVerifiedAt: this.list[0]?.madeAt ?? null,
          lastDrill: this.lastDrill,
        },
        list: this.list,
      }),
    firstChangeAfter: (seq) => Promise.resolve(this.changes[seq] ?? null),
    backUp: (reason, onProgress, signal) => this.#backUp(reason, onProgress, signal),
    drill: () => {
      this.lastDrill = { at: this.now, ok: this.drillIsExact };
      return Promise.resolve(this.drillIsExact);
    },
    tell: (trouble) => void this.told.push(trouble),
    show: (work) => {
      if (work.running !== undefined) this.running = work.running;
    },
  });

  readonly kinds = () => this.told.map(({ kind }) => kind);
  change(): void {
    this.changes.push(this.now);
  }

  async #backUp(
    reason: BackupReason,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ) {
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    const seq = this.changes.length;
    onProgress(1, 2);
    await Promise.resolve();
    if (this.cancels) this.keeper.cancel();
    this.atOnce -= 1;
    signal.throwIfAborted();
    if (this.fails === 'throws') throw new Error('main is gone');
    const fileName = `${String(this.now)}.${String(this.reasons.push(reason))}.age`;
    const failed = this.fails === 'everywhere';
    const there = this.places.filter(({ reachable }) => reachable);
    for (const { placeId } of failed ? [] : there) this.list.unshift(this.#listed(fileName, placeId, seq));
    return {
      backupId: fileName,
      fileName,
      shrunken: false,
      sealed: true,
      quarantined: [],
      records: seq,
      seq,
      places: this.places.map(({ placeId, reachable }) => {
        if (!reachable) return { placeId, state: 'absent' } as const;
        if (!failed) return { placeId, state: 'verified' } as const;
        return { placeId, state: 'failed', failure: { code: 'diskFull', details: {} } } as const;
      }),
    };
  }

  #listed(fileName: string, placeId: string, seq: number): ListedBackup {
    return {
      backupId: `${placeId}/${fileName}`,
      placeId,
      fileName,
      madeAt: this.now,
      reason: 'daily',
      size: 1,
      verified: true,
      counts: {},
      newestChange: null,
      seq,
      onChain: true,
      quarantined: 0,
      shrunken: false,
      sealed: true,
    };
  }
}

let world: World;
beforeEach(() => {
  world = new World();
});

describe('making a backup', () => {
  it('makes none when nothing changed, for whatever reason', async () => {
    for (const reason of ['close', 'manual', 'beforeDelete'] as const) {
      expect(await world.keeper.backUp(reason)).toEqual({ state: 'unchanged' });
    }
    await world.keeper.tick(true);
    expect(world.reasons).toEqual([]);
  });

  it('makes one soon after damage, until a backup holds what was damaged', async () => {
    world.change();
    await world.keeper.backUp('manual');
    world.keeper.noteDamage(1);
    await world.keeper.tick(false);
    expect(world.reasons).toEqual(['manual']);
    world.keeper.noteDamage(Infinity);
    world.fails = 'everywhere';
    await world.keeper.tick(false);
    world.fails = 'not';
    world.now += RETRY_MS;
    await world.keeper.tick(false);
    await world.keeper.tick(false);
    expect(world.reasons).toEqual(['manual', 'afterDamage', 'afterDamage']);
  });

  it('does not take a backup of a journal that was lost for one of today', async () => {
    world.change();
    await world.keeper.backUp('manual');
    world.list.splice(0, 1, ...world.list.slice(0, 1).map((one) => ({ ...one, seq: 9, onChain: false })));
    expect(await world.keeper.dueAtClose()).toBe(true);
  });

  it('ends one that the user does not wait for, says nothing of it, and makes it later', async () => {
    world.change();
    world.cancels = true;
    await expect(world.keeper.backUp('manual')).rejects.toBeInstanceOf(BackupCancelledError);
    await world.keeper.tick(false);
    world.cancels = false;
    world.now += RETRY_MS;
    await world.keeper.tick(false);
    expect([world.reasons, world.told, world.running]).toEqual([['daily'], [], null]);
  });

  it('keeps what an older version left, though nothing changed, and tells when it cannot', async () => {
    await world.keeper.backUpUpgrade();
    world.fails = 'everywhere';
    await world.keeper.backUpUpgrade();
    expect(world.reasons).toEqual(['beforeUpgrade', 'beforeUpgrade']);
    expect(world.kinds()).toEqual(['failed']);
  });

  it('makes one at a time, and the second only when something changed meanwhile', async () => {
    world.change();
    const [first, second] = await Promise.all([world.keeper.backUp('manual'), world.keeper.backUp('close')]);
    expect([first.state, second.state]).toEqual(['made', 'unchanged']);
    world.change();
    const third = world.keeper.backUp('daily');
    await Promise.resolve();
    world.change();
    await Promise.all([third, world.keeper.backUp('beforeRestore')]);
    expect(world.list[0]?.seq).toBe(3);
    expect(world.mostAtOnce).toBe(1);
    expect(world.running).toBeNull();
  });

  it('rejects with its failure when no place has it, and counts as no backup', async () => {
    world.change();
    world.fails = 'everywhere';
    await expect(world.keeper.backUp('beforeImport')).rejects.toBeInstanceOf(BackupFailedError);
    await expect(world.keeper.backUp('close')).rejects.toMatchObject({ failure: { code: 'diskFull' } });
    expect(await world.keeper.dueAtClose()).toBe(true);
    expect(world.running).toBeNull();
    world.fails = 'not';
    expect((await world.keeper.backUp('close')).state).toBe('made');
    expect(await world.keeper.dueAtClose()).toBe(false);
  });

  it('tells of a place that refused it, once, and goes on', async () => {
    world.places = [place('local'), { ...place('usb'), reachable: false }];
    world.change();
    await world.keeper.backUp('manual');
    expect(world.told).toEqual([]);
    world.places = [place('local'), place('usb')];
    expect((await world.keeper.backUp('manual')).state).toBe('made');
    expect(await world.keeper.backUp('manual')).toEqual({ state: 'unchanged' });
  });
});

describe('while the app runs', () => {
  it('tells once of a failure that lasts, waits, and tries again by itself', async () => {
    world.change();
    world.fails = 'throws';
    await world.keeper.tick(false);
    await world.keeper.tick(false);
    world.now += RETRY_MS;
    await world.keeper.tick(false);
    expect(world.kinds()).toEqual(['failed']);
    world.fails = 'not';
    await world.keeper.tick(false);
    expect(world.reasons).toEqual([]);
    world.now += RETRY_MS;
    await world.keeper.tick(false);
    expect(world.reasons).toEqual(['daily']);
  });

  it('warns once of changes without a backup for 48 hours', async () => {
    world.change();
    world.fails = 'throws';
    world.now += WARN_MS;
    await world.keeper.tick(false);
    await world.keeper.tick(false);
    expect(world.kinds()).toEqual(['failed', 'overdue']);
    expect(world.told[1]).toEqual({ kind: 'overdue', since: BEGIN });
  });

  it('drills in idle time only, after the first backup', async () => {
    world.change();
    await world.keeper.tick(true);
    expect(world.lastDrill).toBeNull();
    await world.keeper.tick(false);
    expect(world.lastDrill).toBeNull();
    await world.keeper.tick(true);
    expect(world.lastDrill).toEqual({ at: BEGIN, ok: true });
    expect(world.told).toEqual([]);
  });

  it('tells of a drill that was not exact, and drills again the next day', async () => {
    world.change();
    await world.keeper.tick(true);
    world.drillIsExact = false;
    await world.keeper.tick(true);
    await world.keeper.tick(true);
    expect(world.kinds()).toEqual(['drillFailed']);
    world.now += DAILY_MS;
    world.drillIsExact = true;
    await world.keeper.tick(true);
    expect(world.lastDrill?.ok).toBe(true);
  });
});

type Step = 'change' | 'hour' | 'day' | 'tick' | 'idle' | 'close' | 'break' | 'mend' | 'plug' | 'unplug';
const STEPS: readonly Step[] = [
  'change',
  'hour',
  'day',
  'tick',
  'idle',
  'close',
  'break',
  'mend',
  'plug',
  'unplug',
];

async function take(step: Step, here: World): Promise<void> {
  switch (step) {
    case 'change':
      return here.change();
    case 'hour':
      here.now += DAILY_MS / 24;
      return undefined;
    case 'day':
      here.now += DAILY_MS;
      return undefined;
    case 'tick':
      return here.keeper.tick(false);
    case 'idle':
      return here.keeper.tick(true);
    case 'close':
      await here.keeper.backUp('close').catch(() => undefined);
      return undefined;
    case 'break':
    case 'mend':
      here.fails = step === 'break' ? 'everywhere' : 'not';
      return undefined;
    case 'plug':
    case 'unplug':
      here.places = [place('local'), { ...place('usb'), reachable: step === 'plug' }];
      return undefined;
    default:
      return step satisfies never;
  }
}

describe('any course of things', () => {
  it('makes a backup only for something new, never two of the same, and holds all after an orderly end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { maxLength: 40 }), async (steps) => {
        const here = new World();
        for (const step of steps) {
          const before = here.list.length;
          await take(step, here);
          if (here.list.length > before) expect(['tick', 'idle', 'close']).toContain(step);
        }
        for (const { placeId } of here.places) {
          const seqs = here.list.filter((backup) => backup.placeId === placeId).map(({ seq }) => seq);
          const newest = Math.max(0, ...seqs.map((seq) => seq ?? 0));
          // A state is put into a place again only when another place was to catch up.
          if (!here.places.some((one) => one.placeId !== placeId))
            expect(new Set(seqs).size).toBe(seqs.length);
          expect(newest).toBeLessThanOrEqual(here.changes.length);
        }
        here.fails = 'not';
        await take('close', here);
        expect(await here.keeper.dueAtClose()).toBe(false);
        expect(here.list[0]?.seq ?? 0).toBe(here.changes.length);
        expect(here.mostAtOnce).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});
