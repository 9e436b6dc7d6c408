import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/prepared.ts';
import { expectAccessible } from './support/accessibility.ts';
import { answerSaveDialog, unlock } from './support/journey.ts';
import { expectSaved } from './support/meeting-steps.ts';
import { readPdf } from './support/pdf.ts';
import { lockByKey } from './support/vault-keyboard.ts';

test('a conflict check: by keyboard, through gender and alphabet, decided, printed and kept', async ({
  openPractice,
}) => {
  const opened = await openPractice({ language: 'cs', kind: 'law', start: 'empty' });
  const { app, t } = opened;
  let { page } = opened;

  await test.step('a client with an opponent, who has a former name', async () => {
    await page.keyboard.press('Control+n');
    await expect(page.getByLabel(t('clients.field.name'))).toBeFocused();
    await page.keyboard.type('Novák Petr');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Novák Petr' })).toBeVisible();
    await page.keyboard.press('5');
    await page.getByRole('button', { name: t('clients.people.add') }).click();
    await page.getByRole('textbox', { name: t('common.name') }).fill('Sokolov Alexej');
    await page.getByLabel(t('clients.field.formerNames')).fill('Kovářová Jana');
    await page.getByLabel(t('clients.people.role')).click();
    await page.getByRole('option', { name: t('domain.partyRole.opponent') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('clientProfile.number.add') }).press('Enter');
    const number = dialog.getByRole('textbox', { name: t('clientProfile.number.value') });
    await number.fill('IČO: 27082440');
    const recognised = t('clientProfile.number.recognised', { kind: t('domain.numberKind.ico') });
    await dialog.getByRole('button', { name: recognised }).press('Enter');
    await expect(number).toHaveValue('27082440');
    await expect(dialog.getByText('270 82 440')).toBeVisible();
    await number.fill('27082441');
    await expect(dialog.getByText(t('clientProfile.number.problem.checkDigit'))).toBeVisible();
    await expectAccessible(page);
    await number.fill('27082440');
    await page.getByRole('button', { name: t('common.save') }).click();
    await expect(page.getByRole('cell', { name: t('domain.partyRole.opponent') })).toBeVisible();
    await expect(page.getByText(`${t('domain.numberKind.ico')} 270 82 440`)).toBeVisible();
  });

  const row = (text: string) => page.getByRole('row').filter({ hasText: text });
  await test.step('is found by keyboard: a woman’s surname, Cyrillic, a former name', async () => {
    await page.keyboard.press('Control+Shift+k');
    const field = page.getByLabel(t('conflicts.queries'));
    await expect(field).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.type('Nováková');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Алексей Соколов');
    await page.keyboard.press('Enter');
    await page.keyboard.type('J. Kovář');
    await page.keyboard.press('Enter');
    await page.keyboard.type('27082440');
    await page.keyboard.press('Control+Enter');
    await expect(
      page.getByRole('heading', { name: t('conflicts.hits', { count: 4, number: '4' }) }),
    ).toBeFocused();
    await expect(row('Nováková')).toContainText(t('conflicts.reason.gender'));
    await expect(row('Алексей Соколов')).toContainText(t('conflicts.reason.script'));
    await expect(row('Алексей Соколов')).toContainText(t('domain.partyRole.opponent'));
    await expect(row('27082440')).toContainText(t('conflicts.nameKind.number'));
    await expect(row('J. Kovář')).toContainText(t('conflicts.nameKind.formerName'));
    await expectAccessible(page);
  });

  await test.step('names and reason outlive a lock, and the check goes on with them', async () => {
    await page.getByLabel(t('conflicts.whyOptional')).fill('Oba souhlasili');
    await expectSaved(page, t);
    page = await lockByKey(app, page);
    await unlock(page, t);
    await page.keyboard.press('Control+1');
    const unfinished = page.getByRole('region', { name: t('today.unfinished.title') });
    await unfinished
      .getByRole('button', { name: /Nováková/ })
      .first()
      .press('Enter');
    const field = page.getByLabel(t('conflicts.queries'));
    await expect(field).toHaveValue('Nováková\nАлексей Соколов\nJ. Kovář\n27082440');
    await field.press('Control+Enter');
    await expect(
      page.getByRole('heading', { name: t('conflicts.hits', { count: 4, number: '4' }) }),
    ).toBeFocused();
    await expect(page.getByLabel(t('conflicts.whyOptional'))).toHaveValue('Oba souhlasili');
    await expectAccessible(page);
  });

  await test.step('a waived conflict asks for its reason', async () => {
    await page.getByLabel(t('conflicts.whyOptional')).fill('');
    await page.getByRole('radio', { name: t('conflicts.decision.waived') }).check();
    await page.getByRole('button', { name: t('conflicts.keep') }).click();
    await expect(page.getByText(t('conflicts.whyMissing'))).toBeVisible();
    await page.getByLabel(t('conflicts.why')).fill('Oba souhlasili písemně.');
    await page.getByLabel(t('conflicts.by')).fill('Eva Horáková');
    await page.getByRole('button', { name: t('conflicts.keep') }).click();
    await expect(page.getByRole('heading', { level: 1, name: t('conflicts.record') })).toBeVisible();
  });

  await test.step('the record is one page that says all of it', async () => {
    const file = join(app.userData, 'record.pdf');
    await answerSaveDialog(app, file);
    await page.keyboard.press('Control+s');
    await expect.poll(() => existsSync(file)).toBe(true);
    const pdf = readPdf(file);
    expect(pdf.pages).toBe(1);
    const text = pdf.text.replaceAll(/\s+/g, ' ');
    for (const said of [
      t('conflicts.doc.title'),
      'Nováková; Алексей Соколов; J. Kovář',
      t('conflicts.decision.waived'),
      'Oba souhlasili písemně.',
      'Eva Horáková',
      'Sokolov Alexej',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).toMatch(/(?:[0-9a-f]{8} ?){8}/);
  });

  await test.step('it is kept in the list and opens again', async () => {
    await page.getByRole('button', { name: t('conflicts.backToChecks') }).click();
    const kept = page.getByRole('table', { name: t('conflicts.earlier') });
    await expect(kept.getByRole('row')).toHaveCount(2);
    await kept.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: t('conflicts.record') })).toBeVisible();
  });

  await test.step('a new client is checked before the file is opened, and nothing typed is lost', async () => {
    await page.keyboard.press('Control+n');
    await expect(page.getByLabel(t('clients.field.name'))).toBeFocused();
    await page.keyboard.type('Zelenka Karel');
    await page.getByLabel(t('clients.field.phone')).fill('601 234 567');
    await page.getByRole('button', { name: t('conflicts.checkBefore') }).click();
    await expect(page.getByLabel(t('conflicts.queries'))).toHaveValue('Zelenka Karel\n601 234 567');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: t('conflicts.none.title') })).toBeFocused();
    await page.getByRole('radio', { name: t('conflicts.decision.none') }).check();
    await page.getByRole('button', { name: t('conflicts.keep') }).click();
    await page.getByRole('button', { name: t('conflicts.toClient') }).click();
    await expect(page.getByLabel(t('clients.field.phone'))).toHaveValue('601 234 567');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Zelenka Karel' })).toBeVisible();
  });
});
