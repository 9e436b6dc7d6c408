import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { AboutPanelOptionsOptions, App, LoginItemSettings, Settings } from 'electron';
import { allWindows, windowWatch } from './browser-window.ts';
import { installedChromium } from './chromium.ts';
import { appDataFolder, environment, systemLanguages, userFolder } from './environment.ts';
import { guarded, guardedEmitter, hostEvent } from './not-in-host.ts';
import { sessions } from './session.ts';
import { SingleInstance } from './single-instance.ts';

type PathName = Parameters<App['getPath']>[0];
// Past this, Chromium is not waited for any longer; it ends with its host anyway.
const PATIENCE_MS = 5000;

const DEFAULT_PATHS: Partial<Record<PathName, (app: HostApp) => string>> = {
  home: () => homedir(),
  temp: () => tmpdir(),
  exe: () => process.execPath,
  appData: () => appDataFolder(process.platform, process.env),
  userData: (app) => environment.userData ?? join(app.getPath('appData'), app.name),
  sessionData: (app) => join(app.getPath('userData'), 'chromium'),
  logs: (app) => join(app.getPath('userData'), 'logs'),
  crashDumps: (app) => join(app.getPath('userData'), 'Crashpad'),
  desktop: () => userFolder('Desktop', process.env),
  documents: () => userFolder('Documents', process.env),
  downloads: () => userFolder('Downloads', process.env),
  music: () => userFolder('Music', process.env),
  pictures: () => userFolder('Pictures', process.env),
  videos: () => userFolder('Videos', process.env),
};

/** Electron's `app`. */
class HostApp
  extends guardedEmitter('app')
  implements
    Pick<
      App,
      | 'whenReady'
      | 'isReady'
      | 'quit'
      | 'exit'
      | 'getPath'
      | 'setPath'
      | 'getAppPath'
      | 'getVersion'
      | 'getName'
      | 'setName'
      | 'getLocale'
      | 'getSystemLocale'
      | 'getPreferredSystemLanguages'
      | 'requestSingleInstanceLock'
      | 'hasSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'enableSandbox'
      | 'setAppUserModelId'
      | 'setLoginItemSettings'
      | 'getLoginItemSettings'
      | 'setAboutPanelOptions'
      | 'showAboutPanel'
      | 'disableHardwareAcceleration'
      | 'focus'
      | 'isPackaged'
      | 'name'
      | 'applicationMenu'
    >
{
  readonly isPackaged = false;
  name = 'kartoteka';
  applicationMenu = null;
  readonly commandLine = guarded('commandLine', {
    // Switches are for Electron's own Chromium.
    appendSwitch: (_name: string, _value?: string): void => undefined,
    hasSwitch: (name: string): boolean => name === 'user-data-dir' && environment.userData !== null,
    getSwitchValue: (name: string): string => (name === 'user-data-dir' ? (environment.userData ?? '') : ''),
  } satisfies Partial<App['commandLine']>);
  #version = '0.0.0';
  #folder = process.cwd();
  readonly #paths = new Map<string, string>();
  readonly #instance = new SingleInstance();
  #ready = false;
  #waiting: () => void = () => undefined;
  /** Settles when main waits for readiness, perhaps at its top level. */
  readonly awaited = new Promise<void>((resolve) => {
    this.#waiting = resolve;
  });
  #quitting = false;
  #exiting = false;

  /** Takes name and version from the app's package file, as Electron does. */
  open(folder: string): void {
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
    this.#folder = folder;
    this.name = String(about['productName'] ?? about['name']);
    this.#version = String(about['version']);
  }

  /** Announces that the app may begin. */
  begin(): void {
    this.emit('session-created', sessions.defaultSession);
    sessions.onCreated = (session) => this.emit('session-created', session);
    this.#ready = true;
    this.emit('ready', hostEvent({}), {});
  }

  isReady(): boolean {
    return this.#ready;
  }
  async whenReady(): Promise<void> {
    this.#waiting();
    if (!this.#ready) await EventEmitter.once(this, 'ready');
  }

  quit(): void {
    if (this.#quitting || this.#exiting) return;
    this.#quitting = true;
    const before = hostEvent({});
    this.emit('before-quit', before);
    if (before.defaultPrevented) {
      this.#quitting = false;
      return;
    }
    for (const window of allWindows()) window.close();
    if (allWindows().length > 0) {
      this.#quitting = false;
      return;
    }
    const will = hostEvent({});
    this.emit('will-quit', will);
    if (will.defaultPrevented) this.#quitting = false;
    else this.exit(0);
  }
  exit(code = 0): void {
    if (this.#exiting) return;
    this.#exiting = true;
    void this.#end(code);
  }
  /** The last window was closed: the app decides, and without a decision it ends. */
  lastWindowClosed(): void {
    if (this.#quitting || this.#exiting) return;
    if (!this.emit('window-all-closed')) this.quit();
  }

  getPath(name: PathName): string {
    return this.#paths.get(name) ?? this.#defaultPath(name);
  }
  setPath(name: string, path: string): void {
    mkdirSync(path, { recursive: true });
    this.#paths.set(name, path);
  }
  getAppPath(): string {
    return this.#folder;
  }
  getVersion(): string {
    return this.#version;
  }
  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.name = name;
  }
  getLocale(): string {
    return systemLanguages(process.env)[0] ?? 'en';
  }
  getSystemLocale(): string {
    return this.getLocale();
  }
  getPreferredSystemLanguages(): string[] {
    return systemLanguages(process.env);
  }

  requestSingleInstanceLock(data: Record<PropertyKey, unknown> = {}): boolean {
    const start = { argv: process.argv, cwd: process.cwd(), data };
    return this.#instance.request(this.getPath('userData'), start, (second) =>
      this.emit('second-instance', hostEvent({}), second.argv, second.cwd, second.data),
    );
  }
  hasSingleInstanceLock(): boolean {
    return this.#instance.has();
  }
  releaseSingleInstanceLock(): void {
    this.#instance.release();
  }

  focus(): void {
    allWindows()[0]?.focus();
  }
  // The installed Chromium has its sandbox, its window class and its graphics; the rest belongs to installed apps.
  enableSandbox(): void {}
  disableHardwareAcceleration(): void {}
  setAppUserModelId(_id: string): void {}
  setLoginItemSettings(_settings: Settings): void {}
  getLoginItemSettings(): LoginItemSettings {
    return {
      openAtLogin: false,
      wasOpenedAtLogin: false,
      status: 'not-registered',
      executableWillLaunchAtLogin: false,
      launchItems: [],
    };
  }
  setAboutPanelOptions(_options: AboutPanelOptionsOptions): void {}
  showAboutPanel(): void {}

  #defaultPath(name: PathName): string {
    const make = DEFAULT_PATHS[name];
    if (make === undefined) throw new Error(`Failed to get '${name}' path`);
    return make(this);
  }

  async #end(code: number): Promise<void> {
    this.emit('quit', hostEvent({}), code);
    const ended = Promise.allSettled([
      ...allWindows().map((window) => window.end()),
      installedChromium.shutdown(),
      this.#instance.settled(),
    ]);
    await Promise.race([ended, wait(PATIENCE_MS)]);
    this.#instance.release();
    process.exit(code);
  }
}

export const app = new HostApp();
installedChromium.onFailed = (error) => {
  process.stderr.write(`Chromium could not be started. ${String(error)}\n`);
  app.exit(1);
};
windowWatch.allClosed = () => app.lastWindowClosed();
windowWatch.created = (window) => {
  installedChromium.useProfile(app.getPath('sessionData'));
  app.emit('web-contents-created', hostEvent({}), window.contents);
  app.emit('browser-window-created', hostEvent({}), window);
};
windowWatch.focus = (window, focused) => {
  app.emit(focused ? 'browser-window-focus' : 'browser-window-blur', hostEvent({}), window);
};
