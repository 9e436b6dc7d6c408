import { expectAccessible } from './support/accessibility.ts';
import {
  breakJournal,
  holdStore,
  journalAttempts,
  mendJournal,
  releaseStore,
} from './support/meeting-faults.ts';
import { createClient, expectSaved, journalBytes, saveState, startMeeting } from './support/meeting-steps.ts';
import { MEETING_TEXTS } from './support/meeting-texts.ts';
import { expect, test } from './support/prepared.ts';

test('«saved» is said only of what is in both copies', async ({ openPractice }) => {
  const { app, page, t } = await openPractice({ language: 'cs' });
  await createClient(page, t, MEETING_TEXTS.cs.client);
  const text = await startMeeting(page, t);
  await expectSaved(page, t);
  const saving = saveState(page, t, 'saving');

  await test.step('not while the journal waits for the disk', async () => {
    const before = journalBytes(app);
    await breakJournal(app, 'waits');
    await page.keyboard.insertText('Abc 1');
    await expect.poll(() => journalAttempts(app)).toBeGreaterThan(0);
    await expect(saving).toBeVisible();
    await mendJournal(app);
    await expectSaved(page, t);
    expect(journalBytes(app)).toBeGreaterThan(before);
  });

  await test.step('not while the store waits', async () => {
    const before = journalBytes(app);
    await holdStore(page);
    await page.keyboard.insertText('Abc 2');
    await expect.poll(() => journalBytes(app)).toBeGreaterThan(before);
    await expect(saving).toBeVisible();
    await releaseStore(page);
    await expectSaved(page, t);
  });

  await test.step('a full disk is told, the text stays, and is stored when there is room', async () => {
    await breakJournal(app, 'diskFull');
    await page.keyboard.insertText('Abc 3');
    await expect(saveState(page, t, 'failed')).toBeVisible();
    const folder = { folder: `${app.userData}/vault/journal` };
    await expect(page.getByRole('alert')).toContainText(t('errors.diskFull.happened', folder));
    await expect(page.getByRole('alert')).toContainText(t('errors.diskFull.todo', folder));
    await expectAccessible(page);
    // Leaving would lose it: the meeting stays open.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(text).toContainText('Abc 1Abc 2Abc 3');
    await mendJournal(app);
    await expectSaved(page, t);
    await expect(page.getByRole('alert')).toBeHidden();
  });
});
