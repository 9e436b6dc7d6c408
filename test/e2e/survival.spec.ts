import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { translator } from '#shared/i18n/translate.ts';
import { expectAccessible } from './support/accessibility.ts';
import { unlock } from './support/journey.ts';
import {
  choose,
  createClient,
  expectSaved,
  noteText,
  openByPalette,
  startMeeting,
} from './support/meeting-steps.ts';
import { expect, test, type OpenPractice } from './support/prepared.ts';
import type { RunningApp } from './support/running-app.ts';
import { filesThatSay } from './support/vault-files.ts';

const CLIENT = 'Kowalczyk-Říhová Ludmiła';
const LETTERS = 'kow';
/** What the user is promised: at most the last second of typing may be missing. */
const PROMISED_MS = 1000;

/** Starts the app again on the same data, opens the client's note and answers its text. */
async function textAfterStart(
  launchApp: (options: { userData: string; language: string }) => Promise<RunningApp>,
  folder: string,
): Promise<{ readonly page: Page; readonly app: RunningApp; readonly text: string }> {
  const t = translator('cs');
  const app = await launchApp({ userData: folder, language: 'cs' });
  const page = await app.window();
  await unlock(page, t);
  await openByPalette(page, t, LETTERS, CLIENT);
  const note = await startMeeting(page, t);
  return { app, page, text: await note.innerText() };
}

async function startNote({ page, t }: Pick<OpenPractice, 'page' | 't'>): Promise<void> {
  await createClient(page, t, CLIENT);
  await startMeeting(page, t);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
}

test('kill -9 after «saved»: every line, every mark and the settings are there', async ({
  openPractice,
  launchApp,
}) => {
  const { app, page, t } = await openPractice({ language: 'cs' });
  await page.keyboard.press('Control+Comma');
  await choose(page, t('settings.look.theme'), t('settings.theme.dark'));
  await startNote({ page, t });
  const lines = Array.from(
    { length: 12 },
    (_, index) => `Řádek číslo ${index + 1}: žluťoučký kůň, świeży chleb, ёж.`,
  );
  for (const line of lines) {
    await page.keyboard.insertText(line);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.insertText('Výpověď podá klientka.');
  await page.keyboard.press('Alt+1');
  await expectSaved(page, t);
  await app.kill();

  const again = await textAfterStart(launchApp, app.userData);
  for (const line of lines) expect(again.text).toContain(line);
  await expect(noteText(again.page, t).locator('[data-mark="decision"]')).toHaveText(
    /Výpověď podá klientka\./,
  );
  await expect(again.page.locator('html')).toHaveCSS('color-scheme', 'dark');
  // Nothing was found amiss, and nothing is told.
  await expect(again.page.getByText(t('notices.tailCut'))).toHaveCount(0);
  await again.app.kill();
  // Nothing of it can be read from the disk; a word that stands there in clear is found.
  expect(filesThatSay(app.userData, ['lockAfterMinutes'])).toContain(join(app.userData, 'settings.json'));
  expect(
    filesThatSay(app.userData, [
      'žluťoučký',
      'Kowalczyk',
      'kowalczyk',
      'podá klientka',
      'Horáková',
      'horáková',
    ]),
  ).toEqual([]);
});

test('kill -9 in the middle of typing: at most the last second is missing', async ({
  openPractice,
  launchApp,
}) => {
  const { app, page, t } = await openPractice({ language: 'cs' });
  await startNote({ page, t });
  const text = Array.from({ length: 70 }, (_, index) => `slovo${index} `).join('');
  const struck: number[] = [];
  for (const letter of text) {
    await page.keyboard.type(letter);
    struck.push(Date.now());
  }
  const killedAt = Date.now();
  await app.kill();

  const again = await textAfterStart(launchApp, app.userData);
  const stored = again.text.slice(again.text.indexOf('slovo0')).replaceAll(' ', ' ').trimEnd();
  expect(text.startsWith(stored)).toBe(true);
  const promised = struck.filter((moment) => moment <= killedAt - PROMISED_MS).length;
  expect(promised).toBeGreaterThan(50);
  expect(stored.length).toBeGreaterThanOrEqual(text.slice(0, promised).trimEnd().length);
});

test('leaving in order stores at once what was typed, also into a form: quitting, and closing the window', async ({
  openPractice,
  launchApp,
}) => {
  const { app, page, t } = await openPractice({ language: 'cs' });
  await startNote({ page, t });
  await page.keyboard.insertText('Těsně před ukončením. ');
  const name = (on: Page) => on.getByRole('textbox', { name: t('clients.field.name') });
  await page.keyboard.press('Control+n');
  await name(page).fill('Rozepsaná Klientka');
  await app.close();

  const again = await textAfterStart(launchApp, app.userData);
  expect(again.text).toContain('Těsně před ukončením.');
  await again.page.keyboard.press('Control+1');
  const unfinished = again.page.getByRole('region', { name: t('today.unfinished.title') });
  await expect(unfinished).toBeVisible();
  await expectAccessible(again.page);
  await unfinished
    .getByRole('button', { name: /Rozepsaná Klientka/ })
    .first()
    .press('Enter');
  await expect(name(again.page)).toHaveValue('Rozepsaná Klientka');
  await again.page.getByRole('button', { name: t('common.cancel') }).press('Enter');
  await expect(again.page.getByRole('dialog')).toHaveCount(0);
  await again.page.keyboard.press('Control+n');
  await expect(name(again.page)).toHaveValue('');
  await again.page.keyboard.press('Escape');
  await expect(again.page.getByRole('dialog')).toHaveCount(0);
  await expect(unfinished).toHaveCount(0);
  await again.page.goBack();
  await expect(noteText(again.page, t)).toContainText('Těsně před ukončením.');
  await noteText(again.page, t).focus();
  await again.page.keyboard.press('Control+End');
  await again.page.keyboard.insertText('Těsně před zavřením okna. ');
  await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  // With a tray the window only hides, and everything is stored by then.
  const hidden = () =>
    again.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().every((window) => !window.isVisible()),
    );
  await expect.poll(hidden).toBe(true);
  await again.app.kill();
  expect((await textAfterStart(launchApp, app.userData)).text).toContain('Těsně před zavřením okna.');
});
