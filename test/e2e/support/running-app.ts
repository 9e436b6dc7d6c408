import type * as Electron from 'electron';
import type { Page } from '@playwright/test';

/** Electron's module as a spec's function gets it in the main process. */
export type ElectronModule = typeof Electron;

/** A running app, whichever runtime it has. */
export interface RunningApp {
  /** The data folder; a second start with it goes on where this one ended. */
  readonly userData: string;
  /** Everything the main process printed so far. */
  output(): string;
  /** The page of the app's window, once it shows the app. After a lock it is another one: see `nextWindow`. */
  window(): Promise<Page>;
  /** Waits until the window has been replaced, as locking does, and answers the new page. */
  nextWindow(old: Page): Promise<Page>;
  /**
   * Runs a function in the main process, with Electron's module and one argument. Its source text goes there: it can
   * use nothing from around itself.
   */
  evaluate<R, A = undefined>(
    run: (electron: ElectronModule, arg: A) => R | Promise<R>,
    ...arg: A extends undefined ? [] : [arg: A]
  ): Promise<R>;
  /** Quits in order, as at log-out, and waits for the end. */
  close(): Promise<void>;
  /** SIGKILL to every process at once: nothing gets the chance to store anything. */
  kill(): Promise<void>;
}

const OWN_PAGE = /^(app:\/\/kartoteka|https:\/\/kartoteka\.app\.localhost)\//;
const STEP_MS = 50;
const PATIENCE_MS = 30_000;

/** Waits for the one page that shows the app, other than `old`. */
export async function findWindow(pages: () => readonly Page[], old: Page | null): Promise<Page> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const shown = pages().filter((page) => page !== old && !page.isClosed() && OWN_PAGE.test(page.url()));
    const [page] = shown;
    if (page !== undefined && shown.length === 1 && (old === null || old.isClosed())) {
      await page.waitForLoadState('domcontentloaded').catch(() => undefined);
      if (!page.isClosed()) return page;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, STEP_MS);
    });
  }
  throw new Error(
    `The app shows no window. Pages: ${pages()
      .map((page) => page.url())
      .join(', ')}`,
  );
}

/**
 * Does what makes the app replace its window, and answers the new page. The old one may be gone before the driver hears
 * that its key or click arrived, and then the call fails though all went well; any other failure counts.
 */
export async function replaceWindow(app: RunningApp, old: Page, act: () => Promise<unknown>): Promise<Page> {
  try {
    await act();
  } catch (error) {
    if (!old.isClosed()) throw error;
  }
  return app.nextWindow(old);
}
