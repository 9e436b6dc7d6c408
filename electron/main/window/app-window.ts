import type { BrowserWindow } from 'electron';

/** The one window of the app. */
export interface AppWindow {
  /** The window at this moment; null before start and after its end. */
  current(): BrowserWindow | null;
  /** Brings the window up, making it when there is none. */
  show(): void;
  /** Puts a new window with a new renderer process in the place of the old one, which dies with all it remembers. */
  replace(): void;
}
