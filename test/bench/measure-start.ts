import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findWindow, type RunningApp } from '#test/e2e/support/running-app.ts';
import { HostProcess } from '#test/e2e/support/host-process.ts';
import type { SeededVault } from './seed.ts';

interface Opened {
  readonly page: Page;
  /** Wall time at which the process was started, milliseconds since the epoch. */
  readonly begun: number;
  /** Runs a function in the main process, as specs do. */
  readonly evaluate: RunningApp['evaluate'];
  /** The processes that all others of the app come from. */
  readonly roots: readonly number[];
  readonly close: () => Promise<void>;
}

/** A large vault is backed up before the app ends, milliseconds. */
const CLOSING_MS = 120_000;

async function open(app: string, userData: string): Promise<Opened> {
  const begun = Date.now();
  const host = new HostProcess({ start: 'out/chromium-host/start.js', app, userData });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${String(await host.port())}`);
  const page = await findWindow(() => browser.contexts().flatMap((context) => context.pages()), null);
  return {
    page,
    begun,
    roots: host.groups,
    evaluate: (run, ...[arg]) => host.evaluate(run, arg as never),
    close: async () => {
      await host.close(CLOSING_MS);
      await browser.close();
    },
  };
}

/** Wall time of a moment the page has marked, milliseconds since the epoch. */
export const moment = (page: Page, name: string): Promise<number> =>
  page.evaluate(
    (mark) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const found = performance.getEntriesByName(mark, 'mark').at(-1);
          if (found) resolve(performance.timeOrigin + found.startTime);
          else setTimeout(look, 10);
        };
        look();
      }),
    name,
  );

/** @param typing Milliseconds that typing the passphrase takes. */
async function unlock(page: Page, vault: SeededVault, limit: number, typing = 0): Promise<void> {
  page.setDefaultTimeout(limit);
  await moment(page, 'kartoteka:locked');
  await page.evaluate(() => {
    location.hash = '#/clients';
  });
  await page.waitForTimeout(typing);
  await page.locator('input[type=password]').fill(vault.passphrase);
  await page.keyboard.press('Enter');
  await moment(page, 'kartoteka:list');
}

/** The app, unlocked and showing the register. Whoever asked closes it. */
export async function openedApp(folder: string, vault: SeededVault, limit = 30_000): Promise<Opened> {
  const opened = await open('.', folder);
  await unlock(opened.page, vault, limit);
  return opened;
}

/** A quick typist's passphrase, milliseconds. */
const TYPING_MS = 2000;

/** Milliseconds from Enter behind the passphrase to the usable register, key derivation included. */
export async function measureUnlock(folder: string, vault: SeededVault): Promise<number> {
  const { page, close } = await open('.', folder);
  await page.evaluate(() => {
    window.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') performance.mark('bench:enter');
    });
  });
  await unlock(page, vault, 60_000, TYPING_MS);
  const took = (await moment(page, 'kartoteka:list')) - (await moment(page, 'bench:enter'));
  await close();
  return took;
}

/** Milliseconds from process start to the lock screen, and from the derived key to the usable register. */
export async function measureAppStart(folder: string, vault: SeededVault): Promise<number> {
  const { page, begun, close } = await openedApp(folder, vault);
  const [locked, key, list] = [
    await moment(page, 'kartoteka:locked'),
    await moment(page, 'kartoteka:key'),
    await moment(page, 'kartoteka:list'),
  ];
  await close();
  return locked - begun + (list - key);
}

/** The empty page, shown. Its data folder is removed when it is closed. */
export async function openedEmptyPage(app: string): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'kartoteka-empty-'));
  const opened = await open(app, folder);
  await moment(opened.page, 'empty:usable');
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Milliseconds from process start to the contents of the empty page. */
export async function measureEmptyStart(app: string): Promise<number> {
  const { page, begun, close } = await openedEmptyPage(app);
  const usable = await moment(page, 'empty:usable');
  await close();
  return usable - begun;
}
