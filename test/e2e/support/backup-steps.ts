import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import { expect } from './app.ts';
import type { RunningApp } from './running-app.ts';

/** From now on the app's dialog for opening answers with this folder or file. */
export async function answerOpenDialog(app: RunningApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    const answer = { canceled: false, filePaths: [chosen] };
    Object.assign(dialog, { showOpenDialog: () => Promise.resolve(answer) });
  }, path);
}

/** Goes to the settings of backups by the line at the foot of the window. */
export async function openBackups(page: Page, t: TFunction): Promise<void> {
  const named = new RegExp(`^${t('backups.status.label', { state: '' })}`);
  await page.getByRole('button', { name: named }).click();
  await expect(page.getByRole('heading', { name: t('backups.title'), exact: true })).toBeVisible();
}

/** Adds a folder as a second place, and waits until a verified backup lies in it. */
export async function addSecondPlace(
  app: RunningApp,
  { page, t, folder }: { readonly page: Page; readonly t: TFunction; readonly folder: string },
): Promise<void> {
  await answerOpenDialog(app, folder);
  await openBackups(page, t);
  await page.getByRole('button', { name: t('backups.place.choose') }).click();
  const place = page.getByRole('listitem').filter({ hasText: folder });
  const [verified = ''] = t('backups.place.lastVerified', { moment: '|' }).split('|');
  await expect(place).toContainText(verified.trim());
}

/** What lies in the vault's own folder in a place. */
export function backupFolder(folder: string): { readonly path: string; readonly names: readonly string[] } {
  const own = readdirSync(folder).find((name) => name.startsWith('Kartoteka '));
  if (own === undefined) throw new Error('There is no folder of backups');
  return { path: join(folder, own), names: readdirSync(join(folder, own)) };
}
