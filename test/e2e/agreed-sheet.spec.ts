import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '#shared/domain/values.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import { expectAccessible } from './support/accessibility.ts';
import { answerSaveDialog } from './support/journey.ts';
import {
  createClient,
  expectSaved,
  openByPalette,
  startMeeting,
  TASK_DAYS,
  writeMeeting,
} from './support/meeting-steps.ts';
import { dayIn, MEETING_TEXTS } from './support/meeting-texts.ts';
import { drawPdf, readPdf } from './support/pdf.ts';
import { expect, test } from './support/prepared.ts';

/** Text with every run of white space as one space: the lines of paper break where they must. */
const unbroken = (text: string): string => text.replaceAll(/\s+/g, ' ');

for (const language of LANGUAGES) {
  const texts = MEETING_TEXTS[language];

  test(`a meeting is wrapped up and leaves as a sheet to sign: ${language}`, async ({
    openPractice,
  }, info) => {
    const { app, page, t } = await openPractice({ language });
    await createClient(page, t, texts.client);
    await startMeeting(page, t);
    await writeMeeting(page, language);
    await expectSaved(page, t);

    await test.step('one sheet lists what was marked; one key confirms it', async () => {
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('heading', { level: 1, name: t('wrapup.title') })).toBeVisible();
      for (const group of ['decided', 'tasks', 'wanted', 'questions'] as const) {
        await expect(page.getByRole('heading', { name: t(`wrapup.${group}`) })).toBeVisible();
      }
      await expectAccessible(page);
      await page.screenshot({ path: info.outputPath('wrap-up.png') });
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('heading', { level: 1, name: t('sheet.title') })).toBeVisible();
    });

    await test.step('the preview lists what is held back', async () => {
      const held = page.getByRole('region', { name: t('sheet.heldBack', { count: 2 }) });
      await expect(held).toContainText(texts.lines.internal);
      await expect(held).toContainText(texts.lines.sensitive);
      await expect(page.getByText(t('sheet.versionNew', { version: 1 }))).toBeVisible();
      await expect(page.getByRole('progressbar', { includeHidden: true })).toBeHidden();
      await expectAccessible(page);
      await page.screenshot({ path: info.outputPath('sheet.png') });
    });

    const save = async (name: string): Promise<string> => {
      const file = join(app.userData, name);
      await answerSaveDialog(app, file);
      await page.keyboard.press('Control+s');
      await expect(page.getByText(name)).toBeVisible();
      return file;
    };

    await test.step('the PDF says what was agreed, and nothing that was held back', async () => {
      const pdf = readPdf(await save('sheet.pdf'));
      const text = unbroken(pdf.text);
      const parts = [
        'decisions',
        'clientTasks',
        'practiceTasks',
        'requirements',
        'questions',
        'forClient',
      ] as const;
      for (const part of parts) expect(text).toContain(t(`sheet.doc.${part}`));
      const { internal, sensitive, ...said } = texts.lines;
      for (const words of [...Object.values(said), texts.ourTaskWords, texts.client])
        expect(text).toContain(words);
      for (const words of [internal, sensitive]) expect(text).not.toContain(words);
      expect(text).toContain(unbroken(formatDay(dayIn(TASK_DAYS), language)));
      expect(text).toContain(t('sheet.doc.signClient'));
      expect(text).toContain(t('documents.pageOf', { page: 1, pages: pdf.pages }));
      expect(text).toContain(t('sheet.doc.version', { version: 1, hash: '' }).trim());
      expect(pdf).toMatchObject({ tagged: true, pages: 1 });
      expect(pdf.fonts).toMatch(/Inter.*TrueType.* yes yes yes/);
      drawPdf(join(app.userData, 'sheet.pdf'), info.outputPath());
    });

    await test.step('the same wording leaves again as the same version and the same bytes', async () => {
      await expect(page.getByText(t('sheet.versionSame', { version: 1 }))).toBeVisible();
      const [once, again] = [
        readFileSync(join(app.userData, 'sheet.pdf')),
        readFileSync(await save('again.pdf')),
      ];
      expect(again.equals(once)).toBe(true);
    });

    await test.step('two languages stand side by side; the second is worded beside the preview', async () => {
      const other = language === 'en' ? 'cs' : 'en';
      await page.getByRole('combobox', { name: t('sheet.secondLanguage') }).selectOption(other);
      await page.getByRole('textbox', { name: texts.lines.decision }).fill('Worded for the other side');
      // The pages carry their text for screen readers.
      await expect(page.getByRole('region', { name: t('sheet.preview') })).toContainText(
        'Worded for the other side',
      );
      await expect(page.getByText(t('sheet.versionNew', { version: 2 }))).toBeVisible();
      const pdf = readPdf(await save('two.pdf'));
      const text = unbroken(pdf.text);
      for (const title of [t('sheet.doc.decisions'), translator(other)('sheet.doc.decisions')]) {
        expect(text).toContain(title);
      }
      expect(text).toContain('Worded for the other side');
      for (const words of [texts.lines.internal, texts.lines.sensitive]) expect(text).not.toContain(words);
      drawPdf(join(app.userData, 'two.pdf'), info.outputPath());
    });

    await test.step('the file holds what was wrapped up, each with its line', async () => {
      await openByPalette(page, t, texts.client, texts.client);
      await page.getByRole('tab', { name: new RegExp(`^${t('clients.tab.tasks')}`) }).press('Enter');
      await expect(page.getByText(texts.ourTaskWords)).toBeVisible();
      await page.getByRole('tab', { name: new RegExp(`^${t('clients.tab.requirements')}`) }).press('Enter');
      await page.getByRole('tabpanel').getByRole('link').first().press('Enter');
      await expect(page.getByText('R-1', { exact: true }).first()).toBeVisible();
      await expect(page.getByText(texts.lines.requirement).first()).toBeVisible();
    });
    await app.close();
  });
}
