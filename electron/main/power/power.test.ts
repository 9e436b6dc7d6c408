import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => ({ powerMonitor: {} as Record<string, unknown> }));
vi.mock('electron', () => electron);

import { createSession, type SessionService } from '#main/services/session/session.ts';
import { IDLE_POLL_MS, watchPower } from './index.ts';
import { createLockRequests, LOCK_GRACE_MS } from './lock-requests.ts';

let session: SessionService;
let sent: unknown[];
let idle: number;
let power: EventEmitter;
const replace = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  replace.mockClear();
  session = createSession();
  sent = [];
  idle = 0;
  power = new EventEmitter();
  Object.assign(electron.powerMonitor, { on: power.on.bind(power), getSystemIdleTime: () => idle });
  const locks = createLockRequests({
    ipc: { emit: (_event: string, payload: unknown) => sent.push(payload) } as never,
    session,
    window: { replace } as never,
    log: { info: vi.fn(), error: vi.fn() },
  });
  watchPower({ settings: { read: () => ({ lockAfterMinutes: 10 }) } as never, locks });
  session.unlocked(new Uint8Array(32));
});
afterEach(() => void vi.useRealTimers());

describe('locking by itself', () => {
  it('locks after the idle time of the settings, not before', () => {
    idle = 599;
    vi.advanceTimersByTime(IDLE_POLL_MS);
    expect(sent).toEqual([]);
    idle = 600;
    vi.advanceTimersByTime(IDLE_POLL_MS);
    expect(sent).toEqual([{ reason: 'idle' }]);
  });

  it.each([
    ['suspend', 'suspend'],
    ['lock-screen', 'screen'],
  ])('locks on %s', (event, reason) => {
    power.emit(event);
    expect(sent).toEqual([{ reason }]);
  });

  it('waits for the renderer, then locks without it', () => {
    power.emit('suspend');
    vi.advanceTimersByTime(LOCK_GRACE_MS - 1);
    expect(session.isUnlocked()).toBe(true);
    vi.advanceTimersByTime(1);
    expect(session.isUnlocked()).toBe(false);
    expect(replace).toHaveBeenCalledOnce();
  });

  it('leaves it to the renderer when that locks in time', () => {
    power.emit('suspend');
    session.lock();
    vi.advanceTimersByTime(LOCK_GRACE_MS * 2);
    expect(replace).not.toHaveBeenCalled();
  });

  it('asks once at a time, and not while locked', () => {
    power.emit('suspend');
    power.emit('lock-screen');
    expect(sent).toHaveLength(1);
    session.lock();
    power.emit('suspend');
    expect(sent).toHaveLength(1);
    session.unlocked(new Uint8Array(32));
    power.emit('suspend');
    expect(sent).toHaveLength(2);
  });
});
