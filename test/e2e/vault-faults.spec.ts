import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import type { Language } from '#shared/domain/values.ts';
import { translator } from '#shared/i18n/translate.ts';
import { expectAccessible } from './support/accessibility.ts';
import { PASSPHRASE, passphraseField, unlock } from './support/journey.ts';
import { createClient } from './support/meeting-steps.ts';
import { expect, test as base } from './support/prepared.ts';
import type { RunningApp } from './support/running-app.ts';
import {
  changeJson,
  headerCopy,
  headerFile,
  lastSegment,
  storeFolder,
  vaultBytes,
} from './support/vault-files.ts';
import { lockByKey } from './support/vault-keyboard.ts';

const CONTENTS = { language: 'cs', kind: 'law', start: 'sample' } as const;

interface Started {
  readonly app: RunningApp;
  readonly page: Page;
  readonly t: TFunction;
}

interface Fixtures {
  /** A data folder full of records; nothing runs on it. */
  readonly folder: string;
  /** Starts on the folder, in this language, as far as the closed door. */
  readonly startIn: (language: Language) => Promise<Started>;
  /** What the folder holds, as `whatIsThere` tells it. */
  readonly wholeText: string;
}

const test = base.extend<Fixtures>({
  folder: async ({ prepareFolder }, provide) => {
    const { folder } = await prepareFolder(CONTENTS);
    await provide(folder);
  },
  startIn: async ({ folder, launchApp }, provide) => {
    await provide(async (language) => {
      changeJson(join(folder, 'settings.json'), { language });
      const app = await launchApp({ userData: folder, language });
      return { app, page: await app.window(), t: translator(language) };
    });
  },
  wholeText: async ({ openPractice }, provide) => {
    whole ??= openPractice(CONTENTS).then(async ({ app, page }) => {
      const text = await whatIsThere(page);
      await app.kill();
      return text;
    });
    await provide(await whole);
  },
});

/** What the boxes of a list are called, at least so many. */
async function labelsOf(list: Locator, least: number): Promise<readonly string[]> {
  const boxes = list.getByRole('checkbox');
  await expect(boxes.nth(least - 1)).toBeVisible();
  return boxes.evaluateAll((all) => all.map((box) => box.getAttribute('aria-label') ?? ''));
}

/** Every client and every open task, in an order that no language changes. */
async function whatIsThere(page: Page): Promise<string> {
  await page.keyboard.press('Control+2');
  const register = page.getByRole('grid');
  const clients = await labelsOf(register, 16);
  const rows = await register.getAttribute('aria-rowcount');
  await page.keyboard.press('Control+3');
  await expect(register).toBeHidden();
  const tasks = await labelsOf(page.getByRole('main'), 4);
  return JSON.stringify({ rows, clients: clients.toSorted(), tasks: tasks.toSorted() });
}

/** A place in the first entry of a journal: behind the head of the file and of the entry. */
const IN_FIRST_ENTRY = 140;

/** What the prepared folder holds, looked up once. */
let whole: Promise<string> | undefined;

/** What a plural text begins with, before its number: the number is the app's to say. */
const beginningOf = (t: TFunction, key: 'notices.rebuiltFromBackup' | 'notices.journalMended'): string =>
  t(key, { count: 7, moment: '7' }).split('7')[0]?.trim() ?? '';

type Refusal = 'journalDamaged' | 'vaultDamaged' | 'vaultNewer';

/** What happened, what was kept and what to do stand on the screen, and the vault stays closed. */
async function expectRefused(
  page: Page,
  t: TFunction,
  code: Refusal,
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  const alert = page.getByRole('alert');
  for (const part of ['happened', 'kept', 'todo'] as const) {
    await expect(alert).toContainText(t(`errors.${code}.${part}`, details), { timeout: 30_000 });
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('unlock.damaged.title'));
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expectAccessible(page);
}

const tryPassphrase = async (page: Page, t: TFunction): Promise<void> => {
  await passphraseField(page, t('unlock.passphrase')).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
};
const again = (page: Page, t: TFunction): Promise<void> =>
  page.getByRole('button', { name: t('common.retry') }).press('Enter');
const opened = (page: Page, t: TFunction): Promise<void> =>
  expect(page.getByRole('navigation', { name: t('shell.rail.label') })).toBeVisible({ timeout: 30_000 });

test.describe('the header', () => {
  test('one damaged copy is replaced by the other, and told', async ({ folder, startIn, wholeText }) => {
    writeFileSync(headerFile(folder), '{"format":1,"vaultId":');
    const { page, t } = await startIn('pl');
    await expect(page.getByText(t('unlock.repaired'))).toBeVisible();
    await expectAccessible(page);
    expect(readFileSync(headerFile(folder), 'utf8')).toBe(readFileSync(headerCopy(folder), 'utf8'));
    expect(readFileSync(`${headerFile(folder)}.damaged`, 'utf8')).toBe('{"format":1,"vaultId":');
    await unlock(page, t);
    await expect(page.getByText(t('notices.headerRepaired'))).toBeVisible();
    expect(await whatIsThere(page)).toBe(wholeText);
  });

  test('damaged in both copies, gone, or of a newer app: said, and nothing is touched', async ({
    folder,
    startIn,
  }) => {
    const good = readFileSync(headerFile(folder));
    writeFileSync(headerFile(folder), good.subarray(0, good.length / 2));
    writeFileSync(headerCopy(folder), 'nothing of the kind');
    let before = vaultBytes(folder);
    const { page, t } = await startIn('ru');
    const heading = page.getByRole('heading', { level: 1 });
    const alert = page.getByRole('alert');
    const expectDamaged = async (): Promise<void> => {
      await expect(heading).toHaveText(t('unlock.damaged.title'));
      for (const part of ['happened', 'kept', 'todo'] as const) {
        await expect(alert).toContainText(t(`unlock.damaged.${part}`));
      }
      await expect(alert).toContainText(join(folder, 'vault'));
      await expect(page.getByRole('textbox')).toHaveCount(0);
      await expectAccessible(page);
      expect(vaultBytes(folder)).toEqual(before);
    };
    await expectDamaged();

    rmSync(headerFile(folder));
    rmSync(headerCopy(folder));
    before = vaultBytes(folder);
    await page.reload();
    await expectDamaged();

    writeFileSync(headerFile(folder), good);
    changeJson(headerFile(folder), { format: 7, slots: { passkey: [] } });
    before = vaultBytes(folder);
    await page.reload();
    await expect(heading).toHaveText(t('unlock.newer.title'));
    await expect(alert).toContainText(t('unlock.newer.happened', { format: 7 }));
    for (const part of ['kept', 'todo'] as const)
      await expect(alert).toContainText(t(`unlock.newer.${part}`));
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expectAccessible(page);
    expect(vaultBytes(folder)).toEqual(before);

    // The file of the header put back, as the screen tells to do.
    writeFileSync(headerFile(folder), good);
    await page.reload();
    await unlock(page, t);
  });
});

test.describe('the journal', () => {
  test('a torn end is cut off and told, and everything else is there', async ({
    folder,
    startIn,
    wholeText,
  }) => {
    const segment = lastSegment(folder);
    const journal = dirname(segment);
    appendFileSync(segment, Buffer.alloc(900, 0x4b));
    const first = await startIn('ru');
    await unlock(first.page, first.t);
    await expect(first.page.getByText(first.t('notices.tailCut'))).toBeVisible();
    await expectAccessible(first.page);
    expect(await whatIsThere(first.page)).toBe(wholeText);
    await createClient(first.page, first.t, 'Poslední Zápis');
    // Put beside before the next entry is written.
    const torn = (): readonly number[] =>
      readdirSync(journal)
        .filter((name) => name.endsWith('.torn'))
        .map((name) => statSync(join(journal, name)).size);
    expect(torn()).toEqual([900]);
    await first.app.close();

    // The last entry is cut: the working store still has it, and the journal gets it again.
    truncateSync(segment, statSync(segment).size - 5);
    const second = await startIn('pl');
    await unlock(second.page, second.t);
    await expect(second.page.getByText(second.t('notices.tailCut'))).toBeVisible();
    await expect(second.page.getByText(beginningOf(second.t, 'notices.journalMended'))).toBeVisible();
    await second.page.keyboard.press('Control+2');
    await expect(second.page.getByRole('grid').getByText('Poslední Zápis')).toBeVisible();
    const withLast = await whatIsThere(second.page);
    await second.app.close();

    // The last entry, a line of the activity log, is cut and the working store is gone: all before it is there.
    truncateSync(segment, statSync(segment).size - 5);
    rmSync(storeFolder(folder), { recursive: true });
    const third = await startIn('cs');
    await unlock(third.page, third.t);
    await expect(third.page.getByText(third.t('notices.tailCut'))).toBeVisible();
    await expect(third.page.getByText(third.t('notices.rebuiltCause.empty'))).toBeVisible();
    expect(await whatIsThere(third.page)).toBe(withLast);
  });

  test('damage in its middle: told, and nothing else lost; asked about what nothing else holds', async ({
    folder,
    startIn,
    wholeText,
  }) => {
    const segment = lastSegment(folder);
    const bad = readFileSync(segment);
    bad.writeUInt8(bad.readUInt8(IN_FIRST_ENTRY) ^ 0xff, IN_FIRST_ENTRY);
    writeFileSync(segment, bad);
    const first = await startIn('pl');
    await unlock(first.page, first.t);
    await expect(
      first.page.getByText(first.t('notices.journalDamaged', { files: basename(segment) })),
    ).toBeVisible();
    expect(await whatIsThere(first.page)).toBe(wholeText);
    // What is damaged is neither changed nor added to.
    expect(readFileSync(segment).equals(bad)).toBe(true);
    await first.app.kill();

    rmSync(storeFolder(folder), { recursive: true });
    rmSync(join(folder, 'vault', 'backups'), { recursive: true, force: true });
    const { page, t } = await startIn('ru');
    await tryPassphrase(page, t);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('unlock.gaps.title'));
    await expect(page.getByRole('alert')).toContainText(t('unlock.gaps.happened', { count: 1 }));
    await expect(page.getByRole('alert')).toContainText(dirname(segment));
    await expectAccessible(page);
    await page.getByRole('button', { name: t('unlock.gaps.accept') }).press('Enter');
    await opened(page, t);
    expect(await whatIsThere(page)).toBe(wholeText);
  });

  test('gone, and the working store too: made anew from a backup, never taken for an empty practice', async ({
    folder,
    startIn,
    wholeText,
  }) => {
    const journal = dirname(lastSegment(folder));
    const lose = (): void => {
      rmSync(journal, { recursive: true });
      rmSync(storeFolder(folder), { recursive: true });
    };
    lose();
    const first = await startIn('pl');
    await unlock(first.page, first.t);
    await expect(first.page.getByText(first.t('notices.rebuiltBeyond'))).toBeVisible();
    expect(await whatIsThere(first.page)).toBe(wholeText);
    await first.app.kill();

    lose();
    rmSync(join(folder, 'vault', 'backups'), { recursive: true });
    const { page, t } = await startIn('ru');
    await tryPassphrase(page, t);
    await expectRefused(page, t, 'journalDamaged', { fileName: '*.kjl', folder: journal });
  });
});

test.describe('the working store', () => {
  test('deleted while the app was off: built anew and told, once', async ({ folder, startIn, wholeText }) => {
    rmSync(storeFolder(folder), { recursive: true });
    const { app, page, t } = await startIn('ru');
    await unlock(page, t);
    const told = page.getByText(t('notices.rebuiltCause.empty'));
    await expect(told).toContainText(beginningOf(t, 'notices.rebuiltFromBackup'));
    await expectAccessible(page);
    expect(await whatIsThere(page)).toBe(wholeText);
    const locked = await lockByKey(app, page);
    await unlock(locked, t);
    expect(await whatIsThere(locked)).toBe(wholeText);
    await expect(locked.getByText(t('notices.rebuiltCause.empty'))).toHaveCount(0);
  });

  test('a part of it lost: built anew and told; of a newer app: refused', async ({
    folder,
    startIn,
    wholeText,
  }) => {
    const { app, page, t } = await startIn('pl');
    await expect(passphraseField(page, t('unlock.passphrase'))).toBeFocused();
    await page.evaluate(loseRows, 'clients');
    await unlock(page, t);
    await expect(page.getByText(t('notices.rebuiltCause.partial'))).toBeVisible();
    expect(await whatIsThere(page)).toBe(wholeText);
    const locked = await lockByKey(app, page);
    await expect(passphraseField(locked, t('unlock.passphrase'))).toBeFocused();
    await locked.evaluate(openAsVersion, 1000);
    const before = readFileSync(lastSegment(folder));
    await tryPassphrase(locked, t);
    await expectRefused(locked, t, 'vaultNewer', { format: 100 });
    expect(readFileSync(lastSegment(folder)).equals(before)).toBe(true);
    // Beside it lies only the search index, which can be thrown away.
    expect(await locked.evaluate(() => indexedDB.databases())).toContainEqual({
      name: 'kartoteka-rows',
      version: 1000,
    });
  });

  test('its files damaged: built anew and told', async ({ folder, startIn, wholeText }) => {
    for (const name of readdirSync(storeFolder(folder))) {
      const file = join(storeFolder(folder), name);
      if (/\.(ldb|log)$/.test(name)) truncateSync(file, Math.floor(statSync(file).size / 2));
      if (name.startsWith('MANIFEST')) writeFileSync(file, 'no manifest');
    }
    const { page, t } = await startIn('cs');
    await unlock(page, t);
    await expect(page.getByText(beginningOf(t, 'notices.rebuiltFromBackup'))).toBeVisible();
    expect(await whatIsThere(page)).toBe(wholeText);
  });
});

test('the keys of client files: of a newer app or damaged twice refused, damaged once mended', async ({
  folder,
  startIn,
  wholeText,
}) => {
  const newest = join(folder, 'keyring', 'keyring.json');
  const copy = join(folder, 'keyring', 'keyring.backup.json');
  const good = readFileSync(newest);
  changeJson(newest, { format: 99 });
  const newer = readFileSync(newest);
  await expect(startIn('ru')).rejects.toThrow(translator('ru')('main.newer.title'));
  expect(readFileSync(newest).equals(newer)).toBe(true);

  const cut = good.subarray(9);
  writeFileSync(newest, cut);
  writeFileSync(copy, cut);
  const { page, t } = await startIn('ru');
  await tryPassphrase(page, t);
  await expectRefused(page, t, 'vaultDamaged', { folder: dirname(newest) });
  expect(readFileSync(newest).equals(cut)).toBe(true);

  writeFileSync(copy, good);
  await again(page, t);
  await opened(page, t);
  await expect(page.getByText(t('notices.keyringMended'))).toBeVisible();
  expect(readFileSync(newest).equals(good)).toBe(true);
  expect(await whatIsThere(page)).toBe(wholeText);
});

/** Runs in the page: takes every third row out of a table, behind the app's back. */
function loseRows(table: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kartoteka-rows');
    opening.addEventListener('error', () => reject(new Error('not opened')));
    opening.addEventListener('success', () => {
      const change = opening.result.transaction(table, 'readwrite');
      const keys = change.objectStore(table).getAllKeys();
      keys.addEventListener('success', () => {
        for (const [index, key] of keys.result.entries())
          if (index % 3 === 0) change.objectStore(table).delete(key);
      });
      change.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}

/** Runs in the page: opens the database as an app that knows a later version of it. */
function openAsVersion(version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kartoteka-rows', version);
    opening.addEventListener('error', () => reject(new Error('not opened')));
    opening.addEventListener('success', () => {
      opening.result.close();
      resolve();
    });
  });
}
