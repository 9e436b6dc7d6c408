import { readFile } from 'node:fs/promises';
import type { BrowserContext, CDPSession, Page, Route } from 'playwright-core';
import { installedChromium, type PageWish } from './chromium.ts';
import { environment } from './environment.ts';
import { FrameTree, type HostFrame } from './frame-tree.ts';
import { fromPageUrl } from './mapping.ts';
import { PageChannel } from './page-channel.ts';
import type { FromPage } from './page-messages.ts';
import { answerRequest } from './requests.ts';
import type { HostSession } from './session.ts';

/** What a page of a window is made of. */
export interface PageOptions extends PageWish {
  readonly session: HostSession;
  /** Path of the preload script; null for pages without one. */
  readonly preload: string | null;
  readonly preloadArguments: readonly string[];
  readonly javascript: boolean;
  /** A page that is never shown and makes paper only. */
  readonly helper: boolean;
}

/** What a page reports to its window. */
export interface PageSink {
  message(message: FromPage, frame: HostFrame): void;
  /** A script of the page wants to go elsewhere; answers whether it may. */
  mayNavigate(url: string, mainFrame: boolean): boolean;
  navigated(sameDocument: boolean): void;
  /** A script of the page asked for a new window. There never is one. */
  popup(url: string): void;
  crashed(): void;
  closed(): void;
  /** The user pressed the close button; answers whether the window may go. */
  mayClose(): boolean;
}

const open = new Map<Page, PageHost>();

/** One page of the installed Chromium, with its channel to the preload. */
export class PageHost {
  #leaving = false;
  #asked = 0;

  private constructor(
    readonly page: Page,
    readonly cdp: CDPSession,
    readonly channel: PageChannel,
    private readonly id: number,
    readonly sink: PageSink,
  ) {}

  /** Opens a page; it shows nothing yet. */
  static async open(id: number, main: HostFrame, options: PageOptions, sink: PageSink): Promise<PageHost> {
    const opening = options.helper ? openHelperPage(options.session) : openAppPage(options);
    const preload = options.preload === null ? null : readFile(options.preload, 'utf8');
    const page = await opening;
    const cdp = await page.context().newCDPSession(page);
    if (!options.helper) options.session.devTools = cdp;
    const frames = new FrameTree(main);
    await frames.follow(cdp);
    const channel = new PageChannel(cdp, frames, (message, frame) => sink.message(message, frame));
    const host = new PageHost(page, cdp, channel, id, sink);
    frames.onNavigated = (sameDocument) => sink.navigated(sameDocument);
    frames.onRequested = () => (host.#asked = Date.now());
    const readFor = async (): Promise<void> => {
      if (preload === null) return;
      const { headless } = environment;
      const config = { headless, platform: process.platform, arguments: options.preloadArguments };
      await channel.open(config, await preload);
    };
    await Promise.all([
      options.javascript ? null : cdp.send('Emulation.setScriptExecutionDisabled', { value: true }),
      readFor(),
      environment.headless || options.helper ? host.setSize(options.bounds) : null,
    ]);
    host.#listen();
    return host;
  }

  /** Shows a document, as main asks. Rejects as Electron's `loadURL` does. */
  async show(pageUrl: string): Promise<void> {
    this.#leaving = true;
    try {
      await this.page.goto(pageUrl, { waitUntil: 'load', timeout: 0 });
    } finally {
      this.#leaving = false;
    }
  }

  /** The size of the page's area where there is no real window. */
  async setSize({ width, height }: { readonly width: number; readonly height: number }): Promise<void> {
    const metrics = { width, height, deviceScaleFactor: 0, mobile: false };
    await this.cdp.send('Emulation.setDeviceMetricsOverride', metrics);
  }

  /** Moves, sizes, minimises … a real window. */
  async setWindow(bounds: {
    windowState?: 'normal' | 'minimized' | 'maximized' | 'fullscreen';
    left?: number;
    top?: number;
    width?: number;
    height?: number;
  }): Promise<void> {
    const { windowId } = await this.cdp.send('Browser.getWindowForTarget');
    await this.cdp.send('Browser.setWindowBounds', { windowId, bounds });
  }

  async close(): Promise<void> {
    open.delete(this.page);
    await installedChromium.closePage(this.page);
  }

  #listen(): void {
    open.set(this.page, this);
    this.cdp.on('Page.windowOpen', ({ url }) => this.sink.popup(fromPageUrl(url)));
    this.page.on('crash', () => this.sink.crashed());
    this.page.on('close', () => {
      if (!open.delete(this.page)) return;
      this.sink.closed();
      void installedChromium.closePage(this.page);
    });
    this.page.on('dialog', (dialog) => {
      // A question of the close button, unless a script of the page asked to go elsewhere just before.
      const closing = dialog.type() === 'beforeunload' && !this.#leaving && Date.now() - this.#asked > 2000;
      const stays = dialog.type() !== 'beforeunload' || (closing && !this.sink.mayClose());
      void (stays ? dialog.dismiss() : dialog.accept()).catch(() => undefined);
    });
  }

  /** Whether a request may be made, and where it stands. */
  place(route: Route): { webContentsId: number; navigation: 'mainFrame' | 'subFrame' | null } | null {
    const request = route.request();
    if (!request.isNavigationRequest()) return { webContentsId: this.id, navigation: null };
    const mainFrame = request.frame() === this.page.mainFrame();
    const byHost = mainFrame && this.#leaving;
    if (!byHost && !this.sink.mayNavigate(fromPageUrl(request.url()), mainFrame)) return null;
    return { webContentsId: this.id, navigation: mainFrame ? 'mainFrame' : 'subFrame' };
  }
}

async function answer(route: Route, session: HostSession): Promise<void> {
  const page = pageOf(route);
  if (page === null) {
    await route.abort('blockedbyclient');
    return;
  }
  const place = page.place(route);
  await (place === null ? route.abort('aborted') : answerRequest(route, session, place));
}

function pageOf(route: Route): PageHost | null {
  try {
    return open.get(route.request().frame().page()) ?? null;
  } catch {
    // The page is being opened by a script: it has no frame yet.
    return null;
  }
}

async function answerAll(context: BrowserContext, session: HostSession): Promise<void> {
  await context.route('**/*', async (route) => {
    try {
      await answer(route, session);
    } catch {
      // The handler failed, or the page went away while it was answered.
      await route.abort('failed').catch(() => undefined);
    }
  });
}

const openAppPage = (options: PageOptions): Promise<Page> =>
  installedChromium.openAppPage(options, (context) => answerAll(context, options.session));

async function openHelperPage(session: HostSession): Promise<Page> {
  session.helper ??= installedChromium.openHelperContext().then(async (context) => {
    context.on('close', () => (session.helper = null));
    await answerAll(context, session);
    return context;
  });
  return (await session.helper).newPage();
}

installedChromium.onStrayPage = (page) => void page.close().catch(() => undefined);
