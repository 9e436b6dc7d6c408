import type {
  PrinterInfo,
  PrintToPDFOptions,
  Session,
  WebContents,
  WebContentsPrintOptions,
  WebFrameMain,
  WindowOpenHandlerResponse,
  HandlerDetails,
} from 'electron';
import { HostFrame } from './frame-tree.ts';
import { dispatch } from './ipc-main.ts';
import { originOf, toPageUrl } from './mapping.ts';
import { NotInHost, guardedEmitter, hostEvent } from './not-in-host.ts';
import type { FromPage, ToPage } from './page-messages.ts';
import { PageHost, type PageOptions, type PageSink } from './page-host.ts';
import { printPage } from './pdf.ts';
import { printPdf, systemPrinters } from './printer.ts';

type WindowOpenHandler = (details: HandlerDetails) => WindowOpenHandlerResponse;
type PrintAnswer = (success: boolean, failureReason: string) => void;
type State = Extract<FromPage, { kind: 'state' }>;

/** What web contents tell the window they are in. */
export interface ContentsOwner {
  /** The page said how it looks. */
  state(state: State): void;
  /** There is no page any more, and main did not ask for that. */
  gone(): void;
  mayClose(): boolean;
}

let made = 0;
const all = new Map<number, HostWebContents>();

/** Web contents: one page, replaced by a new one after its process died. */
export class HostWebContents
  extends guardedEmitter('webContents')
  implements
    Pick<
      WebContents,
      | 'id'
      | 'send'
      | 'loadURL'
      | 'reload'
      | 'getURL'
      | 'isDestroyed'
      | 'isCrashed'
      | 'isLoading'
      | 'print'
      | 'printToPDF'
      | 'getPrintersAsync'
      | 'setWindowOpenHandler'
      | 'forcefullyCrashRenderer'
      | 'setVisualZoomLevelLimits'
      | 'setZoomFactor'
      | 'setBackgroundThrottling'
      | 'focus'
      | 'getType'
      | 'session'
      | 'mainFrame'
      | 'closeDevTools'
      | 'isDevToolsOpened'
    >
{
  readonly id = (made += 1);
  #frame = new HostFrame('main', null);
  #page: Promise<PageHost> | null = null;
  #openHandler: WindowOpenHandler = () => ({ action: 'deny' });
  #destroyed = false;
  #crashed = false;
  #loading = false;
  #sending: Promise<unknown> = Promise.resolve();
  #url = '';

  constructor(
    private readonly options: PageOptions,
    private readonly owner: ContentsOwner,
  ) {
    super();
    all.set(this.id, this);
  }

  get session(): Session {
    return this.options.session as unknown as Session;
  }
  get mainFrame(): WebFrameMain {
    return this.#frame as unknown as WebFrameMain;
  }
  /** Whether it makes paper only. */
  get helper(): boolean {
    return this.options.helper;
  }
  /** The page; opened when first asked for. */
  page(): Promise<PageHost> {
    this.#page ??= PageHost.open(this.id, this.#frame, this.options, this.#sink());
    return this.#page;
  }

  async loadURL(url: string): Promise<void> {
    if (this.#crashed) await this.#replacePage();
    this.#loading = true;
    this.#url = url;
    this.emit('did-start-loading');
    try {
      const host = await this.page();
      await this.#permit(host, url);
      await host.show(toPageUrl(url));
    } catch (error) {
      if (this.#destroyed) return;
      const reason = /net::(ERR_\w+)/.exec(String(error))?.[1] ?? 'ERR_FAILED';
      this.emit('did-fail-load', hostEvent({}), -2, reason, url, true);
      throw new Error(`${reason} (-2) loading '${url}'`, { cause: error });
    } finally {
      this.#loading = false;
    }
    this.emit('dom-ready', hostEvent({}));
    this.emit('did-finish-load');
    this.emit('did-stop-loading');
  }

  reload(): void {
    // A failure is told by `did-fail-load`, as in Electron.
    this.loadURL(this.getURL()).catch(() => undefined);
  }

  send(channel: string, ...args: unknown[]): void {
    this.post({ kind: 'event', channel, args });
  }
  /** Gives the page a message, in the order of the calls. */
  post(message: ToPage): void {
    const page = this.#page;
    if (this.#destroyed || page === null) return;
    this.#sending = this.#sending
      .then(() => page)
      .then((host) => host.channel.post(message))
      .catch(() => undefined);
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    return printPage((await this.page()).cdp, options);
  }
  print(options: WebContentsPrintOptions = {}, answer: PrintAnswer = () => undefined): void {
    const { pageSize, printBackground, landscape } = options;
    const size = typeof pageSize === 'string' ? { pageSize } : {};
    const paper = {
      preferCSSPageSize: true,
      printBackground: printBackground ?? false,
      landscape: landscape ?? false,
    };
    this.printToPDF({ ...paper, ...size })
      .then((pdf) => printPdf(pdf, options))
      .then(
        () => answer(true, ''),
        (error: unknown) => answer(false, error instanceof Error ? error.message : String(error)),
      );
  }
  getPrintersAsync(): Promise<PrinterInfo[]> {
    return systemPrinters();
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }
  forcefullyCrashRenderer(): void {
    void this.page()
      .then((host) => host.cdp.send('Page.crash'))
      .catch(() => undefined);
  }
  getURL(): string {
    return this.#frame.url === 'about:blank' ? this.#url : this.#frame.url;
  }
  getType(): 'window' {
    return 'window';
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  isCrashed(): boolean {
    return this.#crashed;
  }
  isLoading(): boolean {
    return this.#loading;
  }
  isDevToolsOpened(): boolean {
    return false;
  }
  closeDevTools(): void {}
  focus(): void {
    void this.#page?.then((host) => host.page.bringToFront()).catch(() => undefined);
  }
  async setVisualZoomLevelLimits(_minimum: number, _maximum: number): Promise<void> {}
  // Zoom and throttling are the installed Chromium's own affair.
  setZoomFactor(_factor: number): void {}
  setBackgroundThrottling(_allowed: boolean): void {}

  /** Ends the page and its process. */
  async destroy(): Promise<void> {
    if (this.#destroyed) return;
    this.#destroyed = true;
    all.delete(this.id);
    const page = this.#page;
    this.emit('destroyed');
    await page?.then((host) => host.close()).catch(() => undefined);
  }

  async #replacePage(): Promise<void> {
    const dead = this.#page;
    this.#page = null;
    this.#crashed = false;
    this.#frame = new HostFrame('main', null);
    await dead?.then((host) => host.close()).catch(() => undefined);
  }

  /** Grants what main's permission check lets this origin do, and denies the rest. */
  async #permit(host: PageHost, url: string): Promise<void> {
    const browser = host.page.context().browser();
    if (this.options.helper || browser === null) return;
    const session = await browser.newBrowserCDPSession();
    const permissions = this.options.session.allowed(originOf(url));
    await session.send('Browser.grantPermissions', { permissions: permissions as never });
    await session.detach();
  }

  #take(message: FromPage, frame: HostFrame): void {
    if (this.#destroyed) return;
    if (message.kind === 'state') this.owner.state(message);
    else if (message.kind === 'input') this.emit('host-input');
    else if (message.kind !== 'hello') dispatch(this, frame, message);
  }

  #mayNavigate(url: string, mainFrame: boolean): boolean {
    const event = hostEvent({ url, isMainFrame: mainFrame, isSameDocument: false, frame: this.#frame });
    this.emit('will-frame-navigate', event);
    if (mainFrame) this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }

  #popup(url: string): void {
    const details = {
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'default' },
    };
    const { action } = this.#openHandler(details as HandlerDetails);
    if (action === 'allow') throw new NotInHost('a window opened by a page');
  }

  #sink(): PageSink {
    return {
      message: (message, frame) => this.#take(message, frame),
      mayNavigate: (url, mainFrame) => this.#mayNavigate(url, mainFrame),
      navigated: (sameDocument) => {
        const url = this.#frame.url;
        if (sameDocument) this.emit('did-navigate-in-page', hostEvent({}), url, true);
        else this.emit('did-navigate', hostEvent({}), url, 200, 'OK');
      },
      popup: (url) => this.#popup(url),
      crashed: () => {
        this.#crashed = true;
        this.emit('render-process-gone', hostEvent({}), { reason: 'crashed', exitCode: 1 });
      },
      closed: () => {
        if (!this.#destroyed) this.owner.gone();
      },
      mayClose: () => this.owner.mayClose(),
    };
  }
}

/** All living web contents. */
export const allWebContents = (): HostWebContents[] => [...all.values()];

/** What `webContents` of Electron's module offers. */
export const webContents = {
  getAllWebContents: (): WebContents[] => allWebContents() as unknown as WebContents[],
  fromId: (id: number): WebContents | undefined => all.get(id) as unknown as WebContents | undefined,
};
