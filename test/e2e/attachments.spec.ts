import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import { expectAccessible } from './support/accessibility.ts';
import { answerOpenDialog, dropFile, storedChunks, writeRepeating } from './support/attachment-steps.ts';
import { answerSaveDialog, unlock } from './support/journey.ts';
import { createClient, openByPalette } from './support/meeting-steps.ts';
import { expect, test } from './support/prepared.ts';
import type { RunningApp } from './support/running-app.ts';

const CLIENT = 'Čermák Adam';
const MIB = 1024 * 1024;
const FIXTURES = resolve('test/fixtures/documents');

/** The client has agreed to nothing: what goes out does so because the law says so. */
async function goOnByLaw(page: Page, t: TFunction): Promise<void> {
  const ask = page.getByRole('dialog', { name: t('consent.title.export') });
  await ask.getByRole('radio', { name: t('consent.reason.law') }).check();
  await ask.getByRole('button', { name: t('consent.goOn') }).press('Enter');
  await expect(ask).toBeHidden();
}

/** Brings the documents of the folder into the open file and goes through their previews. */
async function showsDocuments(app: RunningApp, page: Page, t: TFunction): Promise<void> {
  const files = readdirSync(FIXTURES).filter((name) => !name.endsWith('.md'));
  await answerOpenDialog(
    app,
    files.map((name) => join(FIXTURES, name)),
  );
  await page.keyboard.press('a');
  for (const name of files) await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  const open = async (name: string): Promise<Locator> => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    return dialog;
  };
  const close = async (name: string): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('button', { name, exact: true })).toBeFocused();
  };

  // Its scripts would have set the title and shown a message; its link would have been an element.
  const title = await page.title();
  const pdf = await open('Dohoda.pdf');
  await expect(pdf.getByText('Dohoda o spoluprace')).toBeAttached();
  await expect(pdf.locator('canvas').first()).toBeVisible();
  await expect(pdf.getByRole('region', { name: 'Dohoda.pdf' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('g');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(pdf.getByText('Strana druha')).toBeAttached();
  await expect(pdf.getByRole('button', { name: '125' })).toBeVisible();
  await page.keyboard.press('+');
  await expect(pdf.getByRole('button', { name: '150' })).toBeVisible();
  expect(await page.title()).toBe(title);
  await expect(pdf.getByRole('link')).toHaveCount(0);
  await close('Dohoda.pdf');

  const locked = await open('Zamčená.pdf');
  const password = locked.getByLabel(t('attachments.preview.password'));
  await expect(password).toBeFocused();
  await page.keyboard.type('kolo');
  await page.keyboard.press('Enter');
  await expect(locked.getByText(t('attachments.preview.wrongPassword'))).toBeVisible();
  await password.fill('kniha');
  await page.keyboard.press('Enter');
  await expect(locked.getByText('Tajna strana')).toBeAttached();
  await close('Zamčená.pdf');

  const photo = await open('Foto na výšku.jpg');
  const size = (await photo.getByRole('img').boundingBox()) ?? { width: 1, height: 0 };
  expect(size.height / size.width).toBeCloseTo(1.5, 1);
  await close('Foto na výšku.jpg');

  const text = await open('Zápis.txt');
  await expect(text.getByText('žluťoučký kůň')).toBeVisible();
  await expectAccessible(page);
  await close('Zápis.txt');

  const book = await open('Klienti a úkoly.xlsx');
  await expect(book.getByRole('tab', { name: 'Klienti' })).toHaveAttribute('aria-selected', 'true');
  await expect(book.getByRole('cell', { name: 'Horák Petr' })).toBeVisible();
  await expect(book.getByRole('region', { name: 'Klienti a úkoly.xlsx' })).toBeFocused();
  await page.keyboard.press('Control+PageDown');
  await expect(book.getByRole('tab', { name: 'Úkoly' })).toHaveAttribute('aria-selected', 'true');
  await expect(book.getByRole('cell', { name: 'Horák Petr' }).first()).toBeVisible();
  await expectAccessible(page);
  await close('Klienti a úkoly.xlsx');

  const mail = await open('Nabídka.eml');
  await expect(mail.getByText('posílám nabídku.')).toBeVisible();
  await expect(mail.getByRole('img')).toHaveCount(0);
  await expectAccessible(page);
  const saved = join(app.userData, 'zpět.eml');
  await answerSaveDialog(app, saved);
  await page.keyboard.press('Control+s');
  await goOnByLaw(page, t);
  await expect.poll(() => existsSync(saved)).toBe(true);
  const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
  expect(hash(saved)).toBe(hash(join(FIXTURES, 'Nabídka.eml')));
  expect(await page.title()).toBe(title);
  await close('Nabídka.eml');
}

/** Has a folder watched, and puts what comes into it into the open file. */
async function putsScan(app: RunningApp, page: Page, t: TFunction): Promise<void> {
  const file = await page.evaluate(() => window.location.hash);
  const inbox = mkdtempSync(join(tmpdir(), 'scans-'));
  await page.keyboard.press('Control+,');
  await answerOpenDialog(app, [inbox]);
  await page.getByRole('button', { name: t('attachments.scans.settings.choose') }).click();
  await expect(page.getByText(inbox)).toBeVisible();
  await expectAccessible(page);
  const scan = join(inbox, 'Sken 0001.jpg');
  copyFileSync(join(FIXTURES, 'Foto na výšku.jpg'), scan);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, file);
  await expect(page.getByText(t('attachments.scans.new', { count: 1 }))).toBeVisible();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: t('attachments.scans.title') });
  await expect(dialog.getByRole('checkbox', { name: /Sken 0001\.jpg/ })).toBeFocused();
  await expectAccessible(page);
  await dialog.getByRole('checkbox', { name: t('attachments.scans.remove') }).check();
  await dialog.getByRole('button', { name: t('attachments.scans.add', { count: 1 }) }).click();
  await expect(page.getByRole('row', { name: /Sken 0001\.jpg/ })).toBeVisible();
  await expect.poll(() => existsSync(scan)).toBe(false);
  await expect(page.getByText(t('attachments.scans.new', { count: 1 }))).toBeHidden();
  rmSync(inbox, { recursive: true, force: true });
}

test('documents are kept, given back byte for byte, and damage is told', async ({
  openPractice,
  launchApp,
}) => {
  const { app, page, t } = await openPractice({ language: 'cs' });
  const { userData } = app;
  const lease = join(userData, 'Nájemní smlouva.pdf');
  const copy = join(userData, 'Kopie.pdf');
  const bytes = writeRepeating(lease, 4);
  writeFileSync(copy, bytes);

  await test.step('two files with the same bytes are stored once', async () => {
    await createClient(page, t, CLIENT);
    await page.keyboard.press('6');
    await expect(page.getByText(t('attachments.empty.title'))).toBeVisible();
    await answerOpenDialog(app, [lease, copy]);
    await page.keyboard.press('a');
    await expect(page.getByRole('row', { name: /Nájemní smlouva\.pdf/ })).toContainText('4,2 MB');
    await expect(page.getByRole('row', { name: /Kopie\.pdf/ })).toBeVisible();
    expect(storedChunks(userData)).toHaveLength(1);
    await expectAccessible(page);
  });

  await test.step('a dropped file of several parts too, from another tab', async () => {
    await page.keyboard.press('1');
    await dropFile(page, 'Sken.tif', 9 * MIB + 1, 7);
    await expect(page.getByRole('tab', { name: t('clients.tab.documents'), selected: true })).toBeVisible();
    await expect(page.getByRole('row', { name: /Sken\.tif/ })).toContainText('9,4 MB');
    // Nine chunks of the same bytes are one, and one byte is another.
    expect(storedChunks(userData)).toHaveLength(3);
  });

  await test.step('documents are shown over the list, from the keyboard, and given back byte for byte', () =>
    showsDocuments(app, page, t));
  await test.step('a new scan is offered, put into the file and removed from its folder', () =>
    putsScan(app, page, t));
  await app.close();

  const again = await launchApp({ userData, language: 'cs' });
  const window = await again.window();
  await unlock(window, t);
  const target = join(userData, 'zpět.pdf');
  const save = async (file: string): Promise<void> => {
    await answerSaveDialog(again, file);
    await window
      .getByRole('button', { name: t('attachments.saveOne', { name: 'Nájemní smlouva.pdf' }) })
      // A notice may lie over it.
      .press('Enter');
  };

  await test.step('they are there after a restart and are saved as they came', async () => {
    await openByPalette(window, t, 'cermak', CLIENT);
    await window.keyboard.press('6');
    await save(target);
    await goOnByLaw(window, t);
    await expect(
      window.getByText(t('attachments.saved', { fileName: 'zpět.pdf', folder: userData })),
    ).toBeVisible();
    expect(readFileSync(target).equals(bytes)).toBe(true);
  });

  await test.step('a damaged chunk is told in clear words, and no file is left', async () => {
    for (const chunk of storedChunks(userData)) {
      const sealed = readFileSync(chunk);
      sealed.writeUInt8(sealed.readUInt8(100) ^ 1, 100);
      writeFileSync(chunk, sealed);
    }
    const broken = join(userData, 'poškozený.pdf');
    await save(broken);
    await expect(
      window.getByText(t('errors.attachmentDamaged.happened', { fileName: 'Nájemní smlouva.pdf' })),
    ).toBeVisible();
    await expect(window.getByRole('row', { name: /Nájemní/ })).toContainText(t('attachments.broken'));
    expect(existsSync(broken)).toBe(false);
  });

  await test.step('adding the same file again mends it', async () => {
    await answerOpenDialog(again, [copy]);
    await window.keyboard.press('a');
    await expect(window.getByRole('row', { name: /Kopie\.pdf/ })).toHaveCount(2);
    await expect(window.getByRole('row', { name: /Nájemní/ })).not.toContainText(t('attachments.broken'));
    await save(target);
    await expect(
      window.getByText(t('attachments.saved', { fileName: 'zpět.pdf', folder: userData })),
    ).toBeVisible();
    expect(readFileSync(target).equals(bytes)).toBe(true);
  });
});
