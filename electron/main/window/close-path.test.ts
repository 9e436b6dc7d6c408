import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => ({ app: {} as { on: unknown; quit: unknown } }));
vi.mock('electron', () => electron);

import { type ClosePath, createClosePath } from './close-path.ts';

let app: EventEmitter & { quit: ReturnType<typeof vi.fn> };
let events: string[];
let asked: unknown[];
let state: {
  unlocked: boolean;
  stayInTray: boolean;
  tray: boolean;
  window: boolean;
  answers: boolean;
  visible: boolean;
};
let answer: () => void;
let working: () => void;
let stay: () => void;
let show: ReturnType<typeof vi.fn>;
let path: ClosePath;

beforeEach(() => {
  app = Object.assign(new EventEmitter(), { quit: vi.fn() });
  Object.assign(electron.app, { on: app.on.bind(app), quit: app.quit });
  events = [];
  asked = [];
  show = vi.fn();
  state = { unlocked: true, stayInTray: true, tray: true, window: true, answers: true, visible: true };
  path = createClosePath({
    ipc: {
      handle: (channel: string, handler: () => void) => {
        if (channel === 'lifecycle.flushed') answer = handler;
        else if (channel === 'lifecycle.stay') stay = handler;
        else working = handler;
      },
      emit: (event: string, payload: unknown) => {
        events.push(event);
        asked.push(payload);
        if (state.answers) queueMicrotask(answer);
      },
    } as never,
    session: { isUnlocked: () => state.unlocked } as never,
    settings: { read: () => ({ stayInTray: state.stayInTray }) } as never,
    window: { current: () => (state.window ? { isVisible: () => state.visible } : null), show } as never,
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
    expect(asked).toEqual([{ ending: false }]);
  });

  it('closes it when it is not to stay, or could not be found again', async () => {
    state.stayInTray = false;
    expect(await path.windowClosing()).toBe('close');
    state.stayInTray = true;
    state.tray = false;
    expect(await path.windowClosing()).toBe('close');
    expect(asked).toEqual([{ ending: true }, { ending: true }]);
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

  it('waits as long as the renderer says that it is at work, and then no longer than for its silence', async () => {
    vi.useFakeTimers();
    state.answers = false;
    quit();
    for (let second = 0; second < 60; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      working();
    }
    expect(app.quit).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(3_000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce());
  });

  it('shows a hidden window that is at work before the end, and none that only hides', async () => {
    state.answers = false;
    state.visible = false;
    const hiding = path.windowClosing();
    working();
    expect(show).not.toHaveBeenCalled();
    answer();
    await hiding;
    quit();
    working();
    expect(show).toHaveBeenCalledOnce();
    state.visible = true;
    working();
    expect(show).toHaveBeenCalledOnce();
    answer();
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce());
  });

  it('stays when something could not be stored and the user wants to go on, and can be asked again', async () => {
    state.answers = false;
    quit();
    stay();
    const closing = path.windowClosing();
    stay();
    expect(await closing).toBe('stay');
    expect(app.quit).not.toHaveBeenCalled();
    expect(path.ending()).toBe(false);
    expect(events).not.toContain('last work');
    quit();
    answer();
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce());
  });

  it('asks again for the last work when the window was only hiding', async () => {
    const hiding = path.windowClosing();
    quit();
    await hiding;
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce());
    expect(asked).toEqual([{ ending: false }, { ending: true }]);
  });
});
