import { chromium, type Page } from 'playwright-core';
import { HostProcess } from '#test/e2e/support/host-process.ts';
import { findWindow } from '#test/e2e/support/running-app.ts';
import type { Driver } from '../driver/page.ts';

export const PASSPHRASE = 'seven quiet lamps beside the river';

/** Where the app with the driven page lies. */
const APP = 'out/torture/app';

type Method = keyof Driver;
type Told<M extends Method> = Parameters<Driver[M]>[0];
type Answer<M extends Method> = Awaited<ReturnType<Driver[M]>>;

/** The built app, whose page does what it is told. */
export class DrivenApp {
  readonly host: HostProcess;
  readonly page: Page;
  readonly #disconnect: () => Promise<void>;
  /** The last change the page has called saved. */
  acknowledged = 0;

  private constructor(host: HostProcess, page: Page, disconnect: () => Promise<void>) {
    this.host = host;
    this.page = page;
    this.#disconnect = disconnect;
  }

  /** Starts it on a data folder. */
  static async start(userData: string, env: Readonly<Record<string, string>> = {}): Promise<DrivenApp> {
    const host = new HostProcess({ start: 'out/chromium-host/start.js', app: APP, userData, env });
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${String(await host.port())}`);
      const page = await findWindow(() => browser.contexts().flatMap((context) => context.pages()), null);
      const app = new DrivenApp(host, page, () => browser.close());
      await page.exposeFunction('acknowledged', (number: number) => {
        app.acknowledged = Math.max(app.acknowledged, number);
      });
      await page.waitForFunction(() => 'driver' in globalThis);
      return app;
    } catch (error) {
      await host.kill();
      throw error;
    }
  }

  /** Tells the page to do something, and waits for its answer. */
  tell<M extends Method>(method: M, told: Told<M>): Promise<Answer<M>> {
    return this.page.evaluate(
      ([name, argument]) => {
        const { driver } = globalThis as unknown as { driver: Record<string, (told: unknown) => unknown> };
        return driver[name]?.(argument) as never;
      },
      [method, told] as const,
    );
  }

  /** Waits until so many changes have been called saved. */
  async saved(number: number, patience = 20_000): Promise<void> {
    const end = Date.now() + patience;
    while (this.acknowledged < number) {
      if (Date.now() > end) throw new Error(`Only ${String(this.acknowledged)} changes were saved`);
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
    }
  }

  /** From now on the dialogs for opening and for saving answer with this path. */
  answerDialogs(path: string): Promise<void> {
    return this.host.evaluate(({ dialog }, chosen) => {
      Object.assign(dialog, {
        showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [chosen] }),
        showSaveDialog: () => Promise.resolve({ canceled: false, filePath: chosen }),
      });
    }, path);
  }

  /** Holds every process still. */
  stop(): void {
    for (const leader of this.host.groups) process.kill(-leader, 'SIGSTOP');
  }
  /** Lets them go on. */
  goOn(): void {
    for (const leader of this.host.groups) process.kill(-leader, 'SIGCONT');
  }

  /** Ends every process at once. */
  async kill(): Promise<void> {
    await this.host.kill();
    await this.#disconnect();
  }

  /** Quits in order. */
  async quit(): Promise<void> {
    await this.host.close();
    await this.#disconnect();
  }
}

/** What the page says of a failure begins with its code. */
export const codeIn = (error: unknown): string =>
  /(?:Error: )+(\w+)/.exec(error instanceof Error ? error.message : String(error))?.[1] ?? String(error);
