import { formatDay, formatLongDay, formatWallTime } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import { type Job, MORE_IN, unbroken } from './job.ts';
import { digestOf, madePdfs, pagesShown, savePaper, watchPdfs } from './meeting-paper.ts';
import { choose, confirmWrapUp, noteText, openWrapUp, TASK_DAYS, writeMarked } from './meeting-steps.ts';
import { dayIn, MEETING_TEXTS } from './meeting-texts.ts';
import { drawPdf, readPdf } from './pdf.ts';
import { expect, test } from './prepared.ts';

const PARTS = [
  'decisions',
  'clientTasks',
  'practiceTasks',
  'requirements',
  'questions',
  'forClient',
] as const;
const MEETING_DAYS = 14;

/** The open meeting is wrapped up, and what was agreed leaves on paper. */
export async function wrapUpOntoPaper({ app, page, t, language, info, lookAt }: Job): Promise<void> {
  const texts = MEETING_TEXTS[language];
  const { internal, sensitive, ...said } = texts.lines;
  const next = dayIn(MEETING_DAYS);
  await watchPdfs(app);
  await openWrapUp(page, t);
  await choose(page, t('wrapup.next.kind'), t('wrapup.next.kinds.meeting'));
  await page.getByRole('textbox', { name: t('wrapup.next.day') }).fill(formatDay(next, language));
  await page.getByRole('textbox', { name: t('wrapup.next.time') }).fill('14:30');
  await confirmWrapUp(page, t);

  await test.step('the preview shows the page, and beside it what is held back', async () => {
    await pagesShown(page, t);
    const held = page.getByRole('region', { name: t('sheet.heldBack', { count: 2 }) });
    await expect(held).toContainText(internal);
    await expect(held).toContainText(sensitive);
    await expect(page.getByText(t('sheet.versionNew', { version: 1 }))).toBeVisible();
    await lookAt(page);
  });

  const file = await savePaper(app, page, t, 'sheet.pdf');
  await test.step('the file says what was agreed, in the language of the client', () => {
    const pdf = readPdf(file);
    const text = unbroken(pdf.text);
    const day = (iso: string): string => unbroken(formatDay(iso, language));
    for (const words of [
      t('sheet.title'),
      ...PARTS.map((part) => t(`sheet.doc.${part}`)),
      ...Object.values(said),
      texts.ourTaskWords,
      texts.client,
      'Eva Horáková',
      unbroken(formatLongDay(dayIn(0), language)),
      day(dayIn(TASK_DAYS)),
      day(dayIn(1)),
      t('sheet.doc.nextMeeting'),
      unbroken(formatWallTime(`${next}T14:30`, language)),
      t('sheet.doc.signClient'),
      t('sheet.doc.signPractice'),
      t('documents.pageOf', { page: 1, pages: pdf.pages }),
      'R-1',
    ]) {
      expect(text).toContain(words);
    }
    const version = t('sheet.doc.version', { version: 1, hash: '' });
    expect(text.slice(text.indexOf(version) + version.length)).toMatch(/^[0-9a-f]{8} /);
    for (const words of [internal, sensitive]) expect(text).not.toContain(words);
    expect(pdf.tagged).toBe(true);
    expect(pdf.pages).toBeLessThanOrEqual(2);
    const fonts = pdf.fonts.trim().split('\n').slice(2);
    for (const font of fonts) expect(font).toMatch(/^\w{6}\+Inter-\w+ +CID TrueType .* yes yes yes/);
    drawPdf(file, info.outputPath());
  });
  // What follows is the same in every language.
  if (language !== MORE_IN) return;

  await test.step('what was looked at is, byte for byte, what was saved', async () => {
    await expect(page.getByText(t('sheet.versionSame', { version: 1 }))).toBeVisible();
    const again = await savePaper(app, page, t, 'again.pdf');
    expect(await madePdfs(app)).toEqual([digestOf(file)]);
    expect(digestOf(again)).toBe(digestOf(file));
  });

  await test.step('another wording is another version', async () => {
    await page.keyboard.press('Escape');
    await expect(noteText(page, t)).toBeFocused();
    await writeMarked(page, 'Abc 10', 'decision');
    await page.keyboard.press('Control+p');
    await expect(page.getByText(t('sheet.versionNew', { version: 2 }))).toBeVisible();
    await pagesShown(page, t);
    const { text } = readPdf(await savePaper(app, page, t, 'second.pdf'));
    expect(text).toContain('Abc 10');
    expect(text).toContain(t('sheet.doc.version', { version: 2, hash: '' }));
  });

  await test.step('two languages stand side by side; the second is worded beside the preview', async () => {
    const other = 'en';
    await page.getByRole('combobox', { name: t('sheet.secondLanguage') }).selectOption(other);
    await page.getByRole('textbox', { name: texts.lines.decision }).fill('Worded for the other side');
    await expect(page.getByText(t('sheet.versionNew', { version: 3 }))).toBeVisible();
    // The pages carry their text for screen readers.
    await expect(page.getByText('Worded for the other side').first()).toBeAttached();
    await lookAt(page);
    const two = await savePaper(app, page, t, 'two.pdf');
    const pdf = readPdf(two);
    const text = unbroken(pdf.text);
    for (const part of PARTS) {
      expect(text).toContain(`${t(`sheet.doc.${part}`)} / ${translator(other)(`sheet.doc.${part}`)}`);
    }
    expect(text).toContain(`1. ${texts.lines.decision} 1. Worded for the other side`);
    expect(text).toContain(unbroken(formatDay(dayIn(TASK_DAYS), other)));
    for (const words of [internal, sensitive]) expect(text).not.toContain(words);
    expect(text).toContain(t('documents.pageOf', { page: pdf.pages, pages: pdf.pages }));
    drawPdf(two, info.outputPath());
  });
}
