import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessibleInBoth } from './support/accessibility.ts';
import { answerSaveDialog, unlock } from './support/journey.ts';
import { readPdf } from './support/pdf.ts';
import { expect, test } from './support/prepared.ts';

const names = (page: Page): Promise<string[]> =>
  page.getByRole('row').locator('[role=gridcell]:first-child').allInnerTexts();
const heads = (page: Page): Promise<string[]> => page.getByRole('columnheader').allInnerTexts();
const chosenRows = (page: Page) => page.getByRole('row', { selected: true });

/** Moves to the first row; the keys may come a moment after the rows. */
const startAtFirst = (page: Page): Promise<void> =>
  expect(async () => {
    await page.keyboard.press('Home');
    await expect(page.getByRole('row', { selected: true })).toHaveAttribute('aria-rowindex', '2', {
      timeout: 500,
    });
  }).toPass();

test('the register is shaped, filtered, kept as a view and worked on by the keyboard alone', async ({
  openPractice,
  launchApp,
}) => {
  const { app, page, t } = await openPractice({ language: 'cs', start: 'sample' });
  const head = (id: 'name' | 'stage' | 'nextDate' | 'kind') =>
    page.getByRole('columnheader', { name: t(`register.column.${id}`) }).getByRole('button');
  await page.keyboard.press('Control+2');
  await expect(page.getByText(t('clients.sample')).first()).toBeVisible();
  const all = (await names(page)).length;

  await test.step('columns are moved, resized and hidden by keys on their heads', async () => {
    await head('stage').focus();
    await page.keyboard.press('Alt+ArrowRight');
    await expect(head('stage')).toBeFocused();
    await expect.poll(async () => (await heads(page))[3]).toContain(t('register.column.stage'));
    const width = (await head('stage').locator('..').boundingBox())?.width ?? 0;
    await page.keyboard.press('Shift+ArrowRight');
    await expect
      .poll(async () => (await head('stage').locator('..').boundingBox())?.width)
      .toBeGreaterThan(width);
    await head('kind').focus();
    await page.keyboard.press('Delete');
    await expect(head('kind')).toBeHidden();
  });

  await test.step('by the pointer, too', async () => {
    const edge = page.locator('[data-edge=name]');
    const before = await edge.boundingBox();
    if (!before) throw new Error('The column has no edge');
    await page.mouse.move(before.x + 4, before.y + 10);
    await page.mouse.down();
    await page.mouse.move(before.x - 56, before.y + 10, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await edge.boundingBox())?.x).toBeCloseTo(before.x - 60, 0);
    await head('nextDate')
      .locator('..')
      .dragTo(head('stage').locator('..'), { targetPosition: { x: 100, y: 10 } });
    await expect.poll(async () => (await heads(page))[2]).toContain(t('register.column.stage'));
  });

  await test.step('it is sorted by several columns', async () => {
    await head('stage').focus();
    await page.keyboard.press('Enter');
    await head('name').focus();
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+Enter');
    await expect(page.getByRole('columnheader', { name: t('register.column.name') })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await expect(page.getByRole('columnheader', { name: t('register.column.stage') })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });

  await test.step('it is filtered, and the view is kept', async () => {
    await page.getByRole('grid').focus();
    await page.keyboard.press('f');
    const panel = page.getByRole('dialog', { name: t('register.filter.title') });
    const retention = panel.getByRole('checkbox', { name: t('domain.stage.retention') });
    await expect(retention).toBeVisible();
    await expectAccessibleInBoth(page);
    await retention.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect.poll(async () => (await names(page)).length).toBeLessThan(all);
    await page.keyboard.press('v');
    await expect(page.getByRole('menu')).toBeVisible();
    await expectAccessibleInBoth(page);
    await page.getByRole('menuitem', { name: t('register.view.keep') }).press('Enter');
    await expect(page.getByRole('textbox', { name: t('common.name') })).toBeFocused();
    await page.keyboard.insertText('Stálí');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Stálí' })).toBeVisible();
    await page.keyboard.press('c');
    await expect(page.getByRole('dialog', { name: t('register.columns.title') })).toBeVisible();
    await expectAccessibleInBoth(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('several are tagged and moved at once, and it is undone in one step', async () => {
    await startAtFirst(page);
    const before = await names(page);
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(chosenRows(page)).toHaveCount(2);
    await expectAccessibleInBoth(page);
    await page.keyboard.press('t');
    await expect(page.getByRole('combobox', { name: t('register.bulk.addTags') })).toBeFocused();
    await expectAccessibleInBoth(page);
    await page.keyboard.insertText('VIP');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: t('common.save') }).press('Enter');
    await expect(page.getByText(t('register.bulk.changed', { count: 2, number: 2 }))).toBeVisible();
    await page.keyboard.press('s');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessibleInBoth(page);
    await page.keyboard.press('6');
    const why = page.getByRole('dialog', { name: t('register.gone.lost', { count: 2 }) });
    await expect(why.getByRole('textbox')).toBeFocused();
    await expectAccessibleInBoth(page);
    await page.keyboard.insertText('Šli jinam');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await names(page)).length).toBe(before.length - 2);
    await page.keyboard.press('Control+z');
    await expect.poll(() => names(page)).toEqual(before);
  });

  await test.step('on the board clients are moved by keys and by dragging', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('v');
    await page.getByRole('menuitem', { name: t('register.builtIn.all') }).press('Enter');
    await expect(page.getByRole('menu')).toBeHidden();
    await page.keyboard.press('b');
    const stage = (id: 'acquisition' | 'conversion' | 'retention') =>
      page.getByRole('row', { name: t(`domain.stage.${id}`), exact: true });
    const card = stage('acquisition').getByRole('gridcell').first();
    await expect(card).toBeVisible();
    await expectAccessibleInBoth(page);
    const name = (await card.innerText()).split('\n')[0] ?? '';
    await page.keyboard.press('Home');
    await expect(async () => {
      await page.keyboard.press('ArrowRight');
      await expect(card).toHaveAttribute('aria-selected', 'true', { timeout: 500 });
    }).toPass();
    await page.keyboard.press('Control+ArrowRight');
    const moved = stage('conversion').getByRole('gridcell', { name });
    await expect(moved).toBeVisible();
    await moved.dragTo(stage('retention'), { targetPosition: { x: 60, y: 300 } });
    await expect(stage('retention').getByRole('gridcell', { name })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(moved).toBeVisible();
    await page.keyboard.press('b');
    await expect(page.getByRole('columnheader').first()).toBeVisible();
  });

  await test.step('forgotten files say why, and one key takes the next step', async () => {
    await page.keyboard.press('Control+4');
    await expect(page.getByRole('columnheader', { name: t('register.column.why') })).toBeVisible();
    const row = page
      .getByRole('row')
      .filter({ hasText: t('register.forgotten.step.followUp') })
      .first();
    await expect(row).toContainText(t('register.forgotten.noNextDate'));
    await expectAccessibleInBoth(page);
    const name = (await row.getByRole('gridcell').first().innerText())
      .replace(t('clients.sample'), '')
      .trim();
    await expect(async () => {
      await page.keyboard.press('j');
      await expect(row).toHaveAttribute('aria-selected', 'true', { timeout: 500 });
    }).toPass();
    await page.keyboard.press('n');
    await expect(page.getByText(t('register.forgotten.followUpAdded', { name }))).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: name })).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
    await page.keyboard.press('Control+2');
    await expect(page.getByRole('columnheader', { name: t('register.column.why') })).toBeHidden();
  });

  await test.step('the list is saved as CSV', async () => {
    const file = join(app.userData, 'list.csv');
    await answerSaveDialog(app, file);
    await expect.poll(async () => (await names(page)).length).toBe(all);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+s');
    const ask = page.getByRole('dialog', { name: t('consent.title.export') });
    await expect(ask.getByRole('radio', { name: t('consent.leaveOut') })).toBeChecked();
    await expectAccessibleInBoth(page);
    await ask.getByRole('radio', { name: t('consent.reason.oral') }).check();
    await page.keyboard.press('Enter');
    await expect(page.getByText('list.csv', { exact: false })).toBeVisible();
    const lines = readFileSync(file, 'utf8').split('\r\n');
    expect(lines[0]).toBe(
      `\uFEFF${['name', 'lastContact', 'stage', 'nextDate', 'reach']
        .map((id) => t(`register.column.${id}` as 'register.column.name'))
        .map((name) => name)
        .join(';')}`,
    );
    expect(lines).toHaveLength((await names(page)).length + 1);
  });

  await test.step('address labels are printed for those who are chosen', async () => {
    const file = join(app.userData, 'labels.pdf');
    await answerSaveDialog(app, file);
    await startAtFirst(page);
    const bare = (await names(page)).map((name) => name.replace(t('clients.sample'), '').trim());
    const [first = '', second = ''] = bare;
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(chosenRows(page)).toHaveCount(2);
    await page.keyboard.press('l');
    const ask = page.getByRole('dialog', { name: t('consent.title.label') });
    await ask.getByRole('radio', { name: t('consent.reason.oral') }).check();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', {
      name: t('register.labels.titleOf', { count: 2, number: 2 }),
    });
    await expect(dialog.getByText(t('documents.paper.pages', { count: 1 }))).toBeVisible();
    await expectAccessibleInBoth(page);
    await dialog.getByRole('textbox', { name: t('register.labels.start') }).fill('24');
    await expect(dialog.getByText(t('documents.paper.pages', { count: 2 }))).toBeVisible();
    await dialog.getByRole('button', { name: t('common.savePdf') }).click();
    await expect(dialog.getByText('labels.pdf', { exact: false })).toBeVisible();
    const { text, pages } = readPdf(file);
    expect(pages).toBe(2);
    const [lastOfFirst = '', firstOfNext = ''] = text.split('\f');
    expect(lastOfFirst).toContain(first);
    expect(firstOfNext).toContain(second);
    expect(text).toMatch(/\d{3} \d{2} \p{Lu}/u);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('toolbar', { name: t('register.bulk.title') })).toBeHidden();
  });

  await test.step('two files are erased after one question', async () => {
    await startAtFirst(page);
    const [first = '', second = ''] = await names(page);
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByRole('button', { name: t('register.bulk.erase') }).press('Enter');
    const field = page.getByRole('textbox', { name: t('erasure.many.type', { count: 2 }) });
    await expect(field).toBeVisible();
    await expectAccessibleInBoth(page);
    await field.fill('2');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: t('erasure.done', { count: 2 }) })).toBeVisible({
      timeout: 60_000,
    });
    await page.getByRole('button', { name: t('common.done') }).press('Enter');
    await expect.poll(() => names(page)).not.toContain(first);
    expect(await names(page)).not.toContain(second);
  });

  await test.step('after a restart columns, order and views are as they were left', async () => {
    await app.close();
    const again = await launchApp({ userData: app.userData, language: 'cs' });
    const next = await again.window();
    await unlock(next, t);
    await next.keyboard.press('Control+2');
    await expect(next.getByText(t('clients.sample')).first()).toBeVisible();
    expect((await heads(next))[2]).toContain(t('register.column.stage'));
    expect(await names(next)).toHaveLength(all - 2);
    await next.keyboard.press('v');
    await next.getByRole('menuitem', { name: 'Stálí' }).press('Enter');
    await expect.poll(async () => (await names(next)).length).toBeLessThan(all - 2);
    await again.close();
  });
});
