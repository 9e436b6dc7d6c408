import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAttempts, type AttemptsService, waitAfter } from './attempts.ts';
import { createSession } from './session.ts';

describe('session', () => {
  it('holds the key from unlock to lock, then only zeros are left of it', () => {
    const session = createSession();
    const heard = vi.fn();
    session.onChange(heard);
    expect(session.reminderKey()).toBeNull();
    const given = new Uint8Array(32).fill(7);
    session.unlocked(given);
    const held = session.reminderKey();
    expect(held).toEqual(new Uint8Array(32).fill(7));
    expect(given).toEqual(new Uint8Array(32));
    session.lock();
    expect(held).toEqual(new Uint8Array(32));
    expect(session.reminderKey()).toBeNull();
    expect(session.isUnlocked()).toBe(false);
    session.lock();
    expect(heard.mock.calls).toEqual([[true], [false]]);
  });

  it('zeroes the key before when it is unlocked twice', () => {
    const session = createSession();
    session.unlocked(new Uint8Array(32).fill(1));
    const first = session.reminderKey();
    session.unlocked(new Uint8Array(32).fill(2));
    expect(first).toEqual(new Uint8Array(32));
    expect(session.reminderKey()?.[0]).toBe(2);
  });

  it('knows that a client is looking through a lock, until it is taken back', () => {
    const session = createSession();
    const heard = vi.fn();
    session.onLook(heard);
    expect(session.looking()).toBeNull();
    session.unlocked(new Uint8Array(32));
    session.look({ fileId: null });
    session.lock();
    expect(session.looking()).toEqual({ fileId: null });
    session.look(null);
    expect(session.looking()).toBeNull();
    expect(heard.mock.calls).toEqual([[{ fileId: null }], [null]]);
  });

  it('tells nobody who stopped listening', () => {
    const session = createSession();
    const heard = vi.fn();
    session.onChange(heard)();
    session.unlocked(new Uint8Array(32));
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('attempts', () => {
  const log = { info: vi.fn(), error: vi.fn() };
  let folder: string;
  let now: number;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'attempts-'));
    now = 1_790_000_000_000;
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const make = (): AttemptsService =>
    createAttempts({ file: join(folder, 'attempts.json'), clock: { now: () => now }, log });

  it('waits from the third failure on, longer each time', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 1000].map((failures) => waitAfter(failures) / 1000)).toEqual([
      0, 0, 0, 5, 15, 30, 60, 120, 120, 120,
    ]);
  });

  it('goes on counting after a new start', async () => {
    expect(await make().read()).toEqual({ failures: 0, waitUntil: 0 });
    for (let failure = 1; failure <= 3; failure += 1) await make().report(false);
    expect(await make().read()).toEqual({ failures: 3, waitUntil: now + 5_000 });
    expect(await make().report(false)).toEqual({ failures: 4, waitUntil: now + 15_000 });
  });

  it('counts every failure of several at once', async () => {
    const attempts = make();
    await Promise.all([1, 2, 3, 4].map(() => attempts.report(false)));
    expect((await attempts.read()).failures).toBe(4);
  });

  it('starts anew after a success', async () => {
    for (let failure = 1; failure <= 5; failure += 1) await make().report(false);
    expect(await make().report(true)).toEqual({ failures: 0, waitUntil: 0 });
    expect(await make().read()).toEqual({ failures: 0, waitUntil: 0 });
  });

  it('takes a damaged count for three failures', async () => {
    await writeFile(join(folder, 'attempts.json'), '{"failures":');
    expect(await make().read()).toEqual({ failures: 3, waitUntil: now + 5_000 });
  });

  it('never waits longer than the longest wait, even when the clock was set back', async () => {
    for (let failure = 1; failure <= 9; failure += 1) await make().report(false);
    now -= 86_400_000;
    expect((await make().read()).waitUntil).toBe(now + 120_000);
  });

  it('counts in memory when nothing can be stored', async () => {
    await writeFile(join(folder, 'x'), 'no folder');
    const file = join(folder, 'x', 'attempts.json');
    const attempts = createAttempts({ file, clock: { now: () => now }, log });
    await attempts.report(true);
    await attempts.report(false);
    expect((await attempts.report(false)).failures).toBe(2);
  });
});
