import type { Clipboard, Display, GlobalShortcut, SafeStorage, Screen, Shell } from 'electron';
import { openWithDesktop } from './command.ts';
import { environment } from './environment.ts';
import { guarded, guardedEmitter } from './not-in-host.ts';

/** Electron's `shell`. Without windows nothing is opened. */
export const shell = guarded('shell', {
  openExternal: async (url: string): Promise<void> => {
    if (!environment.headless && !(await openWithDesktop(url))) throw new Error(`Failed to open: ${url}`);
  },
  openPath: async (path: string): Promise<string> =>
    environment.headless || (await openWithDesktop(path)) ? '' : 'Failed to open path',
  showItemInFolder: (path: string): void => {
    if (!environment.headless) void openWithDesktop(path.replace(/[/\\][^/\\]*$/, ''));
  },
  beep: (): void => undefined,
} satisfies Partial<Shell>);

const noKeychain = (): never => {
  throw new Error('Encryption is not available.');
};

/** Electron's `safeStorage`: there is no keychain, and it says so. */
export const safeStorage = guarded('safeStorage', {
  isEncryptionAvailable: () => false,
  getSelectedStorageBackend: () => 'basic_text' as const,
  encryptString: noKeychain,
  decryptString: noKeychain,
} satisfies Partial<SafeStorage>);

/** Electron's `globalShortcut`: keys outside the window cannot be had. */
export const globalShortcut = guarded('globalShortcut', {
  register: () => false,
  unregister: () => undefined,
  unregisterAll: () => undefined,
  isRegistered: () => false,
} satisfies Partial<GlobalShortcut>);

let copied = '';

/** Electron's `clipboard`, within the app: pages use the real one themselves. */
export const clipboard = guarded('clipboard', {
  readText: async () => copied,
  writeText: async (text: string) => {
    copied = text;
  },
} satisfies Partial<Clipboard>);

const area = { x: 0, y: 0, width: 1920, height: 1080 };
// What is not known is what is most common; windows are kept in place by the desktop itself.
const display: Display = {
  id: 1,
  label: '',
  bounds: area,
  workArea: area,
  size: { width: area.width, height: area.height },
  workAreaSize: { width: area.width, height: area.height },
  scaleFactor: 1,
  rotation: 0,
  internal: true,
  detected: true,
  monochrome: false,
  accelerometerSupport: 'unknown',
  touchSupport: 'unknown',
  colorDepth: 24,
  colorSpace: '',
  depthPerComponent: 8,
  displayFrequency: 60,
  maximumCursorSize: { width: 0, height: 0 },
  nativeOrigin: { x: 0, y: 0 },
};

/** Electron's `screen`: one display, of the most common size. */
class HostScreen
  extends guardedEmitter('screen')
  implements
    Pick<
      Screen,
      | 'getPrimaryDisplay'
      | 'getAllDisplays'
      | 'getDisplayMatching'
      | 'getDisplayNearestPoint'
      | 'getCursorScreenPoint'
    >
{
  getPrimaryDisplay(): Display {
    return display;
  }
  getAllDisplays(): Display[] {
    return [display];
  }
  getDisplayMatching(): Display {
    return display;
  }
  getDisplayNearestPoint(): Display {
    return display;
  }
  getCursorScreenPoint(): { x: number; y: number } {
    return { x: 0, y: 0 };
  }
}

export const screen = new HostScreen();
