import { EventEmitter } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => ({
  made: [] as unknown[],
  make: (_options: unknown): unknown => undefined,
}));
vi.mock('electron', () => ({
  BrowserWindow: class {
    constructor(options: unknown) {
      // A constructor that answers an object makes that object.
      return electron.make(options) as object;
    }
  },
  nativeTheme: { shouldUseDarkColors: true },
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
}));

import { type AppWindow, type AppWindowDeps, createAppWindow } from './app-window.ts';
import { fitPlace, readPlace } from './bounds.ts';
import { createCrashGuard } from './crash-guard.ts';
import { createFlush, FLUSH_TIMEOUT_MS } from './flush.ts';

/** A window as far as the keeper knows it. */
class FakeWindow extends EventEmitter {
  readonly webContents = new EventEmitter();
  visible = false;
  destroyed = false;
  readonly calls: string[] = [];
  bounds = { x: 10, y: 20, width: 1000, height: 700 };

  constructor(readonly options: Record<string, unknown>) {
    super();
  }
  loadURL = vi.fn((_url: string) => Promise.resolve());
  isDestroyed = (): boolean => this.destroyed;
  isVisible = (): boolean => this.visible;
  isMinimized = (): boolean => false;
  isMaximized = (): boolean => false;
  maximize = (): void => void this.calls.push('maximize');
  getNormalBounds = () => this.bounds;
  focus = (): void => void this.calls.push('focus');
  show(): void {
    this.visible = true;
  }
  hide(): void {
    this.visible = false;
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('closed');
  }
  /** The user closes it. Answers whether it stayed. */
  close(): boolean {
    const preventDefault = vi.fn();
    this.emit('close', { preventDefault });
    if (preventDefault.mock.calls.length === 0) this.destroy();
    return preventDefault.mock.calls.length > 0;
  }
}

const log = { info: vi.fn(), error: vi.fn() };
let folder: string;
let windows: FakeWindow[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'window-'));
  windows = [];
  electron.make = (options) => {
    const made = new FakeWindow(options as Record<string, unknown>);
    windows.push(made);
    return made;
  };
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

function keeper(change: Partial<AppWindowDeps> = {}): AppWindow {
  return createAppWindow({
    log,
    placeFile: join(folder, 'window.json'),
    preload: '/preload.cjs',
    onClose: () => Promise.resolve('close'),
    mayClose: () => false,
    onGone: () => undefined,
    ...change,
  });
}

describe('the window', () => {
  it('appears when its page is ready, in the colour of the theme', () => {
    const window = keeper();
    expect(window.current()).toBeNull();
    window.show();
    const [made] = windows;
    expect(made?.options).toMatchObject({
      show: false,
      backgroundColor: '#16181b',
      minWidth: 900,
      minHeight: 600,
    });
    expect(made?.loadURL).toHaveBeenCalledExactlyOnceWith('app://kartoteka/index.html');
    expect(made?.visible).toBe(false);
    made?.emit('ready-to-show');
    expect(made?.visible).toBe(true);
    window.show();
    expect(windows).toHaveLength(1);
    expect(made?.calls).toEqual(['focus']);
  });

  it('waits with closing until everything is stored, and remembers where it stood', async () => {
    let stored: (outcome: 'close') => void = () => undefined;
    const onClose = vi.fn(() => new Promise<'close'>((resolve) => (stored = resolve)));
    const window = keeper({ onClose });
    window.show();
    expect(windows[0]?.close()).toBe(true);
    windows[0]?.close();
    expect(onClose).toHaveBeenCalledOnce();
    expect(window.current()).not.toBeNull();
    stored('close');
    await vi.waitFor(() => expect(window.current()).toBeNull());
    expect(JSON.parse(await readFile(join(folder, 'window.json'), 'utf8'))).toEqual({
      x: 10,
      y: 20,
      width: 1000,
      height: 700,
      maximized: false,
    });
    window.show();
    expect(windows[1]?.options).toMatchObject({ x: 10, y: 20, width: 1000, height: 700 });
  });

  it('hides when it is to stay, and can be closed again', async () => {
    const onClose = vi.fn(() => Promise.resolve('hide' as const));
    const window = keeper({ onClose });
    window.show();
    windows[0]?.show();
    windows[0]?.close();
    await vi.waitFor(() => expect(windows[0]?.visible).toBe(false));
    expect(window.current()).not.toBeNull();
    await vi.waitFor(() => {
      windows[0]?.close();
      expect(onClose.mock.calls.length).toBeGreaterThan(1);
    });
  });

  it('closes at once when the app is ending', () => {
    const onClose = vi.fn();
    const window = keeper({ mayClose: () => true, onClose });
    window.show();
    expect(windows[0]?.close()).toBe(false);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('is replaced by a new one before the old one dies', () => {
    const window = keeper();
    window.show();
    const [old] = windows;
    old?.show();
    let newCame = false;
    old?.on('closed', () => (newCame = windows.length === 2));
    window.replace();
    expect(newCame).toBe(true);
    expect(old?.destroyed).toBe(true);
    expect(window.current()).toBe(windows[1]);
    expect(windows[1]?.options).toMatchObject(old?.bounds ?? {});
    windows[1]?.emit('ready-to-show');
    expect(windows[1]?.visible).toBe(true);
  });

  it('stays hidden when it was hidden while it is replaced', () => {
    const window = keeper();
    window.show();
    window.replace();
    windows[1]?.emit('ready-to-show');
    expect(windows[1]?.visible).toBe(false);
  });

  it('says when its renderer died, but not of one that was replaced', () => {
    const onGone = vi.fn();
    const window = keeper({ onGone });
    window.show();
    window.replace();
    windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 });
    expect(onGone).not.toHaveBeenCalled();
    windows[1]?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    expect(onGone).toHaveBeenCalledExactlyOnceWith('crashed');
  });

  it('does nothing when there is nothing to replace or remember', async () => {
    const window = keeper();
    window.replace();
    await window.remember();
    expect(windows).toEqual([]);
  });
});

describe('fitPlace', () => {
  const screens = [
    { x: 0, y: 0, width: 1920, height: 1080 },
    { x: 1920, y: 0, width: 1280, height: 720 },
  ];
  const place = (x: number, y: number, width = 1000, height = 700) => ({
    x,
    y,
    width,
    height,
    maximized: false,
  });

  it.each([
    ['unknown', null, { width: 1280, height: 800 }],
    ['as it was', place(100, 50), { x: 100, y: 50, width: 1000, height: 700 }],
    ['on the second screen', place(2000, 10), { x: 2000, y: 10, width: 1000, height: 700 }],
    ['on a screen that is gone', place(5000, 10), { width: 1000, height: 700 }],
    ['hardly visible', place(1850, 1060), { width: 1000, height: 700 }],
    ['with its title bar out of reach', place(100, -300), { x: 100, y: 0, width: 1000, height: 700 }],
    ['larger than the screen', place(1920, 0, 3000, 2000), { x: 1920, y: 0, width: 1280, height: 720 }],
    ['smaller than allowed', place(0, 0, 200, 150), { x: 0, y: 0, width: 900, height: 600 }],
  ])('%s', (_name, given, expected) => expect(fitPlace(given, screens)).toEqual(expected));
});

describe('readPlace', () => {
  it.each(['', '{', '{"x":1}', '{"x":"1","y":1,"width":1,"height":1,"maximized":true}'])(
    'takes %s for no place',
    async (text) => {
      await writeFile(join(folder, 'window.json'), text);
      expect(readPlace(join(folder, 'window.json'))).toBeNull();
    },
  );
});

describe('flush', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ends with the answer', async () => {
    const request = vi.fn();
    const flush = createFlush(request);
    const both = Promise.all([flush.run(true), flush.run(false)]);
    flush.answered('flushed');
    expect(await both).toEqual(['flushed', 'flushed']);
    expect(request).toHaveBeenCalledOnce();
  });

  it('ends without an answer when the time is over, and asks anew the next time', async () => {
    const request = vi.fn();
    const flush = createFlush(request);
    const late = flush.run(false);
    await vi.advanceTimersByTimeAsync(FLUSH_TIMEOUT_MS);
    expect(await late).toBe('late');
    flush.answered('flushed');
    const next = flush.run(true);
    expect(request).toHaveBeenCalledTimes(2);
    flush.answered('flushed');
    expect(await next).toBe('flushed');
  });
});

describe('the crash guard', () => {
  it('gives up at the fourth death within a minute', () => {
    let now = 0;
    const giveUp = vi.fn();
    const crashed = createCrashGuard({ clock: { now: () => now }, giveUp });
    for (const at of [0, 30_000, 59_000, 61_000, 90_001]) {
      now = at;
      expect(crashed()).toBe(false);
    }
    now = 91_000;
    expect(crashed()).toBe(true);
    expect(giveUp).toHaveBeenCalledOnce();
  });
});
