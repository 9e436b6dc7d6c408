import type { Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import { expectAccessible, expectAccessibleInBoth } from './support/accessibility.ts';
import { answerOpenDialog } from './support/attachment-steps.ts';
import { writeDocuments } from './support/documents.ts';
import { unlock } from './support/journey.ts';
import { createClient, noteText, openByPalette, startMeeting } from './support/meeting-steps.ts';
import { expect, test } from './support/prepared.ts';
import { lockByKey } from './support/vault-keyboard.ts';

const box = (page: Page, t: TFunction) => page.getByRole('combobox', { name: t('search.title') });
const chosen = (page: Page) => page.getByRole('option', { selected: true });

/** Opens the search by its key and types what is looked for, in place of what was. */
async function searchFor(page: Page, t: TFunction, text: string): Promise<void> {
  await page.keyboard.press('Control+Shift+f');
  await expect(box(page, t)).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

test('everything is found and opened by the keyboard, also what was written a moment ago', async ({
  openPractice,
}) => {
  const { app, page, t } = await openPractice({ language: 'cs' });
  await createClient(page, t, 'Dvořáková Žofie');

  await test.step('a line written a moment ago is found by another form of a word, without diacritics', async () => {
    const text = await startMeeting(page, t);
    await page.keyboard.insertText('Sejdeme se kvůli zahradě.');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('Příjezdová cesta je zatížena věcným břemenem.');
    await expect(text).toContainText('břemenem');
    await searchFor(page, t, 'vecne bremeno');
    await expect(chosen(page)).toContainText('Dvořáková Žofie');
    await expect(chosen(page).locator('mark')).toHaveText(['věcným', 'břemenem']);
  });

  await test.step('Enter opens the note at its line, and the way back leads to the results', async () => {
    await page.keyboard.press('Enter');
    await expect(noteText(page, t)).toBeFocused();
    await expect(page.locator('.is-target')).toHaveText('Příjezdová cesta je zatížena věcným břemenem.');
    await page.goBack();
    await expect(box(page, t)).toHaveValue('vecne bremeno');
    await expect(chosen(page)).toBeVisible();
  });

  await test.step('quotes find exactly what is in them, in that order', async () => {
    await searchFor(page, t, '"břemenem věcným"');
    await expect(page.getByText(t('search.nothing.quoted'))).toBeVisible();
    await page.getByRole('button', { name: t('search.clearQuotes') }).press('Enter');
    await expect(chosen(page)).toContainText('Dvořáková Žofie');
  });

  await test.step('a slip of the fingers is forgiven, and said', async () => {
    await searchFor(page, t, 'dvorkaova');
    await expect(chosen(page).locator('mark')).toHaveText(['Dvořáková']);
    await expect(page.getByText(t('search.similar'))).toBeVisible();
  });

  await test.step('Enter that comes before the answer waits for it', async () => {
    await searchFor(page, t, 'zofie');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Dvořáková Žofie' })).toBeVisible();
  });

  await test.step('the palette passes on what was typed', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('zahrada');
    await page.getByRole('option', { name: t('search.fromPalette', { query: 'zahrada' }) }).click();
    await expect(box(page, t)).toHaveValue('zahrada');
    await expect(chosen(page).locator('mark')).toHaveText(['zahradě']);
  });

  await test.step('documents are found by what is written in them: PDF, Word, e-mail, text', async () => {
    const files = writeDocuments(app.userData, {
      'sken.pdf': 'Easement over the driveway',
      'dopis.docx': 'Nadstropí bude dokončeno na jaře',
      'mez.eml': 'Subject: Mez\nContent-Type: text/plain; charset=utf-8\n\nOplocení nám nevadí',
      'přepis.txt': 'Úvodní slovo\nSvědkyně popsala verandu',
    });
    await page.keyboard.press('Escape');
    await openByPalette(page, t, 'dvorakova', 'Dvořáková Žofie');
    await page.getByRole('tab', { name: t('clients.tab.documents') }).click();
    await expect(page.getByText(t('attachments.empty.title'))).toBeVisible();
    await answerOpenDialog(app, files);
    await page.keyboard.press('a');
    for (const name of ['sken.pdf', 'dopis.docx', 'mez.eml', 'přepis.txt']) {
      await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
    }
    for (const [typed, name, found] of [
      ['driveways', 'sken.pdf', 'driveway'],
      ['nadstropim', 'dopis.docx', 'Nadstropí'],
      ['oploceni', 'mez.eml', 'Oplocení'],
      ['veranda', 'přepis.txt', 'verandu'],
    ] as const) {
      await searchFor(page, t, typed);
      await expect(chosen(page)).toContainText(name);
      await expect(chosen(page).locator('mark')).toHaveText([found]);
    }
  });

  await test.step('Escape clears, then goes back', async () => {
    await box(page, t).press('Escape');
    await expect(page.getByText(t('search.empty.title'))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(box(page, t)).toBeHidden();
  });

  await test.step('the words of documents are found once more after the vault was locked', async () => {
    const locked = await lockByKey(app, page);
    await unlock(locked, t);
    await searchFor(locked, t, '"over the driveway"');
    await expect(chosen(locked)).toContainText('sken.pdf');
    await expect(chosen(locked).locator('mark')).toHaveText(['over the driveway']);
  });
});

test('the search of the sample practice knows word forms, narrows by filters and is accessible', async ({
  openPractice,
}) => {
  const { page, t } = await openPractice({ language: 'en', start: 'sample' });
  await searchFor(page, t, 'contract');
  await expect(
    page
      .getByRole('option')
      .locator('mark', { hasText: /^contracts$/i })
      .first(),
  ).toBeVisible();
  await expectAccessibleInBoth(page);

  await test.step('a kind, a mark and a client narrow the results', async () => {
    await page
      .getByRole('button', { name: t('search.kindPlural.requirement') })
      .first()
      .press('Enter');
    await expect(page.getByRole('option')).toContainText(['R-1']);
    await page.getByRole('button', { name: t('domain.mark.task'), exact: true }).press('Enter');
    await expect(page.getByRole('option').first()).toContainText(t('search.kind.line'));
    await page.getByRole('combobox', { name: t('search.client') }).fill('brooks');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option')).toHaveText([/Brooks, Daniel.*Mark up the purchase contract/]);
  });

  await test.step('with no word, what the filters let through is listed; nothing found offers to clear them', async () => {
    await box(page, t).fill('');
    await expect(page.getByRole('option').nth(1)).toContainText('Brooks, Daniel');
    await box(page, t).fill('qqqq');
    await page
      .getByRole('button', { name: t('search.clearFilters') })
      .last()
      .press('Enter');
    await expect(page.getByText(t('search.nothing.text'))).toBeVisible();
    await expectAccessible(page);
  });
});
