import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import type { PracticeKind } from '#shared/domain/practice.ts';
import type { Language } from '#shared/domain/values.ts';
import { withMac } from '#shared/formats/header-mac.ts';
import { vaultHeaderSchema } from '#shared/formats/vault-header.ts';
import { translator } from '#shared/i18n/translate.ts';
import { writeHeaderCopies } from '#main/services/vault/vault.ts';
import { passphraseSlot, unlockWithPassphrase } from '#renderer/db/slots.ts';
import { start, test as base, type Playwright } from './app.ts';
import { firstRun, PASSPHRASE, unlock } from './journey.ts';
import type { RunningApp } from './running-app.ts';
import { headerFile } from './vault-files.ts';

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

async function makeByFirstRun(
  playwright: Playwright,
  folder: string,
  options: PracticeOptions,
): Promise<readonly string[]> {
  const language = options.language ?? 'en';
  const app = await start(playwright, folder, { language });
  try {
    return (await firstRun(app, { kind: 'law', start: 'empty', ...options, language })).words;
  } finally {
    await app.close();
  }
}

/** The least work that opens a vault: specs unlock a hundred times, and setting up is where the full work is tried. */
const LEAST_WORK = { memoryKiB: 65_536, iterations: 3 } as const;

/** Lets the passphrase open the vault with the least work. */
async function lessWork(folder: string): Promise<void> {
  const header = vaultHeaderSchema.parse(JSON.parse(await readFile(headerFile(folder), 'utf8')));
  const key = await unlockWithPassphrase(header, PASSPHRASE);
  if (key === null) throw new Error('The passphrase does not open what first run made');
  const passphrase = await passphraseSlot(header, key, PASSPHRASE, LEAST_WORK);
  // In the order in which the app would write it: a mended copy is compared with it byte for byte.
  const less = vaultHeaderSchema.parse(withMac(key, { ...header, slots: { ...header.slots, passphrase } }));
  await writeHeaderCopies(dirname(headerFile(folder)), less);
}

/** Runs only in the worker that comes first; the others wait until it is done, and take over when it failed. */
async function onceForAll(done: string, make: () => Promise<void>): Promise<void> {
  const making = `${done}.making`;
  while (!existsSync(done)) {
    try {
      await mkdir(making);
    } catch {
      await wait(100);
      continue;
    }
    try {
      if (!existsSync(done)) await make();
    } finally {
      await rm(making, { recursive: true });
    }
  }
}

/**
 * A data folder as a real first run left it, made once in a run for each choice; specs get copies of it.
 * @param all Where they lie: the folder of a run's results, which is emptied when the next one starts.
 */
async function prepare(all: string, playwright: Playwright, options: PracticeOptions): Promise<Prepared> {
  await mkdir(all, { recursive: true });
  const name = [options.language ?? 'en', options.kind ?? 'law', options.start ?? 'empty'].join('-');
  const [folder, words] = [join(all, name), join(all, `${name}.json`)];
  await onceForAll(words, async () => {
    await rm(folder, { recursive: true, force: true });
    const made = await makeByFirstRun(playwright, folder, options);
    await lessWork(folder);
    await writeFile(`${words}.part`, JSON.stringify(made));
    await rename(`${words}.part`, words);
  });
  return { folder, words: JSON.parse(await readFile(words, 'utf8')) as readonly string[] };
}

interface OwnFixtures {
  /** A data folder as first run left it, and the words of its recovery sheet. Nothing runs on it yet. */
  readonly prepareFolder: (options?: PracticeOptions) => Promise<Prepared>;
  /** A practice made by an earlier first run, started and unlocked. */
  readonly openPractice: (options?: PracticeOptions) => Promise<OpenPractice>;
}

/** Playwright's `test` with `launchApp`, `prepareFolder` and `openPractice`. */
export const test = base.extend<OwnFixtures>({
  prepareFolder: async ({ playwright }, provide, info) => {
    const copies: string[] = [];
    await provide(async (options = {}) => {
      const { folder, words } = await prepare(join(info.project.outputDir, '.prepared'), playwright, options);
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
