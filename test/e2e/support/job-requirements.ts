import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import type { Language } from '#shared/domain/values.ts';
import type { Job } from './job.ts';
import { answerSaveDialog } from './journey.ts';
import { createClient, expectSaved, openByPalette } from './meeting-steps.ts';
import { drawPdf, readPdf } from './pdf.ts';
import { expect, test } from './prepared.ts';
import { tabTo } from './vault-keyboard.ts';

interface Wishes {
  readonly client: string;
  readonly letters: string;
  readonly brd: string;
  /** Template of the practice's kind. */
  readonly intake: string;
  readonly first: string;
  readonly taken: string;
  readonly third: string;
  readonly fourth: string;
  readonly acceptance: string;
}

/** What a client of each language wants, with letters that only that language has. */
const WISHES: Readonly<Record<Language, Wishes>> = {
  en: {
    client: 'Öhman Åsa',
    letters: 'ohm',
    brd: 'Business requirements',
    intake: 'Law intake',
    first: 'The shop opens before the summer',
    taken: 'A second entrance',
    third: 'The rent is fixed for three years',
    fourth: 'The café’s terrace is part of the lease',
    acceptance: 'The permit is issued by the end of May',
  },
  cs: {
    client: 'Žďárská Květuše',
    letters: 'zdar',
    brd: 'Obchodní požadavky',
    intake: 'Převzetí právní věci',
    first: 'Prodejna se otevře před létem, nejpozději v květnu',
    taken: 'Druhý vchod',
    third: 'Nájemné se tři roky nezvýší, ať se děje cokoli',
    fourth: 'Součástí nájmu je i předzahrádka s dřevěným plůtkem',
    acceptance: 'Povolení je vydáno do konce května',
  },
  pl: {
    client: 'Źrebiec Śława',
    letters: 'zreb',
    brd: 'Wymagania biznesowe',
    intake: 'Przyjęcie sprawy',
    first: 'Sklep otwiera się przed latem',
    taken: 'Drugie wejście',
    third: 'Czynsz się nie zmienia przez trzy lata',
    fourth: 'Najem obejmuje też ogródek – źdźbło trawy włącznie',
    acceptance: 'Zezwolenie wydane do końca maja',
  },
  ru: {
    client: 'Ёжикова Пелагея',
    letters: 'ежик',
    brd: 'Бизнес-требования',
    intake: 'Приём дела',
    first: 'Магазин открывается до лета',
    taken: 'Второй вход',
    third: 'Аренда не растёт в течение трёх лет',
    fourth: 'В аренду входит и площадка перед объектом',
    acceptance: 'Разрешение выдано до конца мая',
  },
};

/** A requirement of the open document, by its number. */
export const row = (page: Page, label: string): Locator =>
  page.getByRole('group', { name: label, exact: true });
/** Where the words of a requirement are written. */
export const words = (page: Page, t: TFunction, label: string): Locator =>
  row(page, label).getByRole('textbox', { name: t('requirements.field.text') });

/** Starts a document from the template, chosen with Tab and Enter. */
async function createFrom(page: Page, t: TFunction, template: string): Promise<void> {
  await page.keyboard.press('Shift+R');
  const dialog = page.getByRole('dialog', { name: t('requirements.startFrom') });
  await expect(dialog.getByRole('listitem').first().getByRole('button')).toBeFocused();
  await tabTo(page, dialog.getByRole('button', { name: template }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: template })).toBeVisible();
}

/** A requirements document of a new client is written by the keyboard and comes out on paper. */
export async function writeRequirements({ app, page, t, language, info, lookAt }: Job): Promise<void> {
  const wishes = WISHES[language];
  await createClient(page, t, wishes.client);

  await test.step('documents from the template of the practice and from the BRD', async () => {
    await page.keyboard.press('3');
    await expect(page.getByText(t('requirements.emptyTitle'))).toBeVisible();
    await createFrom(page, t, wishes.intake);
    await openByPalette(page, t, wishes.letters, wishes.client);
    await page.keyboard.press('3');
    await expect(page.getByRole('link', { name: wishes.intake })).toBeVisible();
    await createFrom(page, t, wishes.brd);
    await expect(page.getByRole('textbox', { name: t('requirements.section.title') })).toHaveCount(6);
  });

  await test.step('each new one has its number; a number given back is not given again', async () => {
    await page.keyboard.press('n');
    for (const [index, wish] of [wishes.first, wishes.taken, wishes.third].entries()) {
      await expect(words(page, t, `R-${index + 1}`)).toBeFocused();
      await page.keyboard.insertText(wish);
      if (index < 2) await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
    await expect(row(page, 'R-2')).toBeFocused();
    await page.keyboard.press('Delete');
    const asked = page.getByRole('dialog', { name: t('requirements.removeAsk', { label: 'R-2' }) });
    await expect(asked.getByText(wishes.taken)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(row(page, 'R-2')).toBeHidden();
    await expect(row(page, 'R-1')).toBeFocused();
    await page.keyboard.press('n');
    await expect(words(page, t, 'R-4')).toBeFocused();
    await page.keyboard.insertText(wishes.fourth);
    await page.keyboard.press('Escape');
    await expect(row(page, 'R-3')).toBeVisible();
  });

  await test.step('priority, status and acceptance', async () => {
    await page.keyboard.press('d');
    const field = (role: 'combobox' | 'textbox', name: string) => row(page, 'R-4').getByRole(role, { name });
    await tabTo(page, field('combobox', t('requirements.field.priority')));
    await page.keyboard.press('ArrowUp');
    await tabTo(page, field('combobox', t('requirements.field.status')));
    await page.keyboard.press('ArrowDown');
    await tabTo(page, field('textbox', t('requirements.field.acceptance')));
    await page.keyboard.insertText(wishes.acceptance);
    await expectSaved(page, t);
    const facts = `${t('domain.priority.must')}, ${t('domain.requirementStatus.agreed')}`;
    const summary = t('requirements.detailsOf', { label: 'R-4', facts });
    await expect(page.getByRole('button', { name: summary })).toBeVisible();
    await lookAt(page);
  });

  await test.step('the table stands beside the document by a key', async () => {
    await page.keyboard.press('Escape');
    await row(page, 'R-4').focus();
    await page.keyboard.press('v');
    const table = page.getByRole('table', { name: t('requirements.table') });
    await expect(table.getByRole('rowheader')).toHaveText(['R-1', 'R-4', 'R-3']);
    await expect(table.getByRole('combobox', { name: `R-4, ${t('requirements.field.status')}` })).toHaveValue(
      'agreed',
    );
    await lookAt(page);
    await page.screenshot({ path: info.outputPath('table.png') });
    await page.keyboard.press('v');
    await expect(table).toBeHidden();
  });

  await test.step('paper: the words, the numbers, the fonts', async () => {
    await page.keyboard.press('Control+p');
    await expect(
      page.getByRole('status').filter({ hasText: t('documents.paper.pages', { count: 1 }) }),
    ).toBeVisible();
    await lookAt(page);
    const file = join(app.userData, 'requirements.pdf');
    await answerSaveDialog(app, file);
    await page.keyboard.press('Control+s');
    await expect(page.getByText('requirements.pdf')).toBeVisible();
    const pdf = readPdf(file);
    for (const shown of [
      wishes.brd,
      wishes.client,
      wishes.first,
      wishes.third,
      wishes.fourth,
      wishes.acceptance,
      t('domain.priority.must'),
      t('documents.pageOf', { page: 1, pages: 1 }),
    ])
      expect(pdf.text).toContain(shown);
    expect(pdf.text).not.toContain(wishes.taken);
    expect(pdf.text.match(/R-\d+/g)).toEqual(['R-1', 'R-4', 'R-3']);
    expect(pdf).toMatchObject({ pages: 1, tagged: true });
    expect(pdf.fonts).toMatch(/Inter.*yes/);
    drawPdf(file, info.outputPath());
    await page.keyboard.press('Escape');
  });
}
