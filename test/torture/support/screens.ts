import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { HostProcess } from '#test/e2e/support/host-process.ts';
import { findWindow } from '#test/e2e/support/running-app.ts';
import { PASSPHRASE } from './driven-app.ts';

/** The built app with its own screens. */
export interface Screens {
  readonly host: HostProcess;
  page: Page;
  /** Waits for the page that takes the place of this one. */
  readonly nextPage: () => Promise<Page>;
  readonly disconnect: () => Promise<void>;
}

/** Starts the built app on a data folder, as far as its closed door. */
export async function startScreens(
  userData: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Screens> {
  const host = new HostProcess({ start: 'out/chromium-host/start.js', app: '.', userData, env });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${String(await host.port())}`);
  const pages = (): readonly Page[] => browser.contexts().flatMap((context) => context.pages());
  const screens: Screens = {
    host,
    page: await findWindow(pages, null),
    nextPage: async () => (screens.page = await findWindow(pages, screens.page)),
    disconnect: () => browser.close(),
  };
  return screens;
}

/** Waits for a moment that the page marks. */
const marked = (page: Page, name: string): Promise<unknown> =>
  page.waitForFunction((mark) => performance.getEntriesByName(mark, 'mark').length > 0, name, {
    // By the clock: a page that is not in front draws no frames.
    polling: 50,
  });

/** Opens the door by the passphrase, and waits for what is behind it. */
export async function unlockScreens({ page }: Screens): Promise<void> {
  await marked(page, 'kartoteka:locked');
  await page.locator('input[type=password]').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.locator('nav').first().waitFor();
}

/** Shows a screen by its address, and gives it time to show what it has. */
export async function show({ page }: Screens, address: string, pause = 400): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${address}`);
  await wait(pause);
}
