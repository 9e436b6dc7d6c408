import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import type { Language } from '#shared/domain/values.ts';
import { answerSaveDialog } from './support/journey.ts';
import {
  createClient,
  expectSaved,
  noteText,
  openByPalette,
  startMeeting,
  writeMarked,
} from './support/meeting-steps.ts';
import { MEETING_TEXTS } from './support/meeting-texts.ts';
import { expect, test } from './support/prepared.ts';
import type { RunningApp } from './support/running-app.ts';

/** A place nothing can be saved to, and how the app is to explain it. */
interface Place {
  readonly file: string;
  readonly code: 'notFound' | 'readOnly' | 'pathTooLong' | 'nameNotAllowed' | 'diskFull';
}

/** Mounts a file system of 64 KiB in memory and fills it; null where that is not allowed. */
function fullDisk(folder: string): string | null {
  const place = join(folder, 'full');
  mkdirSync(place);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place]).status !== 0) return null;
  writeFileSync(join(place, 'ballast'), new Uint8Array(60 * 1024));
  return place;
}

/** A folder that may only be read, also by root; null where such a mount is not allowed. */
function readOnlyFolder(folder: string): string | null {
  const place = join(folder, 'read-only');
  mkdirSync(place);
  if (process.getuid?.() !== 0) {
    chmodSync(place, 0o555);
    return process.platform === 'win32' ? null : place;
  }
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', place]).status === 0 ? place : null;
}

async function sheetOf(page: Page, t: TFunction, language: Language): Promise<void> {
  const { client, lines } = MEETING_TEXTS[language];
  await createClient(page, t, client);
  await startMeeting(page, t);
  await writeMarked(page, lines.decision, 'decision');
  await expectSaved(page, t);
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('heading', { level: 1, name: t('sheet.title') })).toBeVisible();
  await expect(page.getByRole('progressbar', { includeHidden: true })).toBeHidden();
}

async function saveFails(app: RunningApp, page: Page, t: TFunction, { file, code }: Place): Promise<void> {
  await answerSaveDialog(app, file);
  await page.keyboard.press('Control+s');
  const alert = page.getByRole('alert').filter({ hasText: t(`errors.${code}.todo`) });
  await expect(alert).toBeVisible();
  await expect(alert).toContainText(t(`errors.${code}.kept`));
  await expect(alert).not.toContainText('{{');
  expect(existsSync(file)).toBe(false);
}

for (const language of ['cs', 'ru'] as const) {
  test(`a sheet that cannot be saved or printed is explained, and nothing is lost: ${language}`, async ({
    openPractice,
  }, info) => {
    const { app, page, t } = await openPractice({ language });
    await sheetOf(page, t, language);
    const folder = mkdtempSync(join(tmpdir(), 'kartoteka-places-'));
    const full = fullDisk(folder);
    const readOnly = readOnlyFolder(folder);
    const places: Place[] = [
      { file: join(folder, 'missing', 'sheet.pdf'), code: 'notFound' },
      { file: join(folder, `${'x'.repeat(300)}.pdf`), code: 'pathTooLong' },
      { file: join(folder, 'CON.pdf'), code: 'nameNotAllowed' },
      ...(readOnly === null ? [] : [{ file: join(readOnly, 'sheet.pdf'), code: 'readOnly' } as const]),
      ...(full === null ? [] : [{ file: join(full, 'sheet.pdf'), code: 'diskFull' } as const]),
    ];
    if (full === null || readOnly === null)
      info.annotations.push({ type: 'left out', description: 'mounting is not allowed here' });
    try {
      for (const place of places) await test.step(place.code, () => saveFails(app, page, t, place));
      expect(readdirSync(folder).toSorted()).toEqual(['full', 'read-only']);
      if (full !== null) expect(readdirSync(full)).toEqual(['ballast']);
    } finally {
      for (const place of [full, readOnly]) if (place !== null) spawnSync('umount', [place]);
    }

    await test.step('printing that fails', async () => {
      await app.evaluate(({ app: main }) => {
        main.on('web-contents-created', (_event, contents) => {
          contents.print = (_options, done) => done?.(false, 'Invalid printer settings');
        });
      });
      await page.keyboard.press('Control+p');
      await expect(page.getByRole('alert').filter({ hasText: t('errors.printFailed.todo') })).toBeVisible();
      await page.screenshot({ path: info.outputPath('print-failed.png') });
    });

    await test.step('after all that the sheet is saved, and the note is as it was', async () => {
      const file = join(folder, 'sheet.pdf');
      await answerSaveDialog(app, file);
      await page.keyboard.press('Control+s');
      await expect(page.getByText('sheet.pdf')).toBeVisible();
      expect(existsSync(file)).toBe(true);
      await expect(page.getByRole('alert')).toHaveCount(0);
      const { client, lines } = MEETING_TEXTS[language];
      await openByPalette(page, t, client, client);
      await startMeeting(page, t);
      await expect(noteText(page, t)).toContainText(lines.decision);
    });
    await app.close();
  });
}
