import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import { translator } from '#shared/i18n/translate.ts';
import { expectAccessible } from './support/accessibility.ts';
import { PASSPHRASE, passphraseField, unlock } from './support/journey.ts';
import { createClient, openByPalette, startMeeting } from './support/meeting-steps.ts';
import { expect, test } from './support/prepared.ts';
import { lockByKey, tabTo } from './support/vault-keyboard.ts';

const CLIENT = 'Wiśniewska-Żůžová Ąnežka';
const LETTERS = 'wis';
const RENEWED = 'nine copper kettles on a ladder';
const LONG_WAIT = { timeout: 30_000 };

/** Tries a passphrase that is wrong, and waits until that is said. */
async function tryWrong(page: Page, t: TFunction, passphrase: string): Promise<void> {
  await passphraseField(page, t('unlock.passphrase')).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(t('unlock.wrong'), LONG_WAIT);
}

/** The lock screen, and on it nothing of the client. */
async function expectLocked(page: Page, t: TFunction): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('unlock.question'));
  await expect(passphraseField(page, t('unlock.passphrase'))).toBeFocused();
  expect(await page.title()).toBe('Kartoteka');
  expect(page.url()).not.toContain('#');
  expect(await page.content()).not.toContain('iśniewska');
  expect(
    await page.evaluate(() => [localStorage.length, sessionStorage.length, history.state as unknown]),
  ).toEqual([0, 0, null]);
}

/** Opens the client's note again, as it was stored. */
async function openNote(page: Page, t: TFunction): Promise<Locator> {
  await openByPalette(page, t, LETTERS, CLIENT);
  return startMeeting(page, t);
}

test('a key locks: the page is replaced, nothing of a client is left, what was typed last is stored', async ({
  openPractice,
}) => {
  const { app, page, t } = await openPractice({ language: 'ru' });
  await createClient(page, t, CLIENT);
  await startMeeting(page, t);
  await page.keyboard.insertText('Последняя фраза перед блокировкой.');
  const locked = await lockByKey(app, page);
  expect(page.isClosed()).toBe(true);
  await expectLocked(locked, t);
  await expectAccessible(locked);

  // Keys of the open practice do nothing here.
  for (const keys of ['Control+k', 'Control+n', 'Control+l', 'Control+2']) await locked.keyboard.press(keys);
  await expect(locked.getByRole('dialog')).toHaveCount(0);
  await expectLocked(locked, t);

  await unlock(locked, t);
  await expect(await openNote(locked, t)).toContainText('Последняя фраза перед блокировкой.');
});

test('wrong passphrases: clear words, a wait that grows and outlives the app, nothing lost', async ({
  prepareFolder,
  launchApp,
}) => {
  const { folder } = await prepareFolder({ language: 'cs', start: 'sample', kind: 'law' });
  const t = translator('cs');
  const start = async () => launchApp({ userData: folder, language: 'cs' });
  const waiting = (page: Page) => page.getByText(/Další pokus/);
  const seconds = async (page: Page) => Number(/\d+/.exec(await waiting(page).innerText())?.[0]);
  const submit = (page: Page) => page.getByRole('button', { name: t('unlock.submit'), exact: true });

  let app = await start();
  let page = await app.window();
  await expect(passphraseField(page, t('unlock.passphrase'))).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(t('unlock.empty'));
  await tryWrong(page, t, 'tohle to není');
  const field = passphraseField(page, t('unlock.passphrase'));
  await expect(field).toHaveValue('tohle to není');
  await expect(field).toBeFocused();
  await expect(page.getByText(t('unlock.failures', { count: 1 }))).toBeVisible();
  await expect(waiting(page)).toHaveCount(0);
  await expectAccessible(page);
  await tryWrong(page, t, PASSPHRASE.toUpperCase());
  await tryWrong(page, t, `${PASSPHRASE} `);
  await expect(page.getByText(t('unlock.failures', { count: 3 }))).toBeVisible();
  expect(await seconds(page)).toBeLessThanOrEqual(5);
  await expect(submit(page)).toBeDisabled();
  await expectAccessible(page);
  await expect(submit(page)).toBeEnabled();
  await tryWrong(page, t, 'ani tohle');
  const wait = await seconds(page);
  expect(wait).toBeGreaterThan(10);
  expect(wait).toBeLessThanOrEqual(15);

  await app.kill();
  app = await start();
  page = await app.window();
  await expect(page.getByText(t('unlock.failures', { count: 4 }))).toBeVisible();
  expect(await seconds(page)).toBeLessThanOrEqual(wait);
  await passphraseField(page, t('unlock.passphrase')).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(submit(page)).toBeDisabled();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await page.clock.install();
  await page.clock.fastForward(wait * 1000);
  await expect(submit(page)).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: t('shell.rail.label') })).toBeVisible(LONG_WAIT);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('grid').getByRole('row').nth(10)).toBeVisible();
  await app.close();

  // Who got in starts anew, and a count that was tampered with is no clean sheet.
  writeFileSync(join(folder, 'attempts.json'), '{}');
  page = await (await start()).window();
  await expect(page.getByText(t('unlock.failures', { count: 3 }))).toBeVisible();
});

test('recovery words open, and a new passphrase takes the place of the old one', async ({
  prepareFolder,
  launchApp,
}) => {
  const { folder, words } = await prepareFolder({ language: 'cs', start: 'sample', kind: 'law' });
  const t = translator('cs');
  let app = await launchApp({ userData: folder, language: 'cs' });
  let page = await app.window();
  await tabTo(page, page.getByRole('button', { name: t('unlock.forgotten') }));
  await page.keyboard.press('Enter');
  const area = page.getByRole('textbox', { name: t('unlock.recovery.label') });
  const alert = page.getByRole('alert');
  await expect(area).toBeFocused();
  await expectAccessible(page);

  await page.keyboard.insertText(words.slice(0, 14).join(' '));
  await page.keyboard.press('Enter');
  await expect(alert).toHaveText(t('unlock.recovery.tooFew', { count: 14, words: 15 }));
  await area.fill(words.with(4, 'abandn').join(' '));
  await page.keyboard.press('Enter');
  const mistyped = { position: 5, word: 'abandn', suggestion: 'abandon' };
  await expect(alert).toHaveText(t('unlock.recovery.suggestion', mistyped));
  await expectAccessible(page);
  await area.fill(`${'abandon '.repeat(14)}address`);
  await page.keyboard.press('Enter');
  await expect(alert).toHaveText(t('unlock.recovery.wrong'), LONG_WAIT);

  await area.fill(words.map((word, index) => `${index + 1}. ${word.toUpperCase()}`).join('\n'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('unlock.renew.question'), LONG_WAIT);
  await expectAccessible(page);
  await expect(passphraseField(page, t('setup.passphrase.first'))).toBeFocused();
  await page.keyboard.insertText('heslo');
  await page.keyboard.press('Enter');
  await expect(alert).toHaveText(t('setup.passphrase.problem.weak'));
  await passphraseField(page, t('setup.passphrase.first')).fill(RENEWED);
  await passphraseField(page, t('setup.passphrase.second')).fill(RENEWED);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: t('shell.rail.label') })).toBeVisible(LONG_WAIT);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('grid').getByRole('row').nth(10)).toBeVisible();

  await app.kill();
  app = await launchApp({ userData: folder, language: 'cs' });
  page = await app.window();
  await tryWrong(page, t, PASSPHRASE);
  await unlock(page, t, RENEWED);
});

test('it locks by itself when nobody is there, and before sleep, with everything typed stored', async ({
  openPractice,
}) => {
  const { app, page, t } = await openPractice({ language: 'ru' });
  await createClient(page, t, CLIENT);
  await startMeeting(page, t);
  await page.keyboard.insertText('Набрано перед сном. ');
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
  const asleep = await app.nextWindow(page);
  await expectLocked(asleep, t);

  await unlock(asleep, t);
  await expect(await openNote(asleep, t)).toContainText('Набрано перед сном.');
  await asleep.keyboard.press('Control+End');
  await asleep.keyboard.insertText('Набрано и оставлено. ');
  await app.evaluate(({ powerMonitor }) => {
    Object.assign(powerMonitor, { getSystemIdleTime: () => 3600 });
  });
  const idle = await app.nextWindow(asleep);
  await app.evaluate(({ powerMonitor }) => {
    Object.assign(powerMonitor, { getSystemIdleTime: () => 0 });
  });
  await expectLocked(idle, t);

  await unlock(idle, t);
  await expect(await openNote(idle, t)).toContainText('Набрано и оставлено.');
  await idle.keyboard.press('Control+End');
  await idle.keyboard.insertText('Экран заблокирован.');
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  const screen = await app.nextWindow(idle);
  await expectLocked(screen, t);
  await unlock(screen, t);
  await expect(await openNote(screen, t)).toContainText('Экран заблокирован.');
});
