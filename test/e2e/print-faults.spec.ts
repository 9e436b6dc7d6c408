import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import type { FailureCode } from '#shared/ipc/failure.ts';
import { expectAccessible } from './support/accessibility.ts';
import { answerSaveDialog, changeMindAboutSaving } from './support/journey.ts';
import { makeDisks } from './support/meeting-disks.ts';
import { pagesShown, savePaper } from './support/meeting-paper.ts';
import { createClient, expectSaved, noteText, startMeeting, writeMarked } from './support/meeting-steps.ts';
import { MEETING_TEXTS } from './support/meeting-texts.ts';
import { readPdf } from './support/pdf.ts';
import { expect, test } from './support/prepared.ts';
import type { RunningApp } from './support/running-app.ts';

/** Longer than any file system takes. */
const TOO_LONG = `${'x'.repeat(300)}.pdf`;

type PrintOutcome = 'printed' | 'cancelled' | 'failed';

declare global {
  /** What becomes of everything that is printed from now on. */
  var printOutcome: PrintOutcome | undefined;
}

/** From now on printing ends as `setPrintOutcome` says, on a machine that has a printer. */
const standInForPrinter = (app: RunningApp): Promise<void> =>
  app.evaluate(({ app: electronApp }) => {
    electronApp.on('web-contents-created', (_event, contents) => {
      const reasons = { printed: '', cancelled: 'Print job canceled', failed: 'Print job failed' };
      contents.print = (_options, done) => {
        const outcome = globalThis.printOutcome ?? 'printed';
        done?.(outcome === 'printed', reasons[outcome]);
      };
      const printer = { name: 'Printer', displayName: 'Printer', description: '', options: {} };
      contents.getPrintersAsync = () => Promise.resolve([printer]);
    });
  });

const setPrintOutcome = (app: RunningApp, outcome: PrintOutcome): Promise<void> =>
  app.evaluate((_, next: PrintOutcome) => void (globalThis.printOutcome = next), outcome);

/** The message names what happened, what was kept and what to do, in the user's language. */
async function expectFailure(page: Page, t: TFunction, code: FailureCode, file: string): Promise<void> {
  const details = { fileName: basename(file), folder: dirname(file) };
  const alert = page.getByRole('alert');
  for (const part of ['happened', 'kept', 'todo'] as const) {
    await expect(alert).toContainText(t(`errors.${code}.${part}`, details));
  }
}

const { client, lines } = MEETING_TEXTS.ru;

test('paper that cannot leave is told, and nothing is lost', async ({ openPractice }, info) => {
  const { app, page, t } = await openPractice({ language: 'ru' });
  await standInForPrinter(app);
  await createClient(page, t, client);
  await startMeeting(page, t);
  await writeMarked(page, lines.decision, 'decision');
  await page.keyboard.press('Control+p');
  await pagesShown(page, t);

  const cannotSave = async (file: string, code: FailureCode): Promise<void> => {
    const folder = dirname(file);
    const before = existsSync(folder) ? readdirSync(folder) : null;
    await answerSaveDialog(app, file);
    await page.keyboard.press('Control+s');
    await expectFailure(page, t, code, file);
    // No half file, nor one beside it.
    expect(existsSync(folder) ? readdirSync(folder) : null).toEqual(before);
    await expect(page.getByText(t('sheet.versionNew', { version: 1 }))).toBeVisible();
  };

  await test.step('the folder is gone', () =>
    cannotSave(join(app.userData, 'gone', 'sheet.pdf'), 'notFound'));
  await expectAccessible(page);
  await test.step('the name is too long', () =>
    cannotSave(join(app.userData, 'vault', TOO_LONG), 'pathTooLong'));
  await test.step('the name belongs to a device on Windows', () =>
    cannotSave(join(app.userData, 'vault', 'CON.pdf'), 'nameNotAllowed'));

  const disks = makeDisks(app.userData);
  const onDisk = (title: string, folder: string | null, code: FailureCode): Promise<void> =>
    test.step(title, async () => {
      if (folder === null)
        info.annotations.push({ type: 'left out', description: `${title}: not possible here` });
      else await cannotSave(join(folder, 'sheet.pdf'), code);
    });
  try {
    await onDisk('the folder may not be written to', disks.readOnly, 'readOnly');
    await onDisk('the disk is full', disks.full, 'diskFull');
  } finally {
    disks.release();
  }

  await test.step('the printer fails', async () => {
    await setPrintOutcome(app, 'failed');
    await page.keyboard.press('Control+p');
    await expectFailure(page, t, 'printFailed', '');
    await expect(page.getByText(t('sheet.versionNew', { version: 1 }))).toBeVisible();
  });

  await test.step('a change of mind is no failure', async () => {
    await setPrintOutcome(app, 'cancelled');
    await page.keyboard.press('Control+p');
    await expect(page.getByRole('alert')).toBeHidden();
    await changeMindAboutSaving(app, page, t);
    await expect(page.getByRole('alert')).toBeHidden();
    await expect(page.getByText(t('sheet.versionNew', { version: 1 }))).toBeVisible();
  });

  await test.step('the next try succeeds, and the note is as it was', async () => {
    expect(readPdf(await savePaper(app, page, t, 'sheet.pdf')).text).toContain(lines.decision);
    await expect(page.getByText(t('sheet.versionSame', { version: 1 }))).toBeVisible();
    await setPrintOutcome(app, 'printed');
    await page.keyboard.press('Control+p');
    await expect(page.getByText(t('documents.paper.printed'))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(noteText(page, t)).toContainText(lines.decision);
    await expectSaved(page, t);
  });
});
