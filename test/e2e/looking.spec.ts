import type { Page } from '@playwright/test';
import { formatDay } from '#shared/i18n/format.ts';
import { routes, tabKey } from '#renderer/lib/routes.ts';
import { expectAccessible } from './support/accessibility.ts';
import { keepNotifications, keptNotifications } from './support/desktop.ts';
import { unlock } from './support/journey.ts';
import {
  createClient,
  expectSaved,
  fileHeading,
  goToFile,
  noteText,
  startMeeting,
  writeMarked,
} from './support/meeting-steps.ts';
import { dayIn } from './support/meeting-texts.ts';
import { expect, test } from './support/prepared.ts';
import { addReminder, momentIn, notifiedAt } from './support/reminder-steps.ts';
import { lockByKey } from './support/vault-keyboard.ts';

/** The one who looks, and the one who must not be seen. */
const THEIRS = 'Nováková Jana';
const OTHER = 'Svobodník Vilém';
const MONEY = '98 765';
const OTHERS_WORDS = /Svobodn|Vilém|exekuc|98\s?765/i;

/** All that can be read off the window: the page, what fields hold, the window's title. */
const readable = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.title,
      document.body.innerText,
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value),
    ].join('\n'),
  );

async function expectHidden(page: Page): Promise<void> {
  expect(await readable(page)).not.toMatch(OTHERS_WORDS);
}

test('while a client is looking nothing of any other can be seen', async ({ openPractice }) => {
  const { app, page, t } = await openPractice({ language: 'cs' });
  const sign = (on: Page) => on.getByRole('region', { name: t('looking.label') });
  const atScreen = (on: Page, address: string) =>
    on.evaluate((to) => {
      window.location.hash = to;
    }, address);
  const searchBox = (on: Page) => on.getByRole('combobox', { name: t('search.title') });
  const putAway = (on: Page) => on.getByRole('heading', { level: 1, name: t('looking.putAway.title') });
  let now = page;
  await keepNotifications(app);

  const others = await test.step('two clients, one with a meeting, a reminder and a search', async () => {
    await createClient(page, t, OTHER);
    await addReminder(app, page, t, { title: 'Zavolat kvůli exekuci', days: 1, language: 'cs' });
    await startMeeting(page, t);
    await page.keyboard.insertText('Exekuce na byt');
    await expectSaved(page, t);
    const note = new URL(page.url()).hash.slice(1);
    await goToFile(page, t, OTHER);
    const file = new URL(page.url()).hash.slice(1);
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press(tabKey('engagements'));
    await page.getByRole('button', { name: t('engagements.add') }).click();
    const form = page.getByRole('dialog');
    await expect(form.getByLabel(t('engagements.field.title'))).toBeFocused();
    await page.keyboard.insertText('Exekuční řízení');
    await page.keyboard.press('Enter');
    await expect(form).toBeHidden();
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press(tabKey('money'));
    await page.getByRole('button', { name: t('money.add.charge') }).click();
    await form.getByLabel(t('money.field.amount')).fill(MONEY);
    await form.getByRole('textbox', { name: t('money.field.dueOn') }).fill(formatDay(dayIn(-5), 'cs'));
    await form.getByLabel(t('money.field.amount')).press('Enter');
    await expect(form).toBeHidden();
    await page.getByRole('button', { name: t('money.add.payment') }).click();
    await form.getByLabel(t('money.field.text')).fill('Splátka exekuce');
    await page.keyboard.press('Escape');
    await expect(form).toBeHidden();
    await page.keyboard.press('Control+1');
    await expect(page.getByRole('region', { name: t('today.overdue') })).toContainText(OTHER);
    await expect(page.getByRole('region', { name: t('today.unfinished.title') })).toContainText(OTHER);
    await createClient(page, t, THEIRS);
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press(tabKey('money'));
    await page.getByRole('button', { name: t('money.add.charge') }).click();
    await form.getByLabel(t('money.field.amount')).fill('150');
    await form.getByRole('textbox', { name: t('money.field.dueOn') }).fill(formatDay(dayIn(-5), 'cs'));
    await form.getByLabel(t('money.field.amount')).press('Enter');
    await expect(form).toBeHidden();
    await page.keyboard.press('Control+Shift+f');
    await expect(searchBox(page)).toBeFocused();
    await page.keyboard.insertText('exekuce');
    await expect(page.getByText('Exekuce na byt').first()).toBeVisible();
    await goToFile(page, t, THEIRS);
    return { note, file };
  });

  await test.step('one key hides the rest, and a calm sign says so', async () => {
    await page.keyboard.press('F9');
    await expect(sign(page)).toContainText(t('looking.on', { client: THEIRS }));
    await expect(fileHeading(page, THEIRS)).toBeVisible();
    await expect(page.getByRole('tab', { name: t('clients.tab.relationship') })).toHaveCount(0);
    await expectHidden(page);
    await expectAccessible(page);
  });

  await test.step('no way of going about leads to the other', async () => {
    await page.goBack();
    await page.goBack();
    await expectHidden(page);
    const othersTab = (tab: string): string => others.file.replace(/[^/]*$/, tab);
    for (const address of [
      others.file,
      othersTab('engagements'),
      othersTab('money'),
      othersTab('statement'),
      othersTab('summary'),
      others.note,
      `${others.note}/wrap-up`,
      `${others.note}/sheet`,
    ]) {
      await atScreen(page, address);
      await expect(putAway(page)).toBeVisible();
      await expectHidden(page);
    }
    for (const address of [
      routes.clients,
      routes.forgotten,
      routes.conflicts,
      routes.import,
      routes.settings,
      routes.activity,
      routes.templates,
      routes.duplicates,
    ]) {
      await atScreen(page, address);
      await expect(putAway(page)).toBeVisible();
      await expectHidden(page);
    }
    await expectAccessible(page);
    await page.getByRole('button', { name: t('looking.putAway.toFile') }).press('Enter');
    await expect(fileHeading(page, THEIRS)).toBeVisible();
    for (const [address, heading] of [
      [routes.today, t('today.title')],
      [routes.tasks, t('tasks.title')],
    ] as const) {
      await atScreen(page, address);
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await expectHidden(page);
    }
    // Theirs is overdue too, and still no word of money stands there for them to read.
    await atScreen(page, routes.today);
    await expect(page.getByRole('heading', { level: 1, name: t('today.title') })).toBeVisible();
    await expect(page.getByRole('region', { name: t('today.tasks.title') })).toBeVisible();
    await expect(page.getByRole('region', { name: t('today.overdue') })).toHaveCount(0);
    await expect(page.getByRole('region', { name: t('today.unfinished.title') })).toHaveCount(0);
  });

  await test.step('palette and search find nothing of the other', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: t('palette.title') })).toBeFocused();
    await page.keyboard.insertText('n');
    await expect(page.getByRole('option', { name: new RegExp(THEIRS) })).toBeVisible();
    await expectHidden(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+f');
    const box = searchBox(page);
    await expect(box).toBeFocused();
    await expect(box).toHaveValue('');
    await page.keyboard.insertText('nováková');
    await expect(page.getByRole('option', { name: new RegExp(THEIRS) }).first()).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('svob');
    await expect(page.getByText(t('search.nothing.title', { query: 'svob' }))).toBeVisible();
    expect((await readable(page)).replaceAll('svob', '')).not.toMatch(OTHERS_WORDS);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
  });

  await test.step('a reminder says only that something is due', async () => {
    expect(await notifiedAt(app, momentIn(1))).toEqual({
      title: 'Kartoteka',
      body: t('reminders.notice.looking'),
    });
    await page
      .getByRole('banner')
      .getByRole('button', { name: t('reminders.bell.label') })
      .press('Enter');
    await expect(page.getByRole('dialog', { name: t('reminders.panel.title') })).toContainText(
      t('reminders.panel.empty'),
    );
    await expectHidden(page);
    await page.keyboard.press('Escape');
  });

  await test.step('in a meeting, what is internal is covered as soon as it is marked', async () => {
    await goToFile(page, t, THEIRS);
    await startMeeting(page, t);
    await page.keyboard.insertText('Nájem od ledna');
    await writeMarked(page, 'Platí pozdě', 'internal');
    await expectSaved(page, t);
    await expect(sign(page)).toBeVisible();
    await expect(page.getByText('Platí pozdě')).toBeHidden();
    await expect(page.getByText('Nájem od ledna')).toBeVisible();
    await expectHidden(page);
    await expectAccessible(page);
  });

  await test.step('it stays on through a lock', async () => {
    now = await lockByKey(app, page);
    await unlock(now, t);
    await expect(sign(now)).toBeVisible();
    await expectHidden(now);
  });

  await test.step('the same key asks, and shows everything again', async () => {
    await now.keyboard.press('F9');
    const ask = now.getByRole('dialog', { name: t('looking.ask.title') });
    await expect(ask.getByRole('button', { name: t('looking.stop') })).toBeFocused();
    await expectAccessible(now);
    await now.keyboard.press('Escape');
    await expect(ask).toBeHidden();
    await expect(sign(now)).toBeVisible();
    await now.keyboard.press('F9');
    await expect(ask.getByRole('button', { name: t('looking.stop') })).toBeFocused();
    await now.keyboard.press('Enter');
    await expect(sign(now)).toHaveCount(0);
    await atScreen(now, others.note);
    await expect(noteText(now, t)).toContainText('Exekuce na byt');
    await goToFile(now, t, OTHER);
  });
  expect(JSON.stringify(await keptNotifications(app))).not.toMatch(OTHERS_WORDS);
  await app.close();
});
