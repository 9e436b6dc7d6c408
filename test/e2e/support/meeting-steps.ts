import { statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import { LINE_MARKS, type LineMark } from '#shared/domain/rich-text.ts';
import type { Language } from '#shared/domain/values.ts';
import { expect } from './app.ts';
import { dayIn, MEETING_TEXTS, writtenDay } from './meeting-texts.ts';
import type { RunningApp } from './running-app.ts';

/** Days from now by which the client does the task of the meeting. */
export const TASK_DAYS = 10;

/** Creates a client by the keyboard alone; the new file is open afterwards. */
export async function createClient(page: Page, t: TFunction, name: string): Promise<void> {
  await page.keyboard.press('Control+n');
  const field = page.getByRole('dialog').getByRole('textbox', { name: t('clients.field.name') });
  await expect(field).toBeFocused();
  await page.keyboard.insertText(name);
  await page.keyboard.press('Enter');
  await expect(fileHeading(page, name)).toBeVisible();
}

/** The heading of an open client file. */
export const fileHeading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 1, name, exact: true });

/** Opens a file from anywhere by a few letters in the palette. */
export async function openByPalette(page: Page, t: TFunction, letters: string, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: t('palette.title') })).toBeFocused();
  await page.keyboard.type(letters);
  await page.keyboard.press('Enter');
  await expect(fileHeading(page, name)).toBeVisible();
}

/** The text of the open note. */
export const noteText = (page: Page, t: TFunction): Locator =>
  page.getByRole('textbox', { name: t('meeting.text') });

/** Starts or resumes the meeting of the open file; the cursor stands in the text. */
export async function startMeeting(page: Page, t: TFunction): Promise<Locator> {
  await page.keyboard.press('Control+m');
  const text = noteText(page, t);
  await expect(text).toBeFocused();
  return text;
}

/** Characters that the seven digits of the upper row type without Shift on the keyboard of each language. */
const DIGIT_ROW: Readonly<Record<Language, string>> = {
  en: '1234567',
  cs: '+ěščřžý',
  pl: '1234567',
  ru: '1234567',
};

const MODIFIERS = { alt: 1, ctrl: 2, shift: 8 } as const;

interface LayoutStroke {
  /** What the key types there. */
  readonly key: string;
  /** Where the key lies. */
  readonly code: string;
  readonly keyCode: number;
  readonly modifiers: readonly (keyof typeof MODIFIERS)[];
}

/** Strikes a key as a keyboard with another layout does: what it types differs from where it lies. */
export async function strike(page: Page, { key, code, keyCode, modifiers }: LayoutStroke): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const held = modifiers.reduce((sum, name) => sum + MODIFIERS[name], 0);
  const event = { key, code, windowsVirtualKeyCode: keyCode, modifiers: held };
  await devtools.send('Input.dispatchKeyEvent', { ...event, type: 'rawKeyDown' });
  await devtools.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' });
  await devtools.detach();
}

/** Marks the line the cursor is in, with Alt and the digit as the keyboard of that language has it. */
export function markOnLayout(page: Page, language: Language, mark: LineMark): Promise<void> {
  const index = LINE_MARKS.indexOf(mark);
  const key = DIGIT_ROW[language][index] ?? '';
  return strike(page, { key, code: `Digit${index + 1}`, keyCode: 49 + index, modifiers: ['alt'] });
}

/** Chooses from a list by the keyboard. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const list = page.getByRole('combobox', { name: label });
  await list.press('Enter');
  await page.getByRole('option', { name: option, exact: true }).press('Enter');
  await expect(list).toHaveText(option);
}

/** Types a line at the end of the note and marks it by its key. */
export async function writeMarked(page: Page, words: string, mark: LineMark): Promise<void> {
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(words);
  await page.keyboard.press(`Alt+${LINE_MARKS.indexOf(mark) + 1}`);
}

/** The words of the client's task, with who and when as people write them. */
export function clientTask(language: Language): string {
  const { lines, at, by } = MEETING_TEXTS[language];
  return `${lines.task} @${at} ${by} ${writtenDay(dayIn(TASK_DAYS), language)}`;
}

/** Types one line of every mark, two of them tasks, into the open note. */
export async function writeMeeting(page: Page, language: Language): Promise<void> {
  const { lines, ourTask } = MEETING_TEXTS[language];
  for (const mark of LINE_MARKS) {
    await writeMarked(page, mark === 'task' ? clientTask(language) : lines[mark], mark);
  }
  await writeMarked(page, ourTask, 'task');
}

/** What the header says about what was typed: saved, on its way, not saved. */
export const saveState = (page: Page, t: TFunction, state: 'saved' | 'saving' | 'failed'): Locator =>
  page.getByRole('status').filter({ hasText: new RegExp(`^${t(`shell.save.${state}`)}$`) });

/** Waits until everything typed is in both copies. */
export const expectSaved = (page: Page, t: TFunction): Promise<void> =>
  expect(saveState(page, t, 'saved')).toBeVisible();

/** Bytes of the journal on disk. */
export function journalBytes(app: RunningApp): number {
  const folder = join(app.userData, 'vault', 'journal');
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** Goes from the open note to its wrap-up by one key. */
export async function openWrapUp(page: Page, t: TFunction): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: t('wrapup.title') })).toBeFocused();
}

/** Confirms the wrap-up by one key; the sheet is shown then. */
export async function confirmWrapUp(page: Page, t: TFunction): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: t('sheet.title') })).toBeVisible();
}

/** Goes from a wrapped-up note's sheet, its note or its wrap-up to the file. */
export async function goToFile(page: Page, t: TFunction, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: t('palette.title') })).toBeFocused();
  await page.keyboard.insertText(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tablist', { name: t('clients.file.tabs') })).toBeVisible();
  await expect(fileHeading(page, name)).toBeVisible();
}
