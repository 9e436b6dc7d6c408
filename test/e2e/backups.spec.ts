import { mkdirSync, rmSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import type { TFunction } from 'i18next';
import { newRecoveryWords } from '#shared/crypto/recovery-words.ts';
import { expectAccessible } from './support/accessibility.ts';
import { addSecondPlace, answerOpenDialog, backupFolder, openBackups } from './support/backup-steps.ts';
import { unlock } from './support/journey.ts';
import { createClient, expectSaved, noteText, openByPalette, startMeeting } from './support/meeting-steps.ts';
import { expect, test } from './support/prepared.ts';
import { storeFolder } from './support/vault-files.ts';

/** A folder outside the data folder, as a drive is. */
function newDrive(info: TestInfo): string {
  const folder = info.outputPath('drive');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Writes a line into the client's note, and waits until it is stored. */
async function writeLine(page: Page, t: TFunction, text: string): Promise<void> {
  await startMeeting(page, t);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(text);
  await expectSaved(page, t);
  await page.evaluate(() => (window.location.hash = '#/today'));
}

test('a second place is kept up to date by itself; a lost working store costs nothing', async ({
  openPractice,
  launchApp,
}, info) => {
  const usb = newDrive(info);
  const { app, page, t } = await openPractice({ language: 'cs' });
  await createClient(page, t, 'Nováková Jana');
  await addSecondPlace(app, { page, t, folder: usb });
  await expectAccessible(page);
  const first = backupFolder(usb).names;
  expect(first.filter((name) => name.endsWith('.age'))).toHaveLength(1);
  expect(first).toEqual(expect.arrayContaining(['keyring.json', 'recover.mjs']));

  // Ending the app backs up what changed, and nothing when nothing did.
  await createClient(page, t, 'Poslední Klient');
  await app.close();
  const closed = backupFolder(usb).names.filter((name) => name.endsWith('.age'));
  expect(closed.filter((name) => name.includes('.close.'))).toHaveLength(1);
  rmSync(storeFolder(app.userData), { recursive: true });
  const again = await launchApp({ userData: app.userData, language: 'cs' });
  const next = await again.window();
  await unlock(next, t);
  await expect(next.getByText(t('notices.rebuiltCause.empty'))).toBeVisible();
  await openByPalette(next, t, 'pos', 'Poslední Klient');
  await again.close();
  // What was mended is in a backup, too.
  const mended = backupFolder(usb).names.filter((name) => name.endsWith('.age'));
  expect(mended.toSorted().at(-1)).not.toBe(closed.toSorted().at(-1));
});

test('a lost laptop: folder, 15 words, and everything is on the new one', async ({
  openPractice,
  launchApp,
}, info) => {
  const usb = newDrive(info);
  const { app, page, t, words } = await openPractice({ language: 'ru' });
  await createClient(page, t, 'Петров Алексей');
  await writeLine(page, t, 'Срок подачи — пятница.');
  await addSecondPlace(app, { page, t, folder: usb });
  await app.kill();

  // The other computer speaks Polish until the user says otherwise.
  const laptop = await launchApp({ language: 'pl' });
  const fresh = await laptop.window();
  await answerOpenDialog(laptop, backupFolder(usb).path);
  await fresh.getByRole('radio', { name: 'Русский' }).check();
  await fresh.getByRole('button', { name: t('restore.offer') }).click();
  await expect(fresh.getByRole('heading', { name: t('restore.where.question') })).toBeVisible();
  await expectAccessible(fresh);
  await fresh.keyboard.press('Enter');
  await expect(fresh.getByRole('heading', { name: t('restore.which.question') })).toBeVisible();
  await expectAccessible(fresh);
  await fresh.keyboard.press('Enter');
  const field = fresh.getByRole('textbox', { name: t('unlock.recovery.label') });
  await expect(field).toBeFocused();
  await field.fill(newRecoveryWords().join(' '));
  await fresh.keyboard.press('Enter');
  const [wrong = ''] = t('restore.words.wrong', { day: '|' }).split('|');
  await expect(fresh.getByRole('alert')).toContainText(wrong.trim());
  await field.fill(words.join('\n'));
  await fresh.keyboard.press('Enter');
  await expect(fresh.getByRole('heading', { name: t('restore.done.title') })).toBeVisible();
  await fresh.keyboard.press('Enter');

  await unlock(fresh, t);
  await openByPalette(fresh, t, 'пет', 'Петров Алексей');
  await startMeeting(fresh, t);
  await expect(noteText(fresh, t)).toContainText('Срок подачи — пятница.');
});

test('one client file goes back to an earlier state, and no other', async ({ openPractice }) => {
  const { page, t } = await openPractice({ language: 'cs' });
  await createClient(page, t, 'Adams Ruth');
  await writeLine(page, t, 'The lease ends in May.');
  await createClient(page, t, 'Brown Peter');
  await openBackups(page, t);
  await page.getByRole('button', { name: t('backups.now.make') }).click();
  await expect(page.getByText(t('backups.now.made'))).toBeVisible();
  await openByPalette(page, t, 'ada', 'Adams Ruth');
  await writeLine(page, t, 'Written in error.');
  await openByPalette(page, t, 'bro', 'Brown Peter');
  await writeLine(page, t, 'Peter pays in June.');

  await openBackups(page, t);
  await page.getByRole('button', { name: t('backups.wizard.open') }).click();
  const wizard = page.getByRole('dialog');
  const choice = wizard.getByRole('radio', { checked: true });
  await expect(choice).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(wizard.getByText(t('backups.kind.clients'))).toBeVisible();
  await expect(choice).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const client = wizard.getByRole('combobox', { name: t('backups.wizard.clientField') });
  await client.fill('Adams');
  await expect(page.getByRole('option', { name: 'Adams Ruth' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(client).toHaveValue('Adams Ruth');
  await page.keyboard.press('Enter');
  await expect(wizard.getByText(t('backups.wizard.allOrNothing'))).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(wizard.getByText(t('backups.wizard.doneTitle'))).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(wizard).toHaveCount(0);

  await openByPalette(page, t, 'ada', 'Adams Ruth');
  const note = await startMeeting(page, t);
  await expect(note).toContainText('The lease ends in May.');
  await expect(note).not.toContainText('Written in error.');
  await page.evaluate(() => (window.location.hash = '#/today'));
  await openByPalette(page, t, 'bro', 'Brown Peter');
  await expect(await startMeeting(page, t)).toContainText('Peter pays in June.');
});
