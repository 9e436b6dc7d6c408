import type { Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import { formatDay, formatWallTime } from '#shared/i18n/format.ts';
import { expectAccessibleInBoth } from './support/accessibility.ts';
import {
  choose,
  confirmWrapUp,
  createClient,
  goToFile,
  openWrapUp,
  startMeeting,
  TASK_DAYS,
  writeMarked,
  writeMeeting,
} from './support/meeting-steps.ts';
import { dayIn, MEETING_TEXTS } from './support/meeting-texts.ts';
import { expect, test } from './support/prepared.ts';

const MEETING_DAYS = 14;

const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** The words of every line of a group. */
const wordsIn = (page: Page, t: TFunction, name: string): Promise<string[]> =>
  group(page, name)
    .getByRole('textbox', { name: t('wrapup.words') })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));

/** What the file holds, counted on its tabs and beside them. */
async function expectFile(
  page: Page,
  t: TFunction,
  counts: { readonly tasks: number; readonly requirements: number; readonly questions: number },
): Promise<void> {
  const tab = (name: 'tasks' | 'requirements') =>
    page.getByRole('tab', { name: new RegExp(`^${t(`clients.tab.${name}`)}`) });
  await expect(tab('tasks')).toHaveText(`${t('clients.tab.tasks')}${counts.tasks}`);
  await expect(tab('requirements')).toHaveText(`${t('clients.tab.requirements')}${counts.requirements}`);
  const questions = group(page, t('clients.questions.title')).getByRole('listitem');
  await expect(questions).toHaveCount(counts.questions);
  await expect(group(page, t('clients.reminders.title')).getByRole('listitem')).toHaveCount(1);
}

const language = 'ru';
const texts = MEETING_TEXTS[language];

test('a wrap-up makes of the marked lines what they say, and only once', async ({ openPractice }) => {
  const { page, t } = await openPractice({ language });
  const meetingDay = dayIn(MEETING_DAYS);
  await createClient(page, t, texts.client);
  await startMeeting(page, t);
  await writeMeeting(page, language);
  await openWrapUp(page, t);

  await test.step('the marked lines stand in their groups; what stays with us is in none', async () => {
    expect(await wordsIn(page, t, t('wrapup.decided'))).toEqual([texts.lines.decision]);
    expect(await wordsIn(page, t, t('wrapup.tasks'))).toEqual([texts.lines.task, texts.ourTaskWords]);
    expect(await wordsIn(page, t, t('wrapup.wanted'))).toEqual([texts.lines.requirement]);
    expect(await wordsIn(page, t, t('wrapup.questions'))).toEqual([texts.lines.question]);
    expect(await wordsIn(page, t, t('wrapup.forClient'))).toEqual([texts.lines.forClient]);
    await expect(page.getByText(texts.lines.internal)).toBeHidden();
    await expect(page.getByText(texts.lines.sensitive)).toBeHidden();
    const tasks = group(page, t('wrapup.tasks'));
    const due = tasks.getByRole('textbox', { name: t('wrapup.due') });
    await expect(due.first()).toHaveValue(formatDay(dayIn(TASK_DAYS), language));
    await expect(tasks.getByRole('textbox', { name: t('wrapup.who') }).first()).toHaveValue(texts.at);
    const sides = tasks.getByRole('combobox', { name: t('wrapup.side') });
    await expect(sides).toHaveText([t('domain.side.client'), t('domain.side.practice')]);
  });

  await test.step('a line is edited, another left out, the next meeting agreed', async () => {
    const words = group(page, t('wrapup.wanted')).getByRole('textbox', { name: t('wrapup.words') });
    await words.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(' (Abc)');
    const wanted = `${texts.lines.requirement} (Abc)`;
    const withTask = page.getByRole('checkbox', { name: t('wrapup.withTaskOf', { line: wanted }) });
    await withTask.press('Space');
    await expect(withTask).toBeChecked();
    const serves = group(page, t('wrapup.tasks')).getByRole('combobox', { name: t('wrapup.serves') });
    await serves.last().press('Enter');
    await page.getByRole('option', { name: wanted }).press('Enter');
    await expect(serves).toHaveText([t('wrapup.servesNone'), t('wrapup.servesOne', { words: wanted })]);
    const question = group(page, t('wrapup.questions')).getByRole('checkbox');
    await question.press('Space');
    await expect(question).not.toBeChecked();
    await choose(page, t('wrapup.next.kind'), t('wrapup.next.kinds.meeting'));
    const day = page.getByRole('textbox', { name: t('wrapup.next.day') });
    // The day is missing still: the key that confirms says so, and nothing is lost.
    await day.fill('');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toHaveText(t('wrapup.next.dayMissing'));
    await day.fill(formatDay(meetingDay, language));
    await page.getByRole('textbox', { name: t('wrapup.next.time') }).fill('14:30');
    await expectAccessibleInBoth(page);
  });

  await test.step('one key confirms; the sheet names the next meeting', async () => {
    await confirmWrapUp(page, t);
    const when = formatWallTime(`${meetingDay}T14:30`, language);
    await expect(page.getByText(when).first()).toBeAttached();
  });

  await test.step('the file holds tasks, a numbered requirement and the reminder', async () => {
    await goToFile(page, t, texts.client);
    await expectFile(page, t, { tasks: 3, requirements: 1, questions: 0 });
    const reminders = group(page, t('clients.reminders.title'));
    await expect(reminders).toContainText(t('wrapup.next.meetingTitle', { client: texts.client }));
    await expect(reminders).toContainText(formatWallTime(`${meetingDay}T14:30`, language));
    await page.keyboard.press('4');
    const tasks = page.getByRole('list', { name: t('clients.tasks.open') });
    await expect(tasks.getByRole('listitem')).toHaveCount(3);
    await expect(tasks).toContainText(formatDay(dayIn(TASK_DAYS), language));
    await expect(tasks).toContainText(texts.ourTaskWords);
  });

  await test.step('a task leads to its requirement, and that to its tasks', async () => {
    const tasks = page.getByRole('list', { name: t('clients.tasks.open') }).getByRole('listitem');
    const ours = tasks.filter({ hasText: texts.ourTaskWords });
    await expect(tasks.getByRole('link', { name: 'R-1' })).toHaveCount(2);
    await ours.getByRole('link', { name: 'R-1' }).press('Enter');
    const row = page.getByRole('group', { name: 'R-1' });
    await expect(row).toBeFocused();
    await row.getByRole('button', { expanded: false }).press('Enter');
    const made = row.getByRole('list', { name: t('requirements.tasks') });
    await expect(made.getByRole('listitem')).toHaveCount(2);
    await made.getByRole('link', { name: texts.ourTaskWords }).press('Enter');
    await expect(ours.getByRole('button', { name: texts.ourTaskWords })).toBeFocused();
  });

  await test.step('the requirement leads back to the line it came from', async () => {
    await page.keyboard.press('3');
    await page
      .getByRole('list', { name: t('requirements.group') })
      .getByRole('link')
      .press('Enter');
    await expect(page.getByText('R-1', { exact: true }).first()).toBeVisible();
    await expect(page.getByText(`${texts.lines.requirement} (Abc)`).first()).toBeVisible();
    const day = formatDay(dayIn(0), language);
    await page.getByRole('button', { name: t('requirements.meetingOf', { day }) }).press('Enter');
    await expect(page.locator('.tiptap .is-target')).toHaveText(texts.lines.requirement);
  });

  await test.step('wrapping up again doubles nothing, and takes what is new', async () => {
    await writeMarked(page, 'Abc 9?', 'question');
    await openWrapUp(page, t);
    expect(await wordsIn(page, t, t('wrapup.wanted'))).toEqual([`${texts.lines.requirement} (Abc)`]);
    await expect(page.getByRole('textbox', { name: t('wrapup.next.day') })).toHaveValue(
      formatDay(meetingDay, language),
    );
    await confirmWrapUp(page, t);
    await goToFile(page, t, texts.client);
    await expectFile(page, t, { tasks: 3, requirements: 1, questions: 2 });
  });
});
