import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/prepared.ts';
import { expectAccessible } from './support/accessibility.ts';
import {
  addEngagementFields,
  COURT,
  importEngagement,
  printByTemplate,
  STANDING,
  STANDINGS,
} from './support/engagement-fields.ts';
import { answerSaveDialog } from './support/journey.ts';
import { openByPalette } from './support/meeting-steps.ts';
import { dayIn } from './support/meeting-texts.ts';
import { readPdf } from './support/pdf.ts';
import { formatDay, formatMoney } from '#shared/i18n/format.ts';
import { tabKey } from '#renderer/lib/routes.ts';

test('a client’s profile, relationship, consents, own fields, engagements and money', async ({
  openPractice,
}) => {
  const { app, page, t } = await openPractice({ language: 'cs', kind: 'law', start: 'empty' });
  const panel = page.getByRole('tabpanel');
  const dialog = page.getByRole('dialog');
  const box = (name: string) => panel.getByRole('textbox', { name, exact: true });
  const tab = async (key: string, name: 'profile' | 'relationship' | 'tasks'): Promise<void> => {
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press(key);
    await expect(page.getByRole('tab', { name: t(`clients.tab.${name}`), selected: true })).toBeVisible();
  };
  const inDialog = (name: string) => dialog.getByRole('textbox', { name });
  /** What was typed is in both copies. */
  const stored = () => expect(page.getByText(new RegExp(`^${t('shell.save.saved')}`)).first()).toBeVisible();

  await test.step('the practice adds a field of its own', async () => {
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('heading', { level: 1, name: t('settings.title') })).toBeVisible();
    const fields = page.getByRole('region', { name: t('settings.ownFields.title.clients') });
    await fields.getByLabel(t('settings.ownFields.new')).fill('Spisová značka soudu');
    await page.keyboard.press('Enter');
    await expect(fields.getByLabel(t('settings.ownFields.new'))).toHaveValue('');
    await expect(fields.getByRole('listitem').getByRole('textbox')).toHaveValue('Spisová značka soudu');
    await addEngagementFields(page, t);
    await page.getByLabel(t('settings.letterhead.iban')).fill('CZ65 0800 0000 1920 0014 5399');
    await page.getByLabel(t('clientProfile.score.rule.emailKnown')).fill('40');
    await stored();
    await expectAccessible(page);
  });

  await test.step('a new client', async () => {
    await page.keyboard.press('Control+n');
    await expect(dialog.getByLabel(t('clients.field.name'))).toBeFocused();
    await page.keyboard.type('Nováková Jana');
    await dialog.getByLabel(t('clients.field.email')).fill('jana@novakova.example');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Nováková Jana' })).toBeVisible();
  });

  await test.step('a wrong number, address or phone is told of and stored, a right one is grouped', async () => {
    await tab(tabKey('profile'), 'profile');
    await panel.getByRole('button', { name: t('clientProfile.number.add') }).click();
    const number = box(t('clientProfile.number.value'));
    await number.fill('IČO: 27082440');
    const found = t('clientProfile.number.recognised', { kind: t('domain.numberKind.ico') });
    await panel.getByRole('button', { name: found }).click();
    await expect(number).toHaveValue('27082440');
    await expect(panel.getByText('270 82 440')).toBeVisible();
    await number.fill('27082441');
    await expect(panel.getByText(t('clientProfile.number.problem.checkDigit'))).toBeVisible();
    await box(t('clients.field.phone')).fill('+420 601 234');
    await expect(
      panel.getByText(t('clientProfile.reach.phoneLength', { text: '+420 601 234' })),
    ).toBeVisible();
    await stored();
    await expect(page.getByRole('complementary').getByText('27082441')).toBeVisible();
  });

  await test.step('a client who moved keeps the earlier address', async () => {
    await box(t('clients.field.address')).fill('Dlouhá 12, Praha');
    await panel.getByRole('button', { name: t('clientProfile.address.moved') }).click();
    await expect(box(t('clients.field.address')).first()).toHaveValue('');
    await expect(box(t('clients.field.address')).nth(1)).toHaveValue('Dlouhá 12, Praha');
    await expect(panel.getByLabel(t('clientProfile.address.to'), { exact: true })).not.toHaveValue('');
  });

  await test.step('tags, what the client is about, and the own field', async () => {
    const tags = panel.getByRole('combobox', { name: t('clients.field.tags') });
    await tags.fill('přednostní');
    await tags.press('Enter');
    await expect(panel.getByText('přednostní', { exact: true })).toBeVisible();
    await box(t('clients.field.goals')).fill('Zůstat v bytě.');
    await box('Spisová značka soudu').fill('12 C 34/2026');
    await stored();
    await expectAccessible(page);
  });

  await test.step('the facts suggest what to do; one key makes it a task', async () => {
    await tab(tabKey('relationship'), 'relationship');
    const title = t('clientProfile.action.meet.title');
    await expect(panel.getByText(title)).toBeVisible();
    await expect(panel.getByText(t('clientProfile.score.value', { value: '65' }))).toBeVisible();
    await expect(panel.getByText(t('clientProfile.meter.reason.noMeeting'))).toBeVisible();
    await expect(panel.getByText(t('clientProfile.score.rule.emailKnown'))).toBeVisible();
    await page.keyboard.press('Alt+1');
    await expect(page.getByText(t('clientProfile.action.made', { title }))).toBeVisible();
    await expect(panel.getByText(t('clientProfile.action.isTask'))).toBeVisible();
    await tab('4', 'tasks');
    await expect(panel.getByText(title).first()).toBeVisible();
  });

  await test.step('a lost client asks for the reason and offers to win back', async () => {
    await tab(tabKey('relationship'), 'relationship');
    await panel.getByRole('combobox', { name: t('clients.field.stage'), exact: true }).click();
    await page.getByRole('option', { name: t('domain.stage.lost') }).click();
    await expect(panel.getByText(t('clientProfile.stageReasonMissing'))).toBeVisible();
    await box(t('clientProfile.stageReason')).fill('Zvolila levnější kancelář.');
    await expect(panel.getByText(t('clientProfile.action.winBack.title'))).toBeVisible();
    await expect(panel.getByText(t('clientProfile.strategyReason.stageLost'))).toBeVisible();
    await stored();
    await expectAccessible(page);
  });

  await test.step('work is agreed on, and stands in the timeline', async () => {
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press(tabKey('engagements'));
    await expect(panel.getByRole('button', { name: t('engagements.add') })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('a');
    await expect(inDialog(t('engagements.field.title'))).toBeFocused();
    await page.keyboard.insertText('Výpověď z nájmu');
    await dialog.getByRole('combobox', { name: t('engagements.field.service') }).press('Enter');
    await page.getByRole('option', { name: 'Sepsání smlouvy' }).press('Enter');
    await expect(inDialog(t('engagements.field.title'))).toHaveValue('Výpověď z nájmu');
    await inDialog(COURT).fill('OS Brno, 12 C 34/2026');
    await dialog.getByRole('combobox', { name: STANDING }).press('Enter');
    await page.getByRole('option', { name: STANDINGS[1] }).press('Enter');
    const price = dialog.getByLabel(t('engagements.priceOf.oneOff'));
    await price.fill('12 500,50');
    await expectAccessible(page);
    await price.press('Enter');
    await expect(dialog).toBeHidden();
    const row = panel.getByRole('row', { name: /Výpověď z nájmu/ });
    await expect(row).toContainText('12 500,50 Kč');
    await expect(row).toContainText(`${COURT}: OS Brno, 12 C 34/2026`);
    await expect(row).toContainText(`${STANDING}: ${STANDINGS[1]}`);
  });

  await test.step('it is charged, paid in part, and the rest is open', async () => {
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press(tabKey('money'));
    await expect(panel.getByRole('button', { name: t('money.add.charge') })).toBeVisible();
    await page.keyboard.press('a');
    const amount = dialog.getByLabel(t('money.field.amount'));
    await expect(amount).toBeFocused();
    await expect(amount).toHaveValue('12500,50');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(panel.getByRole('row', { name: /Výpověď z nájmu/ })).toBeVisible();
    await page.keyboard.press('p');
    await expect(amount).toBeFocused();
    await expect(dialog.getByText(t('money.openNow', { amount: '12 500,50 Kč' }))).toBeVisible();
    await page.keyboard.insertText('2500');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    const overview = panel.getByRole('table', { name: t('money.overview') });
    await expect(overview.getByRole('cell', { name: '10 000,50 Kč' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the statement is saved, with a code to pay by', async () => {
    await page.keyboard.press('s');
    await expect(page.getByRole('heading', { level: 1, name: t('money.statement.title') })).toBeVisible();
    const file = join(app.userData, 'statement.pdf');
    await answerSaveDialog(app, file);
    await page.getByRole('checkbox', { name: t('money.statement.ownFields') }).check();
    await page.getByRole('button', { name: t('common.savePdf') }).click();
    await expect.poll(() => existsSync(file)).toBe(true);
    const { text, tagged } = readPdf(file);
    expect(tagged).toBe(true);
    for (const said of [
      'Výpověď z nájmu',
      'QR Platba',
      'CZ65 0800 0000 1920 0014 5399',
      COURT,
      '12 C 34/2026',
    ])
      expect(text).toContain(said);
    expect(text.replaceAll(' ', ' ')).toContain('10 000,50 Kč');
    await expectAccessible(page);
    await page.getByRole('button', { name: t('summary.backToFile') }).click();
    await expect(page.getByRole('tab', { name: t('clients.tab.money'), selected: true })).toBeVisible();
  });

  await test.step('money is given back, and what is overdue stands in Today and leads here', async () => {
    const koruna = (amount: number): string => formatMoney(amount * 100, 'CZK', 'cs');
    await page.keyboard.press('b');
    await expect(dialog.getByText(t('money.paidNow', { amount: koruna(2500) }))).toBeVisible();
    await expect(dialog.getByLabel(t('money.field.amount'))).toBeFocused();
    await page.keyboard.insertText('500');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(panel.getByRole('cell', { name: koruna(-500) })).toHaveCount(2);
    await page.keyboard.press('a');
    const amount = dialog.getByLabel(t('money.field.amount'));
    await expect(amount).toBeFocused();
    await amount.fill('5000');
    await dialog.getByRole('textbox', { name: t('money.field.dueOn') }).fill(formatDay(dayIn(-10), 'cs'));
    await amount.press('Enter');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('Control+1');
    const overdue = page.getByRole('region', { name: t('today.overdue') });
    await expect(overdue.getByRole('listitem')).toContainText(koruna(3000));
    await expect(overdue).toContainText(t('today.overdueSince', { day: formatDay(dayIn(-10), 'cs') }));
    await expectAccessible(page);
    await page.keyboard.press('Control+z');
    await expect(overdue).toBeHidden();
    await page.keyboard.press('Control+Shift+z');
    await expect(overdue.getByRole('listitem')).toContainText(koruna(3000));
    await overdue.getByRole('link').press('Enter');
    await expect(page.getByRole('tab', { name: t('clients.tab.money'), selected: true })).toBeVisible();
  });

  await test.step('own fields of engagements are imported, and a template prints them', async () => {
    await page.evaluate(() => {
      location.hash = '#/import';
    });
    const client = 'Nováková Jana';
    await importEngagement(page, t, 'csv', {
      client,
      title: 'Náhrada škody',
      court: 'KS Praha, 5 Co 8/2026',
      standing: STANDINGS[0],
    });
    await importEngagement(page, t, 'xlsx', {
      client,
      title: 'Dovolání',
      court: 'NS, 30 Cdo 1/2026',
      standing: STANDINGS[1],
    });
    await openByPalette(page, t, client, client);
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press(tabKey('engagements'));
    const row = (title: string) => panel.getByRole('row', { name: new RegExp(title) });
    await expect(row('Náhrada škody')).toContainText(`${COURT}: KS Praha, 5 Co 8/2026`);
    await expect(row('Náhrada škody')).toContainText(`${STANDING}: ${STANDINGS[0]}`);
    await expect(row('Dovolání')).toContainText(`${COURT}: NS, 30 Cdo 1/2026`);
    const printed = await printByTemplate({ app, page, t }, client);
    for (const said of ['Vedeno u:', '12 C 34/2026', '5 Co 8/2026', '30 Cdo 1/2026', ...STANDINGS])
      expect(printed).toContain(said);
  });

  await test.step('writing without a consent asks first', async () => {
    const write = page.getByRole('complementary').getByRole('button', {
      name: t('consent.write', { address: 'jana@novakova.example' }),
    });
    await write.click();
    await expect(dialog.getByRole('heading', { name: t('consent.title.contact') })).toBeVisible();
    await expect(dialog.getByRole('button', { name: t('consent.goOn') })).toBeDisabled();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('a summary for somebody else goes out for a reason, which is logged', async () => {
    await page.keyboard.press('Control+p');
    await page.getByRole('checkbox', { name: t('summary.forOthers') }).check();
    const file = join(app.userData, 'summary.pdf');
    await answerSaveDialog(app, file);
    await page.getByRole('button', { name: t('common.savePdf') }).click();
    await dialog.getByRole('radio', { name: t('consent.reason.oral') }).check();
    expect(existsSync(file)).toBe(false);
    await dialog.getByRole('button', { name: t('consent.goOn') }).click();
    await expect.poll(() => existsSync(file)).toBe(true);
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: t('activity.open') }).click();
    const line = page.getByRole('row').filter({ hasText: t('activity.action.consentOverridden') });
    await expect(line).toContainText(t('consent.reason.oral'));
    await expect(line).toContainText(t('activity.covered.passOn'));
  });
});
