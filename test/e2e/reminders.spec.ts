import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatMoment } from '#shared/i18n/format.ts';
import { expectAccessible } from './support/accessibility.ts';
import { clickNotification, keepNotifications, keptNotifications } from './support/desktop.ts';
import { PASSPHRASE, passphraseField, unlock } from './support/journey.ts';
import { createClient, fileHeading } from './support/meeting-steps.ts';
import { MEETING_TEXTS } from './support/meeting-texts.ts';
import { expect, test } from './support/prepared.ts';
import {
  addReminder,
  closeWindow,
  dueCount,
  dueList,
  momentIn,
  notifiedAt,
  openDueList,
  windowShown,
} from './support/reminder-steps.ts';
import type { RunningApp } from './support/running-app.ts';
import { lockByKey } from './support/vault-keyboard.ts';

const language = 'ru';
const { client } = MEETING_TEXTS[language];
const title = (number: number): string => `Позвонить насчёт залога ${number}`;

test('a reminder speaks up at its moment, window open or closed, and leads to the file', async ({
  openPractice,
}) => {
  const { app, page, t } = await openPractice({ language });
  await keepNotifications(app);
  await createClient(page, t, client);
  for (const days of [1, 2]) await addReminder(app, page, t, { title: title(days), days, language });

  await test.step('with the window open: whom and what; a click opens the file', async () => {
    await page.keyboard.press('Control+1');
    expect(await notifiedAt(app, momentIn(1))).toEqual({ title: title(1), body: client });
    await expect(dueCount(page, t, 1)).toBeAttached();
    await clickNotification(app);
    await expect(fileHeading(page, client)).toBeVisible();
  });

  await test.step('the list in the app: it stands there and can be ticked off', async () => {
    const list = await openDueList(page, t);
    await expect(list.getByRole('listitem')).toHaveText(new RegExp(title(1)));
    await expect(list).toContainText(formatMoment(momentIn(1), language));
    await expect(list).not.toContainText(t('reminders.panel.missed'));
    await expectAccessible(page);
    await list.getByRole('button', { name: t('reminders.panel.done') }).press('Enter');
    await expect(list).toContainText(t('reminders.panel.empty'));
    await page.keyboard.press('Escape');
    await expect(dueCount(page, t, 1)).not.toBeAttached();
  });

  await test.step('with the window closed: the same; a click brings the window back with the file', async () => {
    await page.keyboard.press('Control+1');
    await closeWindow(app);
    expect(await notifiedAt(app, momentIn(2))).toEqual({ title: title(2), body: client });
    expect(await windowShown(app)).toBe(false);
    await clickNotification(app);
    await expect.poll(() => windowShown(app)).toBe(true);
    await expect(fileHeading(page, client)).toBeVisible();
  });

  await test.step('put off for ten minutes it speaks up again', async () => {
    const list = await openDueList(page, t);
    await list.getByRole('button', { name: t('reminders.panel.snooze') }).press('Enter');
    const asked = Date.now();
    await page.getByRole('menuitem', { name: t('reminders.panel.tenMinutes') }).press('Enter');
    await expect(list).toContainText(t('reminders.panel.empty'));
    const again = Math.ceil(asked / 60_000 + 10) * 60_000;
    expect(await notifiedAt(app, again)).toEqual({ title: title(2), body: client });
    await expect(list).toContainText(title(2));
    await list.getByRole('button', { name: t('reminders.panel.done') }).press('Enter');
    await expect(list).toContainText(t('reminders.panel.empty'));
  });
});

test('a reminder missed while the app was off is shown once, as missed', async ({
  openPractice,
  launchApp,
}) => {
  const { app, page, t } = await openPractice({ language });
  await createClient(page, t, client);
  await addReminder(app, page, t, { title: title(1), days: 1, language });
  await app.close();

  const clock = join(app.userData, 'two-days-later.cjs');
  writeFileSync(clock, 'const now = Date.now; Date.now = () => now() + 2 * 86400000;\n');
  const startLater = (): Promise<RunningApp> =>
    launchApp({ userData: app.userData, language, env: { NODE_OPTIONS: `--require ${clock}` } });

  await test.step('the next start says that it was missed', async () => {
    const next = await startLater();
    const window = await next.window();
    await expect.poll(() => shownSinceStart(next)).toEqual([t('reminders.notice.locked', { count: 1 })]);
    await unlock(window, t);
    await expect(dueCount(window, t, 1)).toBeAttached();
    const list = await openDueList(window, t);
    await expect(list.getByRole('listitem')).toHaveText(new RegExp(title(1)));
    await expect(list).toContainText(t('reminders.panel.missed'));
    await expectAccessible(window);
    await next.close();
  });

  await test.step('the start after says nothing more; the list keeps it until it is done', async () => {
    const after = await startLater();
    const window = await after.window();
    await unlock(window, t);
    const list = await openDueList(window, t);
    await expect(list.getByRole('listitem')).toHaveText(new RegExp(title(1)));
    expect(await shownSinceStart(after)).toEqual([]);
    await list.getByRole('button', { name: t('reminders.panel.openFile') }).press('Enter');
    await expect(fileHeading(window, client)).toBeVisible();
    await after.close();
  });
});

test('while locked a reminder says only that something is due', async ({ openPractice }) => {
  const { app, page, t } = await openPractice({ language });
  await keepNotifications(app);
  await createClient(page, t, client);
  for (const [number, days] of [1, 2, 3, 3, 3].entries())
    await addReminder(app, page, t, { title: title(number), days, language });
  await page.keyboard.press('Control+1');

  const locked = (count: number) => ({
    title: 'Kartoteka',
    body: t('reminders.notice.locked', { count }),
  });
  let now = page;

  await test.step('one: a click leads to its file, after the passphrase', async () => {
    now = await lockByKey(app, page);
    expect(await notifiedAt(app, momentIn(1))).toEqual(locked(1));
    await clickNotification(app);
    await unlock(now, t);
    await expect(fileHeading(now, client)).toBeVisible();
    await expect(dueCount(now, t, 1)).toBeAttached();
  });

  await test.step('two, five: the number in the words of the language; a click leads to the list', async () => {
    now = await lockByKey(app, now);
    expect(await notifiedAt(app, momentIn(2))).toEqual(locked(2));
    expect(await notifiedAt(app, momentIn(3))).toEqual(locked(5));
    await clickNotification(app);
    await passphraseField(now, t('unlock.passphrase')).fill(PASSPHRASE);
    await now.keyboard.press('Enter');
    await expect(dueList(now, t).getByRole('listitem')).toHaveCount(5);
  });
  expect(JSON.stringify(await keptNotifications(app))).not.toContain('Позвонить');
});

/** What was said outside the window since the start. Only the Chromium host remembers; in Electron nothing is kept so early. */
const shownSinceStart = (app: RunningApp): Promise<string[]> =>
  app.evaluate(({ Notification }) =>
    ('shown' in Notification ? (Notification.shown as { readonly body: string }[]) : []).map(
      ({ body }) => body,
    ),
  );
