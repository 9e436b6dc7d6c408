import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import type { PracticeKind } from '#shared/domain/practice.ts';
import type { Language } from '#shared/domain/values.ts';
import { translator } from '#shared/i18n/translate.ts';
import { start, test as base, type Playwright } from './app.ts';
import { firstRun, unlock } from './journey.ts';
import type { RunningApp } from './running-app.ts';

/** What a practice was set up with. */
export interface PracticeOptions {
  readonly language?: Language;
  readonly kind?: PracticeKind;
  readonly start?: 'empty' | 'sample';
}

/** A practice that stands open before the user, as after a start and the passphrase. */
export interface OpenPractice {
  readonly app: RunningApp;
  readonly page: Page;
  readonly t: TFunction;
  /** The words of its recovery sheet. */
  readonly words: readonly string[];
}

interface Prepared {
  readonly folder: string;
  readonly words: readonly string[];
}

/** Makes a data folder by a real first run, once for each choice; specs get copies of it. */
type Prepare = (options: PracticeOptions) => Promise<Prepared>;

async function makeByFirstRun(
  playwright: Playwright,
  folder: string,
  options: PracticeOptions,
): Promise<Prepared> {
  const language = options.language ?? 'en';
  const app = await start(playwright, folder, { language });
  try {
    const { words } = await firstRun(app, { kind: 'law', start: 'empty', ...options, language });
    return { folder, words };
  } finally {
    await app.close();
  }
}

interface OwnFixtures {
  /** A data folder as first run left it, and the words of its recovery sheet. Nothing runs on it yet. */
  readonly prepareFolder: (options?: PracticeOptions) => Promise<Prepared>;
  /** A practice made by an earlier first run, started and unlocked. */
  readonly openPractice: (options?: PracticeOptions) => Promise<OpenPractice>;
}

/** Playwright's `test` with `launchApp`, `prepareFolder` and `openPractice`. */
export const test = base.extend<OwnFixtures, { prepare: Prepare }>({
  prepare: [
    async ({ playwright }, provide) => {
      const folders: string[] = [];
      const made = new Map<string, Promise<Prepared>>();
      await provide((options) => {
        const key = JSON.stringify([options.language, options.kind, options.start]);
        const known = made.get(key);
        if (known) return known;
        const making = mkdtemp(join(tmpdir(), 'kartoteka-prepared-')).then((folder) => {
          folders.push(folder);
          return makeByFirstRun(playwright, folder, options);
        });
        made.set(key, making);
        return making;
      });
      for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  prepareFolder: async ({ prepare }, provide) => {
    const copies: string[] = [];
    await provide(async (options = {}) => {
      const { folder, words } = await prepare(options);
      const copy = await mkdtemp(join(tmpdir(), 'kartoteka-e2e-'));
      copies.push(copy);
      await cp(folder, copy, { recursive: true });
      return { folder: copy, words };
    });
    for (const copy of copies) await rm(copy, { recursive: true, force: true, maxRetries: 5 });
  },
  openPractice: async ({ prepareFolder, launchApp }, provide) => {
    await provide(async (options = {}) => {
      const { folder, words } = await prepareFolder(options);
      const language = options.language ?? 'en';
      const app = await launchApp({ userData: folder, language });
      const page = await app.window();
      const t = translator(language);
      await unlock(page, t);
      return { app, page, t, words };
    });
  },
});

export { expect } from './app.ts';
