import { BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_PAGE } from '#main/security/origin.ts';
import type { Log } from '#main/services/log/log.ts';
import { fitPlace, readPlace, type WindowPlace, writePlace } from './bounds.ts';
import { windowOptions } from './window-options.ts';

/** The one window of the app. */
export interface AppWindow {
  /** The window at this moment; null before start and after its end. */
  current(): BrowserWindow | null;
  /** Brings the window up, making it when there is none. */
  show(): void;
  /** Puts a new window with a new renderer process in the place of the old one, which dies with all it remembers. */
  replace(): void;
  /** Remembers where the window stands, for the next start. */
  remember(): Promise<void>;
}

export interface AppWindowDeps {
  readonly log: Log;
  /** File that remembers where the window stands. */
  readonly placeFile: string;
  readonly preload: string;
  /** The user asked to close the window. Answers what becomes of it, after what was typed has been stored. */
  readonly onClose: () => Promise<'hide' | 'close' | 'stay'>;
  /** Whether windows may close without being asked: the app is ending and everything is stored. */
  readonly mayClose: () => boolean;
  /** The renderer process died. */
  readonly onGone: (reason: string) => void;
}

const placeOf = (window: BrowserWindow): WindowPlace => ({
  ...window.getNormalBounds(),
  maximized: window.isMaximized(),
});

/** Makes the window's keeper; the window itself appears with the first `show`. */
export function createAppWindow(deps: AppWindowDeps): AppWindow {
  const { log, placeFile } = deps;
  let current: BrowserWindow | null = null;

  function open(place: WindowPlace | null, visible: boolean): BrowserWindow {
    const bounds = fitPlace(
      place,
      screen.getAllDisplays().map((display) => display.workArea),
    );
    const { preload } = deps;
    const window = new BrowserWindow(
      windowOptions({ bounds, dark: nativeTheme.shouldUseDarkColors, preload }),
    );
    current = window;
    if (place?.maximized === true && visible) window.maximize();
    watch(window, visible);
    window.loadURL(APP_PAGE).catch((error: unknown) => log.error('The page did not load', error));
    return window;
  }

  function watch(window: BrowserWindow, visible: boolean): void {
    if (visible) window.once('ready-to-show', () => window.show());
    let closing = false;
    window.on('close', (event) => {
      if (deps.mayClose()) return;
      event.preventDefault();
      if (closing) return;
      closing = true;
      void close().finally(() => (closing = false));
    });
    window.on('closed', () => {
      if (current === window) current = null;
    });
    window.webContents.on('render-process-gone', (_event, details) => {
      if (current !== window) return;
      log.info('Renderer gone', { reason: details.reason, exitCode: details.exitCode });
      deps.onGone(details.reason);
    });
  }

  const existing = (): BrowserWindow | null => (current === null || current.isDestroyed() ? null : current);

  async function remember(): Promise<void> {
    const window = existing();
    if (window !== null) await writePlace(placeFile, placeOf(window), log);
  }

  async function close(): Promise<void> {
    const [outcome] = await Promise.all([deps.onClose(), remember()]);
    // Locking may have put another window in its place meanwhile.
    const window = existing();
    if (outcome === 'hide') window?.hide();
    else if (outcome === 'close') window?.destroy();
  }

  return {
    current: existing,
    show() {
      const window = existing();
      if (window === null) {
        open(readPlace(placeFile), true);
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    replace() {
      const old = existing();
      if (old === null) return;
      // New before old: with no window at all the app would end.
      open(placeOf(old), old.isVisible());
      old.destroy();
    },
    remember,
  };
}
