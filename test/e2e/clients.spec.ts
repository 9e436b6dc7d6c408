import type { Page } from '@playwright/test';
import { FILE_TABS, tabKey } from '#renderer/lib/routes.ts';
import { expectAccessibleInBoth } from './support/accessibility.ts';
import { createClient, fileHeading, openByPalette } from './support/meeting-steps.ts';
import { expect, test } from './support/prepared.ts';

const CLIENT = 'Wiśniewska Żaneta';

/** Clients in the order of each alphabet, and what finds the first of them without its diacritics. */
const ALPHABETS: Readonly<
  Record<
    'cs' | 'ru',
    { readonly sorted: readonly string[]; readonly letters: string; readonly finds: string }
  >
> = {
  cs: {
    sorted: ['Cibulka Zdeněk', 'Čermák Adam', 'Hýbl Jan', 'Chalupa Ivo', 'Indra Petr'],
    letters: 'ce',
    finds: 'Čermák Adam',
  },
  ru: { sorted: ['Ежов Яков', 'Ёлкина Анна', 'Еремин Борис'], letters: 'ел', finds: 'Ёлкина Анна' },
};

const names = (page: Page): Promise<string[]> =>
  page.getByRole('row').locator('[role=gridcell]:first-child').allInnerTexts();

const activeRow = (page: Page) => page.getByRole('row', { selected: true });

/** Moves to the first row; the keys may come a moment after the rows. */
const startAtFirst = (page: Page): Promise<void> =>
  expect(async () => {
    await page.keyboard.press('Home');
    await expect(activeRow(page)).toHaveAttribute('aria-rowindex', '2', { timeout: 500 });
  }).toPass();

for (const language of ['cs', 'ru'] as const) {
  const { sorted, letters, finds } = ALPHABETS[language];

  test(`clients are created, found and opened by the keyboard alone: ${language}`, async ({
    openPractice,
  }) => {
    const { page, t } = await openPractice({ language });

    await test.step('the empty register says what belongs here', async () => {
      await page.keyboard.press('Control+2');
      await expect(page.getByText(t('clients.empty.title'))).toBeVisible();
    });

    await test.step('Ctrl N opens the form, Enter the file', async () => {
      for (const name of sorted.toReversed().slice(0, -1)) await createClient(page, t, name);
    });

    await test.step('the palette creates whom it does not find', async () => {
      const [first = ''] = sorted;
      await page.keyboard.press('Control+k');
      await page.keyboard.insertText(first);
      await expect(page.getByRole('option', { name: t('palette.create', { name: first }) })).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('textbox', { name: t('clients.field.name') })).toHaveValue(first);
      await page.keyboard.press('Enter');
      await expect(fileHeading(page, first)).toBeFocused();
    });

    await test.step('the register is in the order of the alphabet', async () => {
      await page.keyboard.press('Control+2');
      await expect.poll(() => names(page)).toEqual(sorted);
    });

    await test.step('J and K move, Enter opens', async () => {
      await startAtFirst(page);
      await page.keyboard.press('j');
      await expect(activeRow(page)).toContainText(sorted[1] ?? '');
      await page.keyboard.press('k');
      await expect(activeRow(page)).toContainText(sorted[0] ?? '');
      await page.keyboard.press('Enter');
      await expect(fileHeading(page, sorted[0] ?? '')).toBeVisible();
      await page.keyboard.press('Control+2');
      await expect(activeRow(page)).toContainText(sorted[0] ?? '');
    });

    await test.step('the filter looks through diacritics and case', async () => {
      await page.keyboard.press('/');
      await page.keyboard.type(letters.toUpperCase());
      await expect.poll(() => names(page)).toEqual([finds]);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(fileHeading(page, finds)).toBeVisible();
    });

    await test.step('two letters in the palette and Enter open the file', async () => {
      await page.keyboard.press('Control+1');
      await openByPalette(page, t, letters, finds);
    });
  });
}

test('a client file is filled by the keyboard alone', async ({ openPractice }) => {
  const { page, t } = await openPractice({ language: 'cs' });
  await createClient(page, t, CLIENT);

  await test.step('every tab opens by its number and by the arrows', async () => {
    for (const tab of FILE_TABS) {
      await page.keyboard.press(tabKey(tab));
      await expect(page.getByRole('tab', { name: t(`clients.tab.${tab}`), selected: true })).toBeVisible();
    }
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('tab', { name: t('clients.tab.profile'), selected: true })).toBeFocused();
  });

  await test.step('a person', async () => {
    await page.keyboard.press('5');
    await expect(page.getByRole('button', { name: t('clients.people.add') })).toBeVisible();
    await page.keyboard.press('a');
    await expect(page.getByRole('dialog').getByRole('textbox', { name: t('common.name') })).toBeFocused();
    await page.keyboard.insertText('Karel Zelený');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('cell', { name: 'Karel Zelený' })).toBeVisible();
  });

  await test.step('a task, and it is ticked off', async () => {
    await page.keyboard.press('t');
    await expect(page.getByRole('textbox', { name: t('clients.tasks.title') })).toBeFocused();
    await page.keyboard.insertText('Abc 1');
    await page.keyboard.press('Enter');
    const box = page.getByRole('checkbox', { name: 'Abc 1' });
    await expect(box).toBeVisible();
    await box.focus();
    await page.keyboard.press('Space');
    await expect(box).toBeChecked();
  });

  await test.step('a reminder', async () => {
    await page.keyboard.press('r');
    await expect(page.getByRole('textbox', { name: t('clients.reminders.what') })).toBeFocused();
    await page.keyboard.insertText('Abc 2');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: 'Abc 2' })).toBeVisible();
  });

  await test.step('a question', async () => {
    await page.keyboard.press('q');
    await expect(page.getByRole('textbox', { name: t('clients.questions.text') })).toBeFocused();
    await page.keyboard.insertText('Abc 3?');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Abc 3?')).toBeVisible();
  });

  await test.step('the timeline shows them', async () => {
    await page.keyboard.press('1');
    const timeline = page.getByRole('tabpanel');
    for (const words of ['Abc 1', 'Abc 2', 'Abc 3?']) await expect(timeline).toContainText(words);
  });

  await test.step('it is narrowed by words and by kinds', async () => {
    const timeline = page.getByRole('tabpanel');
    const filter = timeline.getByRole('searchbox', { name: t('clients.timeline.filter') });
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('/');
    await expect(filter).toBeFocused();
    await page.keyboard.insertText('abc 3');
    await expect(timeline.getByText('Abc 2')).toBeHidden();
    await expect(timeline.getByText('Abc 3?')).toBeVisible();
    await expect(timeline.getByRole('status')).toHaveText(t('clients.timeline.shown', { count: 1 }));
    await page.keyboard.press('Escape');
    await expect(timeline.getByText('Abc 2')).toBeVisible();
    await timeline.getByRole('combobox', { name: t('clients.timeline.kinds') }).press('Enter');
    await page.getByRole('option', { name: t('clients.timeline.group.tasks') }).press('Enter');
    await page.keyboard.press('Escape');
    await expect(timeline.getByText('Abc 3?')).toBeHidden();
    await expect(timeline.getByText('Abc 1').first()).toBeVisible();
  });

  await test.step('a household leads from file to file, and so do back and forward', async () => {
    const groupName = page.getByRole('combobox', { name: t('clients.field.group') });
    const group = page.getByRole('complementary').getByRole('region', { name: t('clients.field.group') });
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press(tabKey('profile'));
    await groupName.focus();
    await page.keyboard.insertText('Rodina Wiśniewských ');
    await expect(group).toContainText(t('clients.side.alone'));
    await createClient(page, t, 'Wiśniewski Jan');
    await page.keyboard.press(tabKey('profile'));
    await groupName.focus();
    await page.keyboard.insertText('wisn');
    await expect(page.getByRole('option', { name: 'Rodina Wiśniewských' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(groupName).toHaveValue('Rodina Wiśniewských');
    await expectAccessibleInBoth(page);
    await group.getByRole('link', { name: CLIENT }).press('Enter');
    await expect(fileHeading(page, CLIENT)).toBeVisible();
    await expect(group.getByRole('link', { name: 'Wiśniewski Jan' })).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(fileHeading(page, 'Wiśniewski Jan')).toBeVisible();
    await page.keyboard.press('Alt+ArrowRight');
    await expect(fileHeading(page, CLIENT)).toBeVisible();
    await expect(page.getByRole('button', { name: t('shell.command.forward') })).toBeDisabled();
    await page.getByRole('button', { name: t('shell.command.back') }).press('Enter');
    await expect(fileHeading(page, 'Wiśniewski Jan')).toBeVisible();
  });
});

test('every screen of the sample practice is accessible, light and dark, and it goes in one step', async ({
  openPractice,
}) => {
  const { page, t } = await openPractice({ language: 'ru', start: 'sample' });
  const check = (): Promise<void> => expectAccessibleInBoth(page);
  const heading = (title: string) => page.getByRole('heading', { level: 1, name: title });

  await test.step('today', async () => {
    await expect(heading(t('today.title'))).toBeVisible();
    await check();
  });
  await test.step('tasks', async () => {
    await page.keyboard.press('Control+3');
    await expect(page.getByRole('checkbox').first()).toBeVisible();
    await check();
  });
  await test.step('register and file', async () => {
    await page.keyboard.press('Control+2');
    await expect(page.getByText(t('clients.sample')).first()).toBeVisible();
    await startAtFirst(page);
    await check();
    await page.keyboard.press('Enter');
    for (const tab of FILE_TABS) {
      await page.keyboard.press(tabKey(tab));
      await expect(page.getByRole('tab', { name: t(`clients.tab.${tab}`), selected: true })).toBeVisible();
      await check();
    }
  });
  await test.step('palette', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('a');
    await expect(page.getByRole('option').first()).toBeVisible();
    await check();
    await page.keyboard.press('Escape');
  });
  await test.step('settings', async () => {
    await page.keyboard.press('Control+,');
    await expect(heading(t('settings.title'))).toBeVisible();
    await check();
  });

  await test.step('the sample goes, own clients stay', async () => {
    await createClient(page, t, CLIENT);
    await page.keyboard.press('Control+,');
    const remove = t('settings.sample.remove');
    await page.getByRole('button', { name: remove }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: remove }).press('Enter');
    await expect(page.getByText(t('settings.sample.removed'))).toBeVisible();
    await expect(page.getByText(t('shell.status.sample'))).toBeHidden();
    await page.keyboard.press('Control+2');
    await expect.poll(() => names(page)).toEqual([CLIENT]);
  });
});
