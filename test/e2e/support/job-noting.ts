import type { Page } from '@playwright/test';
import { LINE_MARKS } from '#shared/domain/rich-text.ts';
import { formatDay } from '#shared/i18n/format.ts';
import type { Job } from './job.ts';
import {
  choose,
  clientTask,
  createClient,
  expectSaved,
  markOnLayout,
  noteText,
  startMeeting,
  strike,
  TASK_DAYS,
} from './meeting-steps.ts';
import { dayIn, MEETING_TEXTS } from './meeting-texts.ts';
import { expect, test } from './prepared.ts';

const line = (page: Page, words: string) => page.locator('.tiptap p', { hasText: words });

/** A client is created and a meeting with them noted, by the keyboard alone. The note stays open. */
export async function noteMeeting({ page, t, language, lookAt }: Job): Promise<void> {
  const texts = MEETING_TEXTS[language];
  await createClient(page, t, texts.client);
  // Ctrl M as a Cyrillic keyboard has it; the key lies at the same place everywhere.
  const key = language === 'ru' ? 'ь' : 'm';
  await strike(page, { key, code: 'KeyM', keyCode: 77, modifiers: ['ctrl'] });
  const text = noteText(page, t);
  const title = page.getByRole('textbox', { name: t('meeting.title') });
  await expect(text).toBeFocused();

  await test.step('it starts from a template; another one takes its place while nothing is written', async () => {
    const first = await title.inputValue();
    const list = page.getByRole('combobox', { name: t('meeting.place.template') });
    await expect(list).toHaveText(first);
    await list.press('ArrowDown');
    const other = page.getByRole('option').filter({ hasNotText: first }).first();
    const name = (await other.textContent()) ?? '';
    await other.press('Enter');
    await expect(title).toHaveValue(name);
  });

  await test.step('who is here, how and where', async () => {
    const attendees = page.getByRole('region', { name: t('meeting.attendees.title') });
    await expect(attendees).toContainText(texts.client);
    await expect(attendees).toContainText('Eva Horáková');
    await page.getByRole('textbox', { name: t('meeting.attendees.add') }).focus();
    await page.keyboard.insertText('Karel Zelený');
    await page.keyboard.press('Enter');
    await choose(page, t('meeting.attendees.side', { name: 'Karel Zelený' }), t('domain.side.other'));
    await choose(page, t('meeting.place.channel'), t('domain.channel.video'));
    await page.getByRole('textbox', { name: t('meeting.place.place') }).focus();
    await page.keyboard.insertText(texts.place);
    await page.getByRole('checkbox').first().press('Space');
    await title.fill(texts.title);
  });

  await test.step('the time runs, and stands still by one key', async () => {
    const timer = page.getByRole('timer', { name: t('meeting.timer.label') });
    await expect(timer).not.toHaveText('0:00');
    await page.keyboard.press('Alt+8');
    await expect(page.getByRole('button', { name: t('meeting.timer.start') })).toBeVisible();
    await page.keyboard.press('Alt+8');
    await expect(page.getByRole('button', { name: t('meeting.timer.pause') })).toBeVisible();
  });

  await test.step('each mark by its key, whatever the key types on this layout', async () => {
    await text.focus();
    await page.keyboard.press('Control+End');
    for (const mark of LINE_MARKS) {
      const words = mark === 'task' ? clientTask(language) : texts.lines[mark];
      await page.keyboard.press('Enter');
      await page.keyboard.insertText(words);
      await markOnLayout(page, language, mark);
      await expect(line(page, words)).toHaveAttribute('data-mark', mark);
    }
    await markOnLayout(page, language, 'sensitive');
    await expect(line(page, texts.lines.sensitive)).not.toHaveAttribute('data-mark');
    await markOnLayout(page, language, 'sensitive');
    const lines = page.locator('.tiptap > p[data-mark]');
    await expect(lines).toHaveCount(LINE_MARKS.length);
    const marks = await lines.evaluateAll((all) => all.map((one) => one.getAttribute('data-mark')));
    expect(marks).toEqual(LINE_MARKS);
  });

  await test.step('who and when are understood', async () => {
    const task = line(page, texts.lines.task);
    await expect(task).toContainText(formatDay(dayIn(TASK_DAYS), language));
    await expect(task.locator('.task-chip').first()).toHaveText(texts.at);
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(texts.ourTask);
    await page.keyboard.press('Alt+2');
    await expect(line(page, texts.ourTask)).toContainText(formatDay(dayIn(1), language));
  });

  await test.step('Markdown is understood while typing', async () => {
    const typed = [
      ['## ', 'h2'],
      ['- ', 'ul:not([data-type]) > li'],
      ['1. ', 'ol > li'],
      ['[ ] ', 'li[data-checked=false]'],
      ['> ', 'blockquote'],
    ] as const;
    for (const [index, [sign, element]] of typed.entries()) {
      await page.keyboard.press('Enter');
      await page.keyboard.type(sign);
      await page.keyboard.type(`Abc ${index}`);
      await expect(page.locator(`.tiptap ${element}`, { hasText: `Abc ${index}` })).toBeVisible();
      // An empty item ends its list.
      if (index > 0) await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Enter');
    await page.keyboard.type('**bold** ');
    await expect(page.locator('.tiptap strong', { hasText: 'bold' })).toBeVisible();
  });

  await test.step('undo and redo, also on a Cyrillic keyboard', async () => {
    const [undo, at] = language === 'ru' ? ['я', 'Z'] : ['z', 'Z'];
    const stroke = { key: undo, code: `Key${at}`, keyCode: 90 };
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('Xyz');
    await expect(text).toContainText('Xyz');
    await strike(page, { ...stroke, modifiers: ['ctrl'] });
    await expect(text).not.toContainText('Xyz');
    await strike(page, { ...stroke, key: undo.toUpperCase(), modifiers: ['ctrl', 'shift'] });
    await expect(text).toContainText('Xyz');
  });

  await test.step('Escape loses nothing', async () => {
    await page.keyboard.insertText(' last word');
    await page.keyboard.press('Escape');
    await expect(text).not.toBeFocused();
    await expect(text).toContainText('Xyz last word');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tablist', { name: t('clients.file.tabs') })).toBeVisible();
    await startMeeting(page, t);
    await expect(title).toHaveValue(texts.title);
    await expect(text).toContainText('Xyz last word');
    await expect(page.locator('.tiptap p[data-mark]')).toHaveCount(LINE_MARKS.length + 1);
    await expect(page.getByRole('textbox', { name: t('meeting.place.place') })).toHaveValue(texts.place);
  });

  await expectSaved(page, t);
  await lookAt(page);
}
