import type { TFunction } from 'i18next';
import { row, words } from './support/job-requirements.ts';
import { expectSaved, noteText, openByPalette } from './support/meeting-steps.ts';
import { expect, test } from './support/prepared.ts';
import { sampleFile } from './support/sample-texts.ts';

/** «meeting of 14. 11. 2026», whatever the day. */
const meetingOf = (t: TFunction): RegExp =>
  new RegExp(`^${t('requirements.meetingOf', { day: '' }).trim()} \\d`);

test('the source of a requirement leads to its line in the note', async ({ openPractice }) => {
  const { page, t } = await openPractice({ language: 'cs', start: 'sample' });
  const { name, texts, marked } = sampleFile('p03', 'cs');
  const [wish = ''] = marked('requirement').slice(-1);

  await test.step('the note grows: the line has moved far down', async () => {
    await openByPalette(page, t, name, name);
    await page.keyboard.press('2');
    // The timeline has such a link too, and goes.
    await expect(page.getByRole('tab', { name: t('clients.tab.notes'), selected: true })).toBeVisible();
    await page.getByRole('link', { name: texts.notes[0]?.title ?? '' }).press('Enter');
    await noteText(page, t).focus();
    await page.keyboard.press('Control+Home');
    for (let line = 0; line < 60; line += 1) await page.keyboard.press('Enter');
    await expectSaved(page, t);
  });

  await test.step('the source opens the note there, highlighted and in view', async () => {
    await openByPalette(page, t, name, name);
    await page.keyboard.press('3');
    await page.getByRole('tabpanel').getByRole('link').first().press('Enter');
    await expect(words(page, t, 'R-3')).toHaveValue(wish);
    await row(page, 'R-3')
      .getByRole('button', { name: meetingOf(t) })
      .press('Enter');
    const line = noteText(page, t).locator('.is-target');
    await expect(line).toHaveText(wish);
    await expect(line).toBeInViewport();
    await expect(line).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  });
});
