import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => ({ app: {} as { on: unknown; quit: unknown } }));
vi.mock('electron', () => electron);

import { type ClosePath, createClosePath } from './close-path.ts';

let app: EventEmitter & { quit: ReturnType<typeof vi.fn> };
let events: string[];
let state: { unlocked: boolean; stayInTray: boolean; tray: boolean; window: boolean; answers: boolean };
let answer: () => void;
let path: ClosePath;

beforeEach(() => {
  app = Object.assign(new EventEmitter(), { quit: vi.fn() });
  Object.assign(electron.app, { on: app.on.bind(app), quit: app.quit });
  events = [];
  state = { unlocked: true, stayInTray: true, tray: true, window: true, answers: true };
  path = createClosePath({
    ipc: {
      handle: (_channel: string, handler: () => void) => (answer = handler),
      emit: (event: string) => {
        events.push(event);
        if (state.answers) queueMicrotask(answer);
      },
    } as never,
    session: { isUnlocked: () => state.unlocked } as never,
    settings: { read: () => ({ stayInTray: state.stayInTray }) } as never,
    window: { current: () => (state.window ? {} : null) } as never,
    log: { info: vi.fn(), error: vi.fn() },
    hasTray: () => state.tray,
    onQuit: () => {
      events.push('last work');
      return Promise.resolve();
    },
  });
});

function quit(): boolean {
  const preventDefault = vi.fn();
  app.emit('before-quit', { preventDefault });
  return preventDefault.mock.calls.length === 0;
}

describe('closing the window', () => {
  it('hides it in the tray after everything was stored', async () => {
    expect(await path.windowClosing()).toBe('hide');
    expect(events).toEqual(['lifecycle.flushRequested']);
  });

  it('closes it when it is not to stay, or could not be found again', async () => {
    state.stayInTray = false;
    expect(await path.windowClosing()).toBe('close');
    state.stayInTray = true;
    state.tray = false;
    expect(await path.windowClosing()).toBe('close');
  });

  it('does not wait for a locked vault or a window that is gone', async () => {
    state.unlocked = false;
    await path.windowClosing();
    state.unlocked = true;
    state.window = false;
    await path.windowClosing();
    expect(events).toEqual([]);
  });

  it('ends the app with its last window', () => {
    app.emit('window-all-closed');
    expect(app.quit).toHaveBeenCalledOnce();
  });
});

describe('quitting', () => {
  it('stores what was typed, does the last work, then ends', async () => {
    expect(quit()).toBe(false);
    expect(path.ending()).toBe(false);
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce());
    expect(events).toEqual(['lifecycle.flushRequested', 'last work']);
    expect(path.ending()).toBe(true);
    expect(quit()).toBe(true);
  });

  it('asks once, however often it is asked', async () => {
    quit();
    quit();
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce());
    expect(events).toHaveLength(2);
  });

  it('closes windows and hides none', async () => {
    quit();
    expect(await path.windowClosing()).toBe('close');
  });

  it('ends although the renderer does not answer', async () => {
    vi.useFakeTimers();
    state.answers = false;
    quit();
    await vi.advanceTimersByTimeAsync(3_000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce());
  });
});
