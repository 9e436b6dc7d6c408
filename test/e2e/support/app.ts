import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PlaywrightWorkerArgs, test as base } from '@playwright/test';
import '#shared/i18n/all-texts.ts';
import { startOnElectron } from './on-electron.ts';
import { startOnHost } from './on-host.ts';
import type { RunningApp } from './running-app.ts';

/** What a spec may choose about a start. */
export interface LaunchOptions {
  /** Data folder of an earlier start; without it the test's own, which is empty at its first start. */
  readonly userData?: string;
  /** Language of the system: `en`, `cs`, `pl` or `ru`. */
  readonly language?: string;
  /** Environment on top of this process's own. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built app. What still runs when the test ends is killed, and its data are removed. */
export type LaunchApp = (options?: LaunchOptions) => Promise<RunningApp>;

const LOCALES: Readonly<Record<string, string>> = { en: 'en_GB', cs: 'cs_CZ', pl: 'pl_PL', ru: 'ru_RU' };
const onElectron = process.env['KARTOTEKA_E2E_RUNTIME'] === 'electron';

/** Playwright itself, as its worker fixture gives it. */
export type Playwright = PlaywrightWorkerArgs['playwright'];

/** Starts the built app on a data folder. Whoever calls it ends it. */
export async function start(
  { chromium, _electron: electron }: Playwright,
  userData: string,
  { language, env = {} }: LaunchOptions,
): Promise<RunningApp> {
  const locale = `${LOCALES[language ?? 'en'] ?? language}.UTF-8`;
  const all = { LANG: locale, LC_ALL: locale, LANGUAGE: language ?? 'en', ...env };
  return onElectron
    ? startOnElectron(electron, userData, language ?? 'en', all)
    : startOnHost(chromium, userData, all);
}

/** Playwright's `test` with `launchApp`. */
export const test = base.extend<{ launchApp: LaunchApp }>({
  launchApp: async ({ playwright }, provide, info) => {
    const own = await mkdtemp(join(tmpdir(), 'kartoteka-e2e-'));
    const started: RunningApp[] = [];
    await provide(async (options = {}) => {
      const app = await start(playwright, options.userData ?? own, options);
      started.push(app);
      return app;
    });
    for (const app of started) {
      // Fails for those that the test ended itself.
      await app.kill().catch(() => undefined);
      if (info.status !== info.expectedStatus) await info.attach('output', { body: app.output() });
    }
    await rm(own, { recursive: true, force: true, maxRetries: 5 });
  },
});

export { expect } from '@playwright/test';
