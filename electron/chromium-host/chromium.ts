import { spawn } from 'node:child_process';
import { readFile, readlink, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setImmediate as immediately, setTimeout as wait } from 'node:timers/promises';
import type * as Playwright from 'playwright-core';
import type { Browser, BrowserContext, LaunchOptions, Page } from 'playwright-core';
import { findChromium } from '../launch/find-chromium.mjs';
import { type ChromiumStart, chromiumArguments } from './chromium-arguments.ts';
import { environment, systemLanguages } from './environment.ts';
import { rememberNothing } from './profile.ts';

/** What a window asks of its page's surroundings. */
export interface PageWish {
  readonly bounds: ChromiumStart['bounds'];
  readonly backgroundColor: string;
}

type PrepareContext = (context: BrowserContext) => Promise<void>;

// Not by `import`: that reads all of a CommonJS package once more for its names, and takes half as long again.
const { chromium } = createRequire(import.meta.url)('playwright-core') as typeof Playwright;
const PORT_FILE = 'DevToolsActivePort';
const CONTEXT_OPTIONS = {
  viewport: null,
  colorScheme: null,
  acceptDownloads: false,
  serviceWorkers: 'block',
} as const;

/**
 * The installed Chromium. One with the user's profile shows the windows; hidden windows that only make paper live in
 * contexts of their own, when windows are real ones in a second Chromium without any.
 */
class Chromium {
  #profile = '';
  #app: Promise<BrowserContext> | null = null;
  #fresh: Page | null = null;
  #helper: Promise<Browser> | null = null;
  #closing: Promise<void> = Promise.resolve();
  /** Called with the port on which tests attach. */
  onDebugPort: (port: number, pid: number) => void = () => undefined;
  /** Called when Chromium cannot be started. */
  onFailed: (error: unknown) => void = () => undefined;
  /** Called with pages that no window asked for: a script opened them. */
  onStrayPage: (page: Page) => void = () => undefined;
  readonly #expected = new WeakSet<Page>();
  readonly #opening = new Set<Promise<Page>>();

  /** Where the user's profile lies; before the first window. */
  useProfile(folder: string): void {
    this.#profile = folder;
  }

  /** A new page with the user's profile. Starts Chromium when it does not run. */
  openAppPage(wish: PageWish, prepare: PrepareContext): Promise<Page> {
    const opening = this.#open(wish, prepare);
    this.#opening.add(opening);
    return opening.finally(() => this.#opening.delete(opening));
  }

  /** A context without profile, for hidden windows of one session. */
  async openHelperContext(): Promise<BrowserContext> {
    const app = environment.headless ? (await this.#app)?.browser() : null;
    const browser = app ?? (await (this.#helper ??= this.#startHelper()));
    return browser.newContext({ ...CONTEXT_OPTIONS });
  }

  /** Closes a page. A Chromium with real windows ends with its last one; the next window starts it again. */
  async closePage(page: Page): Promise<void> {
    const context = page.context();
    // With a new window on its way, or asked for in the same breath, the old one is not the last.
    await immediately();
    await Promise.allSettled(this.#opening);
    const app = await this.#app?.catch(() => null);
    const last = context === app && context.pages().every((other) => other === page);
    if (last && !environment.headless) {
      this.#app = null;
      this.#closing = context.close().catch(() => undefined);
      await this.#closing;
    } else {
      await page.close().catch(() => undefined);
    }
  }

  /** Ends Chromium, in order, so that its stores are whole. */
  async shutdown(): Promise<void> {
    const app = await this.#app?.catch(() => null);
    const helper = await this.#helper?.catch(() => null);
    await Promise.allSettled([app?.close(), helper?.close(), this.#closing]);
  }

  async #open(wish: PageWish, prepare: PrepareContext): Promise<Page> {
    await this.#closing;
    this.#app ??= this.#start(wish, prepare).catch((error: unknown) => {
      this.onFailed(error);
      throw error;
    });
    const context = await this.#app;
    const first = this.#fresh;
    this.#fresh = null;
    const page =
      first ?? (await (environment.headless ? context.newPage() : this.#newAppWindow(context, wish)));
    this.#expected.add(page);
    return page;
  }

  /** A second start with the same profile hands its window over to the Chromium that runs. */
  async #newAppWindow(context: BrowserContext, wish: PageWish): Promise<Page> {
    const opened = context.waitForEvent('page');
    const { executablePath = '' } = this.#launchOptions(false);
    const start = { ...environment, ...wish, debugPort: null, language: null };
    const args = [`--user-data-dir=${this.#profile}`, ...chromiumArguments(start)];
    if (environment.root) args.unshift('--no-sandbox');
    const second = spawn(executablePath, args, { stdio: 'ignore' });
    // Should it find nobody to hand over to, it must not stay as a Chromium of its own.
    return opened.finally(() => second.kill());
  }

  async #start(wish: PageWish, prepare: PrepareContext): Promise<BrowserContext> {
    await this.#profileFree();
    await rememberNothing(this.#profile);
    // One of an earlier start would name a port of the past.
    await rm(join(this.#profile, PORT_FILE), { force: true });
    const [language] = systemLanguages(process.env);
    const start: ChromiumStart = { ...environment, ...wish, language: language ?? null };
    const context = await chromium.launchPersistentContext(this.#profile, {
      ...this.#launchOptions(environment.headless),
      ...CONTEXT_OPTIONS,
      args: chromiumArguments(start),
    });
    context.on('close', () => {
      this.#app = null;
      this.#fresh = null;
    });
    const [first] = context.pages();
    this.#fresh = first ?? null;
    if (first !== undefined) this.#expected.add(first);
    context.on('page', (page) => {
      if (this.#opening.size === 0 && !this.#expected.has(page)) this.onStrayPage(page);
    });
    await prepare(context);
    if (environment.debugPort !== null) await this.#tellPort(context, environment.debugPort);
    return context;
  }

  async #startHelper(): Promise<Browser> {
    const bounds = { width: 1280, height: 800 };
    const start = {
      ...environment,
      headless: true,
      debugPort: null,
      language: null,
      bounds,
      backgroundColor: '',
    };
    return chromium.launch({ ...this.#launchOptions(true), args: chromiumArguments(start) });
  }

  #launchOptions(headless: boolean): LaunchOptions {
    const executablePath = findChromium();
    if (executablePath === null)
      throw new Error('No Chromium is installed; KARTOTEKA_CHROMIUM can name one.');
    return {
      executablePath,
      headless,
      chromiumSandbox: !environment.root,
      ignoreDefaultArgs: ['--enable-automation'],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    };
  }

  /** A Chromium whose host was killed needs a moment to end; until then it would swallow the new one. */
  async #profileFree(): Promise<void> {
    for (let tries = 0; tries < 50; tries += 1) {
      const holder = await readlink(join(this.#profile, 'SingletonLock')).catch(() => '');
      const pid = Number(/-(\d+)$/.exec(holder)?.[1] ?? 0);
      if (pid === 0 || !(await isChromium(pid))) return;
      await wait(200);
    }
  }

  async #tellPort(context: BrowserContext, asked: number): Promise<void> {
    const port = asked === 0 ? await portIn(join(this.#profile, PORT_FILE)) : asked;
    const session = await context.browser()?.newBrowserCDPSession();
    const processes = (await session?.send('SystemInfo.getProcessInfo'))?.processInfo ?? [];
    this.onDebugPort(port, processes.find(({ type }) => type === 'browser')?.id ?? 0);
  }
}

/** The port Chromium chose; it writes it down soon after it has started. */
async function portIn(file: string): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [port] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    if (Number(port) > 0) return Number(port);
    await wait(50);
  }
  throw new Error('Chromium did not tell its port.');
}

async function isChromium(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('chrom');
}

/** The one Chromium of this process. */
export const installedChromium = new Chromium();
