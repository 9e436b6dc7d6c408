import { expect, type Locator, type Page } from '@playwright/test';
import { replaceWindow, type RunningApp } from './running-app.ts';

const MOST_STOPS = 150;

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Goes with Tab until the focus is on the target, as someone without a mouse does. */
export async function tabTo(page: Page, target: Locator, keys: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS && !(await hasFocus(target)); stop += 1)
    await page.keyboard.press(keys);
  await expect(target).toBeFocused();
}

/** Presses a button with the keyboard. */
export async function pressByKey(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}

/** Replaces what stands in the focused field. */
export async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** Locks by the key; answers the page of the lock screen. */
export const lockByKey = (app: RunningApp, page: Page): Promise<Page> =>
  replaceWindow(app, page, () => page.keyboard.press('ControlOrMeta+l'));
