import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { createClient, fileHeading } from './support/meeting-steps.ts';
import { expect, test } from './support/prepared.ts';

const [KEPT, GONE, THIRD] = ['Nováková Jana', 'Novakova Jana', 'Novák Josef'];

/** Goes to an address of the app, as an old link would. */
const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, `#${hash}`);

test('duplicates: shown on entry, listed, kept apart, merged, followed and taken back', async ({
  openPractice,
}) => {
  const { page, t } = await openPractice({ language: 'cs', kind: 'law' });
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  const dialog = page.getByRole('dialog');
  const list = page.getByRole('list', { name: t('duplicates.list') });
  const openList = async (): Promise<void> => {
    await page.keyboard.press('Control+2');
    await page.getByRole('button', { name: t('duplicates.title') }).press('Enter');
    await expect(heading(t('duplicates.title'))).toBeFocused();
  };
  const swapKey = page.getByRole('button', { name: t('duplicates.merge.swap') });
  const address = (): string => new URL(page.url()).hash.slice(1);
  await createClient(page, t, KEPT);
  const kept = address();

  await test.step('who is there already is shown while typing, with the reason, and opened by one key', async () => {
    await page.keyboard.press('Control+n');
    await expect(dialog.getByRole('textbox', { name: t('clients.field.name') })).toBeFocused();
    await page.keyboard.insertText(GONE);
    const there = dialog.getByRole('button', { name: t('duplicates.entry.open', { name: KEPT }) });
    await expect(there).toBeVisible();
    await expect(dialog.getByText(t('duplicates.why.name'))).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Alt+1');
    await expect(dialog).toBeHidden();
    await expect(fileHeading(page, KEPT)).toBeVisible();
  });

  let gone = '';
  await test.step('it never keeps anybody from going on', async () => {
    await createClient(page, t, GONE);
    gone = address();
    await page.keyboard.press('t');
    await expect(page.getByRole('textbox', { name: t('clients.tasks.title') })).toBeFocused();
    await page.keyboard.insertText('Poslat smlouvu');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: 'Poslat smlouvu' })).toBeVisible();
    await createClient(page, t, THIRD);
    await createClient(page, t, 'Pepa Novák');
  });

  await test.step('the list says why; by keys alone two are kept apart, and that is undone', async () => {
    await openList();
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await expect(list.getByRole('listitem').first()).toContainText(t('duplicates.why.name'));
    await expect(list).toContainText(t('conflicts.reason.given'));
    await expectAccessible(page);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(
      page.getByRole('link', { name: new RegExp(`${t('duplicates.compare')}.*Pepa`) }),
    ).toBeFocused();
    await page.keyboard.press('n');
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await page.getByRole('button', { name: t('common.undo') }).press('Enter');
    await expect(list.getByRole('listitem')).toHaveCount(2);
  });

  await test.step('Enter compares; the fuller file stays, the other can be chosen instead', async () => {
    await list.getByRole('link').first().press('Enter');
    await expect(heading(t('duplicates.merge.title'))).toBeVisible();
    const names = page.getByRole('radiogroup', { name: t('history.field.name') });
    await expect(names.getByRole('radio', { name: GONE })).toBeChecked();
    await expect(names).toContainText(t('duplicates.because.stays'));
    await expectAccessible(page);
    await expect(swapKey).toBeVisible();
    await page.keyboard.press('x');
    await expect(names.getByRole('radio', { name: KEPT })).toBeChecked();
  });

  await test.step('Ctrl+Enter makes one file of two; the old address leads to it', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(fileHeading(page, KEPT)).toBeVisible();
    const box = page.getByRole('region', { name: t('duplicates.box.title') });
    await expect(box).toContainText(GONE);
    await goTo(page, gone.replace('timeline', 'tasks'));
    await expect(fileHeading(page, KEPT)).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Poslat smlouvu' })).toBeVisible();
    expect(address()).toBe(kept.replace('timeline', 'tasks'));
    await expectAccessible(page);
  });

  await test.step('the merge is taken back out of the list of merges', async () => {
    await openList();
    const merges = page.getByRole('table', { name: t('duplicates.earlier.title') });
    await merges.getByRole('button').press('Enter');
    await dialog.getByRole('button', { name: t('duplicates.earlier.undo') }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText(t('duplicates.earlier.took', { name: GONE }))).toBeVisible();
    await goTo(page, gone.replace('timeline', 'tasks'));
    await expect(fileHeading(page, GONE)).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Poslat smlouvu' })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(fileHeading(page, KEPT)).toBeVisible();
  });

  await test.step('a person of another file is linked with the client by one key; both files tell it', async () => {
    await createClient(page, t, 'Stavby Dvořák');
    await page.keyboard.press('5');
    await expect(page.getByRole('tab', { name: t('clients.tab.people') })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('a');
    const name = dialog.getByRole('textbox', { name: t('common.name') });
    await expect(name).toBeFocused();
    await page.keyboard.insertText(GONE);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await openList();
    await page.keyboard.press('2');
    const people = page.getByRole('list', { name: t('duplicates.people.list') });
    await expect(people.getByRole('listitem')).toHaveCount(1);
    await expectAccessible(page);
    await page.keyboard.press('j');
    await expect(people.getByRole('link').first()).toBeFocused();
    await page.keyboard.press('s');
    await expect(people).toBeHidden();
    await expect(page.getByText(t('duplicates.people.empty.title'))).toBeVisible();
    await goTo(page, kept);
    const elsewhere = page.getByRole('region', { name: t('duplicates.people.box') });
    await elsewhere.getByRole('link').press('Enter');
    await expect(fileHeading(page, 'Stavby Dvořák')).toBeVisible();
    await expect(elsewhere.getByRole('link', { name: t('domain.clientKind.client') })).toBeVisible();
    await expect(page.getByText(t('clients.people.elsewhere', { count: 1, number: '1' }))).toBeVisible();
    await expectAccessible(page);
    await elsewhere.getByRole('button').press('Enter');
    await expect(elsewhere).toBeHidden();
  });
});
