import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import type { Language } from '#shared/domain/values.ts';
import { type Job, unbroken } from './job.ts';
import { answerSaveDialog } from './journey.ts';
import { expectSaved, noteText, openByPalette, writeMarked } from './meeting-steps.ts';
import { MEETING_TEXTS } from './meeting-texts.ts';
import { drawPdf, readPdf } from './pdf.ts';
import { expect, test } from './prepared.ts';
import { sampleFile } from './sample-texts.ts';
import { tabTo } from './vault-keyboard.ts';

/** What stands at the head of the practice's paper, with letters of each language. */
const LETTERHEADS: Readonly<
  Record<Language, Readonly<Record<'name' | 'address' | 'phone' | 'email' | 'registration', string>>>
> = {
  en: {
    name: 'Harcourt & Daughters',
    address: '12 Example Row\nOld Sampleton',
    phone: '+44 0000 100 100',
    email: 'office@example.com',
    registration: 'Registered solicitors, no. 0000001',
  },
  cs: {
    name: 'Advokátní kancelář Dvořáková a Říha',
    address: 'Příkladná ulice 12\n000 01 Ukázkov nad Lužnicí',
    phone: '+420 000 100 100',
    email: 'kancelar@example.com',
    registration: 'Zapsána v seznamu advokátů pod č. 00001',
  },
  pl: {
    name: 'Kancelaria Adwokacka Wąsik i Żółć',
    address: 'ul. Przykładowa 12\n00-001 Łódź Próbna',
    phone: '+48 000 100 100',
    email: 'kancelaria@example.com',
    registration: 'Wpis na listę adwokatów nr 00001',
  },
  ru: {
    name: 'Адвокатский кабинет Щербаковой',
    address: 'ул. Примерная, д. 12\n000001, г. Образцов',
    phone: '+7 000 100-10-00',
    email: 'office@example.com',
    registration: 'Рег. № 00/1 в реестре адвокатов',
  },
};

async function fillLetterhead(page: Page, t: TFunction, language: Language): Promise<void> {
  await page.keyboard.press('Control+,');
  const section = page.getByRole('region', { name: t('settings.letterhead.title') });
  for (const field of ['name', 'address', 'phone', 'email', 'registration'] as const) {
    const label = t(`settings.letterhead.${field}`);
    await section.getByRole('textbox', { name: label, exact: true }).fill(LETTERHEADS[language][field]);
  }
  await expectSaved(page, t);
}

/** The overview of a client file comes out on the paper of the practice. */
export async function printSummary({ app, page, t, language, info, lookAt }: Job): Promise<void> {
  const { name, texts, marked } = sampleFile('o01', language);
  const { lines } = MEETING_TEXTS[language];
  const questions = page.getByRole('checkbox', { name: t('summary.part.questions'), exact: true });
  const pageCount = (count: number) =>
    page.getByRole('status').filter({ hasText: t('documents.paper.pages', { count }) });

  await fillLetterhead(page, t, language);

  await test.step('a line for the practice alone is noted', async () => {
    await openByPalette(page, t, name, name);
    await page.keyboard.press('2');
    // The timeline has such a link too, and goes.
    await expect(page.getByRole('tab', { name: t('clients.tab.notes'), selected: true })).toBeVisible();
    await page.getByRole('link', { name: texts.notes[0]?.title ?? '' }).press('Enter');
    await noteText(page, t).focus();
    await writeMarked(page, lines.internal, 'internal');
    await expectSaved(page, t);
  });

  await test.step('the preview: parts are chosen with Space, what is held back is listed', async () => {
    await openByPalette(page, t, name, name);
    await page.keyboard.press('Control+p');
    await expect(pageCount(1).or(pageCount(2))).toBeVisible();
    await tabTo(page, questions);
    await page.keyboard.press('Space');
    await expect(questions).not.toBeChecked();
    await tabTo(page, page.getByRole('checkbox', { name: t('summary.noteText') }), 'Shift+Tab');
    await page.keyboard.press('Space');
    const held = page.getByRole('region', { name: t('summary.heldBack', { count: 2 }) });
    await expect(held.getByRole('listitem')).toHaveCount(2);
    await expect(held).toContainText(lines.internal);
    await expect(page.getByRole('progressbar', { includeHidden: true })).toBeHidden();
    await lookAt(page);
    await page.screenshot({ path: info.outputPath('preview.png') });
  });

  await test.step('the PDF: letterhead, words, numbers of pages, fonts', async () => {
    const file = join(app.userData, 'summary.pdf');
    await answerSaveDialog(app, file);
    await page.keyboard.press('Control+s');
    await expect(page.getByText('summary.pdf')).toBeVisible();
    const pdf = readPdf(file);
    const pages = pdf.text.split('\f').slice(0, -1).map(unbroken);
    expect(pages).toHaveLength(pdf.pages);
    expect(pdf).toMatchObject({ tagged: true, pages: 2 });
    for (const [index, text] of pages.entries())
      expect(text).toContain(t('documents.pageOf', { page: index + 1, pages: pdf.pages }));
    const { address, ...head } = LETTERHEADS[language];
    for (const line of [...Object.values(head), ...address.split('\n')]) {
      expect(pages[0]).toContain(line);
      expect(pages[1]).not.toContain(line);
    }
    const all = unbroken(pdf.text);
    const sent = [name, ...marked('requirement'), ...marked('decision'), t('summary.part.requirements')];
    for (const words of [...sent, texts.notes[0]?.title ?? '', texts.notes[1]?.title ?? ''])
      expect(all).toContain(words);
    const kept = [...marked('sensitive'), lines.internal, t('summary.part.questions')];
    for (const words of [...kept, texts.facts]) expect(all).not.toContain(words);
    expect(pdf.fonts).toMatch(/Inter.*TrueType.* yes yes yes/);
    expect(pdf.fonts.split('\n').filter((font) => / no +(yes|no) +(yes|no) /.test(font))).toEqual([]);
    drawPdf(file, info.outputPath());
  });
}
