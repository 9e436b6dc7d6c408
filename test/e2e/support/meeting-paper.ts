import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import { expect } from './app.ts';
import { answerSaveDialog } from './journey.ts';
import type { RunningApp } from './running-app.ts';

declare global {
  /** SHA-256 of every PDF made since `watchPdfs`, in order. */
  var madePdfs: string[] | undefined;
}

/** From now on every PDF that a window makes is known by its digest. */
export const watchPdfs = (app: RunningApp): Promise<void> =>
  app.evaluate(({ app: electronApp }) => {
    const { createHash: hash } = process.getBuiltinModule('node:crypto');
    globalThis.madePdfs = [];
    electronApp.on('web-contents-created', (_event, contents) => {
      const print = contents.printToPDF.bind(contents);
      contents.printToPDF = async (options) => {
        const pdf = await print(options);
        globalThis.madePdfs?.push(hash('sha256').update(pdf).digest('hex'));
        return pdf;
      };
    });
  });

/** SHA-256 of every PDF made so far. */
export const madePdfs = (app: RunningApp): Promise<readonly string[]> =>
  app.evaluate(() => globalThis.madePdfs ?? []);

/** SHA-256 of a file. */
export const digestOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');

/** Waits until the pages of the open paper, one or two, are drawn and nothing is being laid out. */
export async function pagesShown(page: Page, t: TFunction): Promise<void> {
  const said = (count: number) => page.getByText(t('documents.paper.pages', { count }), { exact: true });
  await expect(said(1).or(said(2))).toBeVisible();
  await expect(page.locator('canvas').first()).toBeVisible();
  await expect(page.getByRole('progressbar', { includeHidden: true })).toBeHidden();
}

/** Saves the open paper by its key under this name in the data folder; answers the file. */
export async function savePaper(app: RunningApp, page: Page, t: TFunction, name: string): Promise<string> {
  const file = join(app.userData, name);
  await answerSaveDialog(app, file);
  await page.keyboard.press('Control+s');
  const said = t('documents.paper.saved', { fileName: name, folder: app.userData });
  await expect(page.getByText(said)).toBeVisible();
  return file;
}
