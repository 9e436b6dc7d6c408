import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import { expectAccessible } from './support/accessibility.ts';
import {
  answerSaveDialog,
  passphraseField,
  PASSPHRASE,
  saveRecoverySheet,
  typeTwoWords,
  unlock,
} from './support/journey.ts';
import { createClient, fileHeading } from './support/meeting-steps.ts';
import { readPdf } from './support/pdf.ts';
import { expect, type OpenPractice, test } from './support/prepared.ts';
import { lockByKey } from './support/vault-keyboard.ts';

const LONG_WAIT = { timeout: 30_000 };
const CLIENT = 'Žížalová Ela';

async function openSettings(page: Page, t: TFunction): Promise<Locator> {
  await page.keyboard.press('Control+,');
  const security = page.getByRole('region', { name: t('security.title') });
  await expect(security).toBeVisible();
  return security;
}

/** Goes through a dialog that makes a new sheet, up to its last button. Returns the new words. */
async function throughNewSheet(
  { app, page, t }: Pick<OpenPractice, 'app' | 'page' | 't'>,
  action: string,
): Promise<readonly string[]> {
  const dialog = page.getByRole('dialog');
  await passphraseField(page, t('unlock.passphrase')).fill('not the passphrase at all');
  await dialog.getByRole('button', { name: t('common.next') }).click();
  await expect(dialog.getByRole('alert')).toHaveText(t('security.wrong'), LONG_WAIT);
  await passphraseField(page, t('unlock.passphrase')).fill(PASSPHRASE);
  await dialog.getByRole('button', { name: t('common.next') }).click();
  await expect(dialog.getByText(t('security.sheet.keepOld'))).toBeVisible(LONG_WAIT);
  // The sheet has to be out before it can be checked.
  await expect(dialog.getByRole('button', { name: t('common.next') })).toBeDisabled();
  const words = await saveRecoverySheet(app, page, t);
  await dialog.getByRole('button', { name: t('common.next') }).click();
  await typeTwoWords(page, words);
  await dialog.getByRole('button', { name: action }).click();
  return words;
}

/** Tries words on the lock screen. */
async function tryWords(page: Page, t: TFunction, words: readonly string[]): Promise<void> {
  await page.getByRole('textbox', { name: t('unlock.recovery.label') }).fill(words.join(' '));
  await page.keyboard.press('Enter');
}

test('a new recovery sheet takes the place of the old one, and a new key that of the vault', async ({
  openPractice,
}) => {
  const { app, page, t, words: old } = await openPractice({ language: 'cs' });
  await createClient(page, t, CLIENT);

  const security = await openSettings(page, t);
  await expectAccessible(page);
  await expect(security.getByText(t('security.device.unavailable'))).toBeVisible();
  await security.getByRole('button', { name: t('security.sheet.action') }).click();
  const words = await throughNewSheet({ app, page, t }, t('security.sheet.action'));
  await expect(page.getByText(t('security.sheet.done'))).toBeVisible(LONG_WAIT);

  const locked = await lockByKey(app, page);
  await locked.getByRole('button', { name: t('unlock.forgotten') }).click();
  await tryWords(locked, t, old);
  await expect(locked.getByRole('alert')).toHaveText(t('unlock.recovery.wrong'), LONG_WAIT);
  await tryWords(locked, t, words);
  await expect(locked.getByRole('heading', { name: t('unlock.renew.question') })).toBeVisible(LONG_WAIT);
  await locked.reload();
  await unlock(locked, t);

  await (await openSettings(locked, t)).getByRole('button', { name: t('security.rotation.action') }).click();
  const replaced = app.nextWindow(locked);
  await throughNewSheet({ app, page: locked, t }, t('security.rotation.action'));
  const anew = await replaced;
  await unlock(anew, t);
  const settings = await openSettings(anew, t);
  await expect(settings.getByText(t('security.rotation.times', { count: 1 }))).toBeVisible();
  await anew.keyboard.press('Control+2');
  await expect(anew.getByText(CLIENT).first()).toBeVisible();
});

test('a client file is erased with a certificate, and its key is in no file any more', async ({
  openPractice,
}) => {
  const { app, page, t } = await openPractice({ language: 'cs' });
  const folder = join(app.userData, 'keyring');
  const keysOnDisk = (): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
  await createClient(page, t, CLIENT);
  const fileId = /clients\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  const key = new RegExp(`"fileId":"${fileId}","wrapped":"([0-9a-f]{144})"`).exec(keysOnDisk())?.[1] ?? '';
  expect(key).toHaveLength(144);

  await page.getByRole('button', { name: t('erasure.more') }).click();
  await page.getByRole('menuitem', { name: t('erasure.menu') }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  const field = dialog.getByRole('textbox', { name: t('erasure.type', { name: CLIENT }) });
  await field.fill('Somebody else');
  await dialog.getByRole('button', { name: t('erasure.action') }).click();
  await expect(dialog.getByRole('alert')).toHaveText(t('erasure.wrong'));
  expect(keysOnDisk()).toContain(key);

  await field.fill(CLIENT);
  await dialog.getByRole('radio', { name: t('erasure.namings.initials', { initials: 'Ž. E.' }) }).check();
  await dialog.getByRole('button', { name: t('erasure.action') }).click();
  await expect(dialog.getByRole('heading', { name: t('erasure.done', { count: 1 }) })).toBeVisible(LONG_WAIT);
  expect(keysOnDisk()).not.toContain(key);
  expect(keysOnDisk()).toContain(`"erased":[{"fileId":"${fileId}"`);

  const certificate = join(app.userData, 'certificate.pdf');
  await answerSaveDialog(app, certificate);
  await dialog.getByRole('button', { name: t('common.savePdf') }).click();
  await expect(dialog.getByText(t('erasure.out'))).toBeVisible(LONG_WAIT);
  const { text } = readPdf(certificate);
  expect(text).toContain('Ž. E.');
  expect(text).not.toContain('Žížalová');
  const fingerprint = /"fingerprint":"([0-9a-f]{64})"/.exec(keysOnDisk())?.[1] ?? '';
  expect(fingerprint).toHaveLength(64);
  for (const group of fingerprint.match(/.{8}/g) ?? []) expect(text).toContain(group);

  await dialog.getByRole('button', { name: t('common.done') }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('clients.title') })).toBeVisible();
  await expect(fileHeading(page, CLIENT)).toHaveCount(0);
  await expect(page.getByText(CLIENT)).toHaveCount(0);
  const locked = await lockByKey(app, page);
  await unlock(locked, t);
  await locked.keyboard.press('Control+2');
  await expect(locked.getByRole('heading', { level: 1, name: t('clients.title') })).toBeVisible();
  await expect(locked.getByText(CLIENT)).toHaveCount(0);
});
