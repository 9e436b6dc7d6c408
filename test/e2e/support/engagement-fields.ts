import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { TFunction } from 'i18next';
import { tabKey } from '#renderer/lib/routes.ts';
import { expect } from './app.ts';
import { answerSaveDialog } from './journey.ts';
import { expectSaved, fileHeading, openByPalette } from './meeting-steps.ts';
import { readPdf } from './pdf.ts';
import type { RunningApp } from './running-app.ts';

/** Own fields of engagements as the specs make them: one of text, one of choices. */
export const COURT = 'Soud a značka';
export const STANDING = 'Postavení';
export const STANDINGS = ['žalobce', 'žalovaný'] as const;

/** Makes the two fields; the settings are open before and after. */
export async function addEngagementFields(page: Page, t: TFunction): Promise<void> {
  const fields = page.getByRole('region', { name: t('settings.ownFields.title.engagements') });
  const label = fields.getByLabel(t('settings.ownFields.new'));
  const add = fields.getByRole('button', { name: t('common.add'), exact: true });
  await label.fill(COURT);
  await add.press('Enter');
  await expect(fields.getByRole('listitem')).toHaveCount(1);
  await expect(label).toHaveValue('');
  await label.fill(STANDING);
  await fields.getByLabel(t('settings.ownFields.kind')).press('Enter');
  await page.getByRole('option', { name: t('domain.customFieldKind.choice'), exact: true }).press('Enter');
  await expect(page.getByRole('listbox')).toBeHidden();
  await add.press('Enter');
  await expect(fields.getByRole('listitem')).toHaveCount(2);
  await fields.getByLabel(t('settings.ownFields.options', { field: STANDING })).fill(STANDINGS.join('\n'));
}

/** A workbook of one sheet with texts, laid out as the one of a real program. */
function workbook(rows: readonly (readonly string[])[]): Buffer {
  const parts = unzipSync(readFileSync('test/fixtures/import/klienti-a-ukoly.xlsx'));
  const cell = (text: string, column: number, row: number): string =>
    `<c r="${'ABCDEFGH'.charAt(column)}${String(row)}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const data = rows
    .map((texts, at) => {
      const row = at + 1;
      return `<row r="${String(row)}">${texts.map((text, column) => cell(text, column, row)).join('')}</row>`;
    })
    .join('');
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`;
  return Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) }));
}

interface Imported {
  readonly client: string;
  readonly title: string;
  readonly court: string;
  readonly standing: string;
}

/** Imports one engagement with its own fields, out of a table or a workbook. */
export async function importEngagement(
  page: Page,
  t: TFunction,
  as: 'csv' | 'xlsx',
  { client, title, court, standing }: Imported,
): Promise<void> {
  const rows = [
    ['Klient', 'Zakázka', 'Způsob platby', COURT, STANDING],
    [client, title, t('domain.feeModel.hourly'), court, standing],
  ];
  const buffer = as === 'csv' ? Buffer.from(rows.map((row) => row.join(';')).join('\r\n')) : workbook(rows);
  await page
    .getByLabel(t('imports.choose.field'))
    .setInputFiles({ name: `vsechno.${as}`, mimeType: '', buffer });
  const becomes = (column: string) =>
    page.getByRole('combobox', { name: t('imports.columns.becomesOf', { column }) });
  await expect(becomes('Zakázka')).toHaveText(t('imports.field.title'));
  await expect(becomes(COURT)).toHaveText(COURT);
  await expect(becomes(STANDING)).toHaveText(STANDING);
  await page.getByRole('button', { name: t('imports.next') }).click();
  await expect(page.getByRole('heading', { name: t('imports.review.title') })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: t('imports.done.title') })).toBeFocused({ timeout: 30_000 });
  await expect(page.getByText(t('imports.done.added', { count: 1, number: '1' }))).toBeVisible();
  await page.getByRole('button', { name: t('imports.done.again') }).click();
}

/** Makes a requirements template that asks for the own fields, begins a document from it, and reads its PDF. */
export async function printByTemplate(
  { app, page, t }: { readonly app: RunningApp; readonly page: Page; readonly t: TFunction },
  client: string,
): Promise<string> {
  const name = 'Podle spisové značky';
  await page.evaluate(() => {
    location.hash = '#/settings/templates';
  });
  await expect(page.getByRole('heading', { level: 1, name: t('templates.title') })).toBeFocused();
  await page.keyboard.press('Shift+n');
  await page.getByRole('textbox', { name: t('templates.name') }).fill(name);
  const text = page.getByRole('textbox', { name: t('templates.sectionText') }).first();
  await text.fill(`Vedeno u: {{${COURT}}}, jako {{${STANDING}}}.`);
  await expectSaved(page, t);
  await openByPalette(page, t, client, client);
  await page.getByRole('tab', { selected: true }).focus();
  await page.keyboard.press(tabKey('requirements'));
  await page.getByRole('button', { name: t('requirements.newDocument') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(name) })
    .press('Enter');
  await expect(page.getByRole('textbox').filter({ hasText: 'Vedeno u: ' })).toBeVisible();
  await page.keyboard.press('Control+p');
  const pages = page.getByRole('status').filter({ hasText: t('documents.paper.pages', { count: 1 }) });
  await expect(pages).toBeVisible();
  await answerSaveDialog(app, join(app.userData, 'vlastni.pdf'));
  await page.keyboard.press('Control+s');
  await expect(page.getByText('vlastni.pdf')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await openByPalette(page, t, client, client);
  await expect(fileHeading(page, client)).toBeVisible();
  return readPdf(join(app.userData, 'vlastni.pdf')).text;
}
