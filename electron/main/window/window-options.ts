import type { BrowserWindowConstructorOptions } from 'electron';

const MIN_WIDTH = 900;
const MIN_HEIGHT = 600;
/** The page's own background, so that a window does not flash while it loads. */
const PAPER = { light: '#faf9f6', dark: '#16181b' } as const;

export interface Bounds {
  readonly width: number;
  readonly height: number;
  /** Absent: the system chooses the place. */
  readonly x?: number;
  readonly y?: number;
}

/** The smallest size a window may have. */
export const MIN_SIZE = { width: MIN_WIDTH, height: MIN_HEIGHT } as const;

/** Options of the app's window. Web preferences are written out and never taken from anywhere else. */
export const windowOptions = (deps: {
  readonly bounds: Bounds;
  readonly dark: boolean;
  /** Path of the built preload. */
  readonly preload: string;
}): BrowserWindowConstructorOptions => ({
  ...deps.bounds,
  minWidth: MIN_WIDTH,
  minHeight: MIN_HEIGHT,
  show: false,
  title: 'Kartoteka',
  backgroundColor: deps.dark ? PAPER.dark : PAPER.light,
  webPreferences: {
    preload: deps.preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    // Would download dictionaries and keep learned words in clear.
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
  },
});
