import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle, WebContents } from 'electron';
import { environment } from './environment.ts';
import { NotInHost, guardedEmitter, hostEvent } from './not-in-host.ts';
import type { FromPage } from './page-messages.ts';
import { sessions, type HostSession } from './session.ts';
import { HostWebContents } from './web-contents.ts';

type State = Extract<FromPage, { kind: 'state' }>;
type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

let made = 0;
const windows = new Map<number, HostBrowserWindow>();

/** What the app object wants to know of windows. */
export const windowWatch = {
  created: (_window: HostBrowserWindow): void => undefined,
  /** The last window is gone. */
  allClosed: (): void => undefined,
  /** The colour scheme that pages see. */
  dark: (_dark: boolean): void => undefined,
  focus: (_window: HostBrowserWindow, _focused: boolean): void => undefined,
};

/** A window of the installed Chromium. */
export class HostBrowserWindow
  extends guardedEmitter('window')
  implements
    Pick<
      BrowserWindow,
      | 'id'
      | 'webContents'
      | 'loadURL'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'show'
      | 'showInactive'
      | 'hide'
      | 'isVisible'
      | 'focus'
      | 'blur'
      | 'isFocused'
      | 'minimize'
      | 'isMinimized'
      | 'restore'
      | 'maximize'
      | 'unmaximize'
      | 'isMaximized'
      | 'setFullScreen'
      | 'isFullScreen'
      | 'setTitle'
      | 'getTitle'
      | 'getBounds'
      | 'getNormalBounds'
      | 'setBounds'
      | 'getSize'
      | 'setSize'
      | 'setMenu'
      | 'removeMenu'
      | 'setMenuBarVisibility'
      | 'setBackgroundColor'
      | 'setContentProtection'
      | 'flashFrame'
    >
{
  readonly id = (made += 1);
  readonly #contents: HostWebContents;
  readonly #helper: boolean;
  #destroyed = false;
  #visible: boolean;
  #focused = false;
  #state: WindowState = 'normal';
  #bounds: Rectangle;
  #title: string;

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()] as unknown as BrowserWindow[];
  }
  static getFocusedWindow(): BrowserWindow | null {
    const focused = [...windows.values()].find((window) => window.isFocused());
    return (focused ?? null) as unknown as BrowserWindow | null;
  }
  static fromId(id: number): BrowserWindow | null {
    return (windows.get(id) ?? null) as unknown as BrowserWindow | null;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    const found = [...windows.values()].find(({ webContents }) => webContents === contents);
    return (found ?? null) as unknown as BrowserWindow | null;
  }

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    const { width = 800, height = 600, x = 0, y = 0, show = true, webPreferences = {} } = options;
    this.#bounds = { x, y, width, height };
    this.#visible = show;
    this.#title = options.title ?? '';
    // A window that is never meant to be seen has no preload: it makes paper, in a Chromium without windows.
    this.#helper = !show && webPreferences.preload === undefined;
    const session = webPreferences.session as unknown as HostSession | undefined;
    const place = options.x === undefined || options.y === undefined ? { width, height } : this.#bounds;
    this.#contents = new HostWebContents(
      {
        session: session ?? sessions.fromPartition(webPreferences.partition ?? ''),
        preload: webPreferences.preload ?? null,
        preloadArguments: webPreferences.additionalArguments ?? [],
        javascript: webPreferences.javascript ?? true,
        helper: this.#helper,
        bounds: place,
        backgroundColor: options.backgroundColor ?? '#ffffff',
      },
      { state: (state) => this.#told(state), gone: () => this.#gone(), mayClose: () => this.#mayClose() },
    );
    windows.set(this.id, this);
    this.#contents.once('did-finish-load', () => this.emit('ready-to-show'));
    windowWatch.created(this);
  }

  get webContents(): WebContents {
    return this.#contents as unknown as WebContents;
  }
  /** The host's own object. */
  get contents(): HostWebContents {
    return this.#contents;
  }
  loadURL(url: string): Promise<void> {
    return this.#contents.loadURL(url);
  }

  close(): void {
    if (!this.#destroyed && this.#mayClose()) this.destroy();
  }
  destroy(): void {
    void this.end();
  }
  /** Ends the window; resolves when its page is gone. */
  async end(): Promise<void> {
    if (this.#destroyed) return;
    const gone = this.#contents.destroy();
    this.#gone();
    await gone;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }

  show(): void {
    if (this.#helper) throw new NotInHost('showing a window that was made hidden and has no preload');
    this.#set('normal', true);
    this.emit('show');
    this.focus();
  }
  showInactive(): void {
    this.#set('normal', true);
    this.emit('show');
  }
  hide(): void {
    // A window of another program cannot be hidden; out of the way is the nearest to it.
    this.#set('minimized', false);
    this.emit('hide');
  }
  isVisible(): boolean {
    return this.#visible && !this.#destroyed;
  }
  focus(): void {
    this.#contents.focus();
    if (!environment.headless) return;
    for (const other of windows.values()) if (other !== this) other.#focus(false);
    this.#focus(true);
  }
  blur(): void {
    this.#focus(false);
  }
  isFocused(): boolean {
    return this.#focused && !this.#destroyed;
  }
  minimize(): void {
    this.#set('minimized', this.#visible);
    this.emit('minimize');
  }
  isMinimized(): boolean {
    return this.#state === 'minimized' && this.#visible;
  }
  restore(): void {
    this.#set('normal', this.#visible);
    this.emit('restore');
  }
  maximize(): void {
    this.#set('maximized', true);
    this.emit('maximize');
  }
  unmaximize(): void {
    this.#set('normal', this.#visible);
    this.emit('unmaximize');
  }
  isMaximized(): boolean {
    return this.#state === 'maximized';
  }
  setFullScreen(on: boolean): void {
    this.#set(on ? 'fullscreen' : 'normal', this.#visible);
    this.emit(on ? 'enter-full-screen' : 'leave-full-screen');
  }
  isFullScreen(): boolean {
    return this.#state === 'fullscreen';
  }

  setTitle(title: string): void {
    this.#title = title;
  }
  getTitle(): string {
    return this.#title;
  }
  getBounds(): Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Rectangle {
    return this.getBounds();
  }
  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    const { x, y, width, height } = this.#bounds;
    this.#do(async () => {
      const page = await this.#contents.page();
      if (environment.headless) await page.setSize({ width, height });
      else await page.setWindow({ left: x, top: y, width, height });
    });
    this.emit('resize');
  }
  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  // An app window of Chromium has no menu bar, and neither its protection nor its frame can be had from outside.
  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(_visible: boolean): void {}
  setBackgroundColor(_color: string): void {}
  setContentProtection(_enable: boolean): void {}
  flashFrame(_flash: boolean): void {}

  #set(state: WindowState, visible: boolean): void {
    this.#state = state;
    this.#visible = visible;
    if (environment.headless) return;
    this.#do(async () => (await this.#contents.page()).setWindow({ windowState: state }));
  }
  /** Runs what a window that has gone meanwhile need not do. */
  #do(action: () => Promise<void>): void {
    action().catch(() => undefined);
  }
  #focus(focused: boolean): void {
    if (this.#focused === focused) return;
    this.#focused = focused;
    this.emit(focused ? 'focus' : 'blur');
    windowWatch.focus(this, focused);
  }
  #told({ dark, focused, bounds }: State): void {
    windowWatch.dark(dark);
    if (environment.headless) return;
    this.#focus(focused);
    const { width, height } = this.#bounds;
    if (this.#state === 'normal' && bounds.width > 0) this.#bounds = bounds;
    if (bounds.width !== width || bounds.height !== height) this.emit('resize');
  }
  #mayClose(): boolean {
    const event = hostEvent({});
    this.emit('close', event);
    return !event.defaultPrevented;
  }
  #gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#focused = false;
    windows.delete(this.id);
    void this.#contents.destroy();
    this.emit('closed');
    if (windows.size === 0) windowWatch.allClosed();
  }
}

/** All windows there are. */
export const allWindows = (): HostBrowserWindow[] => [...windows.values()];
