import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import { DateTime } from 'luxon';
import type { Language } from '#shared/domain/values.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { expect } from './app.ts';
import { keptNotifications } from './desktop.ts';
import type { RunningApp } from './running-app.ts';

/** The hour at which every reminder of the specs speaks up. */
const HOUR = 9;

/** The moment of a reminder so many days from now, milliseconds. */
export const momentIn = (days: number): number =>
  DateTime.now().plus({ days }).set({ hour: HOUR, minute: 0, second: 0, millisecond: 0 }).toMillis();

/** How many moments main is to watch over, as its plan on disk says. */
function planned(app: RunningApp): number {
  try {
    const text = readFileSync(join(app.userData, 'reminders', 'plan.json'), 'utf8');
    return (JSON.parse(text) as { occurrences: unknown[] }).occurrences.length;
  } catch {
    return 0;
  }
}

/** Adds a reminder to the open file by the keyboard and waits until main knows of it. */
export async function addReminder(
  app: RunningApp,
  page: Page,
  t: TFunction,
  { title, days, language }: { title: string; days: number; language: Language },
): Promise<void> {
  const before = planned(app);
  // The key works from the moment its button is seen.
  await expect(page.getByRole('button', { name: t('clients.reminders.add') })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: t('clients.reminders.add') });
  await expect(dialog.getByRole('textbox', { name: t('clients.reminders.what') })).toBeFocused();
  await page.keyboard.insertText(title);
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('textbox', { name: t('clients.reminders.day') })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(formatDay(DateTime.fromMillis(momentIn(days)).toISODate() ?? '', language));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => planned(app)).toBe(before + 1);
}

/**
 * Lets main look at the clock as at that moment. The clock is moved for this look alone: idle time and sleep, which are
 * measured by it too, notice nothing.
 */
function lookAt(app: RunningApp, moment: number): Promise<void> {
  return app.evaluate(async ({ powerMonitor }, then) => {
    const real = Date.now;
    Date.now = () => then;
    powerMonitor.emit('resume');
    // Not a timer may run meanwhile, only what was waiting already.
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    Date.now = real;
  }, moment);
}

/** Moves main's clock to a moment at which something is due, and answers the one notification of it. */
export async function notifiedAt(
  app: RunningApp,
  moment: number,
): Promise<{ readonly title: string; readonly body: string }> {
  const { length: before } = await keptNotifications(app);
  await expect
    .poll(async () => {
      await lookAt(app, moment + 1000);
      return (await keptNotifications(app)).length;
    })
    .toBe(before + 1);
  const notification = (await keptNotifications(app)).at(-1);
  if (!notification) throw new Error('Nothing was shown');
  return notification;
}

/** Closes the window as the user does, and waits until it is hidden. */
export async function closeWindow(app: RunningApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => windowShown(app)).toBe(false);
}

/** Whether the window can be seen. */
export const windowShown = (app: RunningApp): Promise<boolean> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);

/** The list of due reminders, opened by its button in the header. */
export async function openDueList(page: Page, t: TFunction): Promise<Locator> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: t('reminders.bell.label') })
    .press('Enter');
  return dueList(page, t);
}

/** The list of due reminders. */
export const dueList = (page: Page, t: TFunction): Locator =>
  page.getByRole('dialog', { name: t('reminders.panel.title') });

/** What the header says to screen readers about reminders that are due. */
export const dueCount = (page: Page, t: TFunction, count: number): Locator =>
  page.getByRole('status').filter({ hasText: t('reminders.bell.due', { count }) });
