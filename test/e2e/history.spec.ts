import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import { expectAccessible } from './support/accessibility.ts';
import { answerSaveDialog } from './support/journey.ts';
import { createClient, expectSaved, noteText, startMeeting } from './support/meeting-steps.ts';
import { expect, test } from './support/prepared.ts';

const CLIENT = 'Петров Алексей';
const TEXT = 'Клиент просит продлить аренду до марта';
const TASK = 'Послать проект договора';
const CHANGED = 'Послать готовый проект договора';

interface Line {
  readonly seq: number;
  readonly at: number;
  readonly action: string;
  readonly details: Record<string, unknown>;
  readonly previousHash: string;
  readonly hash: string;
}

/** The hash of a line as the documentation of the export says it, without a line of the app's own code. */
function hashOf({ previousHash, seq, at, action, details }: Line): string {
  const pairs = Object.entries(details).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify(['kartoteka/audit/1', previousHash, seq, at, action, pairs]);
  return createHash('sha256').update(text).digest('hex');
}

const said = (page: Page, text: string) => page.getByText(text, { exact: true });
const taskLink = (page: Page, title: string) => page.getByRole('button', { name: title, exact: true });

async function noteIsComparedAndBroughtBack(page: Page, t: TFunction): Promise<void> {
  await startMeeting(page, t);
  await page.keyboard.insertText(TEXT);
  await expectSaved(page, t);
  await page.keyboard.press('Alt+0');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('insertion').filter({ hasText: TEXT })).toBeVisible();
  await expectAccessible(page);
  // By the keyboard alone: to the list, down to the first version, and on to the button.
  await dialog.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await dialog.getByRole('button', { name: t('history.bringBack') }).press('Enter');
  await expect(noteText(page, t)).not.toContainText(TEXT);
  await page.getByRole('button', { name: t('common.undo'), exact: true }).press('Enter');
  await expect(noteText(page, t)).toContainText(TEXT);
}

async function taskIsChangedRemovedAndBroughtBack(page: Page, t: TFunction): Promise<void> {
  await page.keyboard.press('t');
  await page.getByRole('textbox', { name: t('clients.tasks.title') }).fill(TASK);
  await page.keyboard.press('Enter');
  await taskLink(page, TASK).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: t('clients.tasks.title') }).fill(CHANGED);
  await page.keyboard.press('Enter');

  await taskLink(page, CHANGED).press('Enter');
  await dialog.getByRole('button', { name: t('history.open') }).press('Enter');
  await expect(page.getByRole('insertion')).toContainText('готовый');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: t('common.remove') }).press('Enter');
  await expect(taskLink(page, CHANGED)).toHaveCount(0);

  await page.getByRole('button', { name: t('history.removedOpen') }).press('Enter');
  await expectAccessible(page);
  await page.getByRole('button', { name: t('history.bringBackName', { name: CHANGED }) }).press('Enter');
  await expect(said(page, t('history.nothingRemoved'))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(taskLink(page, CHANGED)).toBeVisible();
}

async function threeActionsAreUndone(page: Page, t: TFunction): Promise<void> {
  const undo = async (what: string): Promise<void> => {
    await page.keyboard.press('Control+z');
    await expect(said(page, t('undo.undone', { what })).last()).toBeVisible();
  };
  const task = t('undo.kind.tasks');
  await page.getByRole('heading', { level: 1 }).focus();
  await undo(t('undo.action.bringBack'));
  await expect(taskLink(page, CHANGED)).toHaveCount(0);
  await undo(t('undo.how.removed', { what: task }));
  await expect(taskLink(page, CHANGED)).toBeVisible();
  await undo(t('undo.how.changed', { what: task }));
  await expect(taskLink(page, TASK)).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(taskLink(page, CHANGED)).toBeVisible();
}

test('what was written is compared, removed, brought back and undone, and the log proves it', async ({
  openPractice,
}) => {
  const { app, page, t } = await openPractice({ language: 'ru' });
  await createClient(page, t, CLIENT);
  await noteIsComparedAndBroughtBack(page, t);
  // The meeting has the client's name at its head too; only the file has tabs.
  await page.getByRole('button', { name: t('meeting.back') }).press('Enter');
  await expect(page.getByRole('tablist', { name: t('clients.file.tabs') })).toBeVisible();
  await taskIsChangedRemovedAndBroughtBack(page, t);
  await threeActionsAreUndone(page, t);

  await test.step('the exported log holds together without the app', async () => {
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: t('activity.open') }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: t('activity.title') })).toBeVisible();
    await page.keyboard.press('v');
    await expect(page.getByRole('status').filter({ hasText: /неизменённ/ })).toBeVisible();
    await expectAccessible(page);
    const file = join(app.userData, 'log.json');
    await answerSaveDialog(app, file);
    await page.keyboard.press('Control+s');
    await expect(page.getByText('log.json')).toBeVisible();
    const { entries } = JSON.parse(readFileSync(file, 'utf8')) as { entries: Line[] };
    let last = '0'.repeat(64);
    for (const [index, line] of entries.entries()) {
      expect(line).toMatchObject({ seq: index + 1, previousHash: last, hash: hashOf(line) });
      last = line.hash;
    }
    const actions = entries.map(({ action }) => action);
    for (const action of ['unlocked', 'broughtBack', 'removed', 'undone', 'redone'])
      expect(actions).toContain(action);
    // The log outlives an erased file, so it names nobody.
    expect(readFileSync(file, 'utf8')).not.toMatch(/Петров|договора|аренду/);
  });
});
