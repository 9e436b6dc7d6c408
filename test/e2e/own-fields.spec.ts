import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tabKey } from '#renderer/lib/routes.ts';
import { CUSTOM_FIELD_KINDS, type CustomFieldKind } from '#shared/domain/custom-field.ts';
import { expectAccessible } from './support/accessibility.ts';
import { answerSaveDialog } from './support/journey.ts';
import { openByPalette } from './support/meeting-steps.ts';
import { readPdf } from './support/pdf.ts';
import { expect, test } from './support/prepared.ts';

const NAMES: Readonly<Record<CustomFieldKind, string>> = {
  text: 'Spisová značka',
  number: 'Počet svazků',
  money: 'Hodnota sporu',
  date: 'Lhůta k odvolání',
  choice: 'Soud',
  choices: 'Právní oblasti',
  yesNo: 'Plná moc',
  party: 'Soudce',
};

const OPTIONS = { choice: 'Okresní soud\nKrajský soud', choices: 'rodinné\ndědické\nnájmy' } as const;

/** Two clients with a value of every kind. */
const TABLE = [
  ['Jméno', ...CUSTOM_FIELD_KINDS.map((kind) => NAMES[kind])],
  [
    'Nováková Jana',
    '12 C 34/2026',
    '3',
    '125 000,50',
    '15. 12. 2026',
    'Okresní soud',
    'dědické, nájmy',
    'ano',
    'Černá Eva',
  ],
  ['Řehoř Jiří', '7 Co 8/2026', '1', '900', '1. 2. 2027', 'Krajský soud', 'rodinné', 'ne', ''],
]
  .map((cells) => cells.join(';'))
  .join('\r\n');

test('fields of the practice’s own, of every kind: imported, filled in, columns, filters, paper', async ({
  openPractice,
}) => {
  const { app, page, t } = await openPractice({ language: 'cs', kind: 'law', start: 'empty' });
  const panel = page.getByRole('tabpanel');
  const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

  await test.step('a field of each kind is added', async () => {
    await page.keyboard.press('Control+,');
    const section = page.getByRole('region', { name: t('settings.ownFields.title.clients') });
    const name = section.getByRole('textbox', { name: t('settings.ownFields.new') });
    for (const kind of CUSTOM_FIELD_KINDS) {
      await name.fill(NAMES[kind]);
      await section.getByRole('combobox', { name: t('settings.ownFields.kind') }).press('Enter');
      await page
        .getByRole('option', { name: t(`domain.customFieldKind.${kind}`), exact: true })
        .press('Enter');
      await name.press('Enter');
      await expect(name).toHaveValue('');
    }
    for (const kind of ['choice', 'choices'] as const) {
      const options = t('settings.ownFields.options', { field: NAMES[kind] });
      await section.getByRole('textbox', { name: options }).fill(OPTIONS[kind]);
    }
    await expectAccessible(page);
    await expect(page.getByText(new RegExp(`^${t('shell.save.saved')}`)).first()).toBeVisible();
  });

  await test.step('a table with columns of their names fills them', async () => {
    await page.evaluate(() => {
      location.hash = '#/import';
    });
    await page
      .getByLabel(t('imports.choose.field'))
      .setInputFiles({ name: 'spisy.csv', mimeType: '', buffer: Buffer.from(TABLE) });
    const becomes = page.getByRole('combobox', {
      name: t('imports.columns.becomesOf', { column: NAMES.money }),
    });
    await expect(becomes).toHaveText(NAMES.money);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: t('imports.review.title') })).toBeFocused();
    await expect(page.getByRole('table', { name: t('imports.problems.table') })).toBeHidden();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: t('imports.done.title') })).toBeFocused();
  });

  await test.step('they stand in the profile; who is named is a person of the file', async () => {
    await openByPalette(page, t, 'novak', 'Nováková Jana');
    await page.keyboard.press('5');
    await expect(panel.getByRole('cell', { name: 'Černá Eva' })).toBeVisible();
    await page.keyboard.press(tabKey('profile'));
    await expect(panel.getByRole('textbox', { name: NAMES.text })).toHaveValue('12 C 34/2026');
    await expect(panel.getByRole('textbox', { name: NAMES.number })).toHaveValue('3');
    expect(plain(await panel.getByRole('textbox', { name: NAMES.money }).inputValue())).toBe('125 000,5');
    await expect(panel.getByRole('combobox', { name: NAMES.choices })).toHaveText('dědické, nájmy');
    await expect(panel.getByRole('combobox', { name: NAMES.yesNo })).toHaveText(
      t('clientProfile.custom.yes'),
    );
    await expect(panel.getByRole('combobox', { name: NAMES.party })).toHaveText('Černá Eva');
    await panel.getByRole('textbox', { name: NAMES.number }).fill('tři');
    await expect(panel.getByText(t('clientProfile.custom.noNumber'))).toBeVisible();
    await panel.getByRole('textbox', { name: NAMES.number }).fill('4');
    await expectAccessible(page);
  });

  await test.step('they are columns of the register, and narrow it', async () => {
    await page.keyboard.press('Control+2');
    const rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') });
    await expect(rows).toHaveCount(2);
    await page.getByRole('grid').focus();
    await page.keyboard.press('c');
    const columns = page.getByRole('dialog', { name: t('register.columns.title') });
    for (const kind of CUSTOM_FIELD_KINDS) {
      const tick = columns.getByRole('checkbox', { name: NAMES[kind], exact: true });
      await tick.press('Space');
      await expect(tick).toBeChecked();
      await expect(tick).toBeFocused();
    }
    const last = columns.getByRole('button', { name: t('register.columns.before', { name: NAMES.party }) });
    await last.press('Enter');
    await expect(last).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(columns).toBeHidden();
    const ofNovakova = rows.filter({ hasText: 'Nováková Jana' });
    const text = plain(await ofNovakova.innerText());
    for (const said of ['12 C 34/2026', '4', '125 000,50 Kč', '15. 12. 2026', 'Okresní soud', 'Černá Eva']) {
      expect(text).toContain(said);
    }
    await page.keyboard.press('f');
    const filter = page.getByRole('dialog', { name: t('register.filter.title') });
    await filter
      .getByRole('group', { name: NAMES.choices })
      .getByRole('checkbox', { name: 'nájmy' })
      .press('Space');
    await page.keyboard.press('Escape');
    await expect(rows).toHaveCount(1);
    await expect(ofNovakova).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('they are printed in the summary', async () => {
    await openByPalette(page, t, 'novak', 'Nováková Jana');
    await page.keyboard.press('Control+p');
    await page.getByRole('checkbox', { name: t('summary.part.custom') }).check();
    const file = join(app.userData, 'summary.pdf');
    await answerSaveDialog(app, file);
    await page.getByRole('button', { name: t('common.savePdf') }).click();
    await expect.poll(() => existsSync(file)).toBe(true);
    const text = plain(readPdf(file).text);
    for (const kind of CUSTOM_FIELD_KINDS) expect(text).toContain(NAMES[kind]);
    for (const said of ['125 000,50 Kč', '15. 12. 2026', 'dědické, nájmy', 'Černá Eva']) {
      expect(text).toContain(said);
    }
  });
});
