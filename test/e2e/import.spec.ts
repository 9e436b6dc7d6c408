import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expectAccessible } from './support/accessibility.ts';
import { answerSaveDialog } from './support/journey.ts';
import { createClient, openByPalette } from './support/meeting-steps.ts';
import { expect, test } from './support/prepared.ts';

const fixture = (name: string): string => join('test/fixtures/import', name);

test('an import: chosen, understood, decided, written, listed and taken back', async ({ openPractice }) => {
  const { app, page, t } = await openPractice({ language: 'cs', kind: 'law', start: 'empty' });
  const heading = (name: string) => page.getByRole('heading', { name });
  const choose = (...names: readonly string[]) =>
    page.getByLabel(t('imports.choose.field')).setInputFiles(names.map(fixture));
  const becomes = (column: string) =>
    page.getByRole('combobox', { name: t('imports.columns.becomesOf', { column }) });
  const check = async (): Promise<void> => {
    await expect(page.getByRole('table', { name: t('imports.columns.table') })).toBeVisible();
    await page.getByRole('button', { name: t('imports.next') }).click();
    await expect(heading(t('imports.review.title'))).toBeFocused();
  };
  const write = async (): Promise<void> => {
    await page.getByRole('button', { name: new RegExp(`^${t('imports.review.run')} \\d`) }).click();
    await expect(heading(t('imports.done.title'))).toBeFocused({ timeout: 30_000 });
  };

  await test.step('is found in the palette; a bomb and what is no table change nothing', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: t('palette.title') })).toBeFocused();
    await page.keyboard.type('importovat');
    await expect(page.getByRole('option', { name: t('imports.command') })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: t('imports.title') })).toBeVisible();
    await expectAccessible(page);
    const input = page.getByLabel(t('imports.choose.field'));
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(40_000_000) }, { level: 9 });
    await input.setInputFiles({ name: 'a.xlsx', mimeType: '', buffer: Buffer.from(bomb) });
    await expect(page.getByText(t('imports.refused.bomb'))).toBeVisible();
    await input.setInputFiles({ name: 'a.csv', mimeType: '', buffer: Buffer.from(strToU8('name\n')) });
    await expect(page.getByText(t('imports.refused.empty'))).toBeVisible();
  });

  await test.step('a table of Windows-1250 is understood, and can be read otherwise', async () => {
    await choose('klienti-excel.csv');
    await expect(becomes('Příjmení')).toHaveText(t('imports.field.lastName'));
    await expect(page.getByRole('row', { name: /Příjmení/ })).toContainText('Nováková');
    await expectAccessible(page);
    const encoding = page.getByLabel(t('imports.how.encoding'));
    await encoding.click();
    await page.getByRole('option', { name: t('imports.encoding.windows-1251') }).click();
    await expect(page.getByText('Nováková')).toBeHidden();
    await encoding.click();
    await page.getByRole('option', { name: t('imports.encoding.windows-1250') }).click();
    await expect(page.getByRole('row', { name: /Příjmení/ })).toContainText('Nováková');
  });

  await test.step('what is not understood is told and saved as a list; the rest is written', async () => {
    await check();
    await expect(page.getByRole('table', { name: t('imports.problems.table') })).toContainText('31.2.1990');
    const list = join(app.userData, 'seznam.csv');
    await answerSaveDialog(app, list);
    await page.getByRole('button', { name: t('imports.problems.save') }).click();
    await expect.poll(() => existsSync(list)).toBe(true);
    expect(readFileSync(list, 'utf8')).toContain(
      `4;Datum narození;31.2.1990;${t('imports.problem.badDate')}`,
    );
    await write();
    await expect(page.getByText(t('imports.done.added', { count: 4, number: '4' }))).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a second time all are recognised; one is updated by its own decision', async () => {
    await page.getByRole('button', { name: t('imports.done.again') }).click();
    await choose('outlook-contacts.csv');
    await expect(page.getByRole('table', { name: t('imports.columns.table') })).toBeVisible();
    await check();
    const rows = page.getByRole('table', { name: t('imports.duplicates.table') });
    await expect(rows.getByRole('row')).toHaveCount(3);
    await expectAccessible(page);
    const decision = rows.getByRole('combobox').last();
    await decision.click();
    await page.getByRole('option', { name: t('imports.decision.update') }).click();
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(decision).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(heading(t('imports.done.title'))).toBeFocused({ timeout: 30_000 });
    await expect(page.getByText(t('imports.done.updated', { count: 1, number: '1' }))).toBeVisible();
  });

  await test.step('tasks of a second sheet go to their clients; who is not there is told', async () => {
    await page.getByRole('button', { name: t('imports.done.again') }).click();
    await choose('klienti-a-ukoly.xlsx');
    await page.getByLabel(t('imports.how.sheet')).click();
    await page.getByRole('option', { name: 'Úkoly' }).click();
    await expect(becomes('Termín')).toHaveText(t('imports.field.day'));
    await page.getByLabel(t('imports.how.fallback')).fill('rehor');
    await page.getByRole('option', { name: 'Řehoř Jiří' }).click();
    await check();
    await write();
    await openByPalette(page, t, 'rehor', 'Řehoř Jiří');
    await page.keyboard.press('4');
    await expect(page.getByText('Poslat smlouvu')).toBeVisible();
  });

  await test.step('an e-mail becomes a note with its attachment as a document', async () => {
    await page.evaluate(() => {
      location.hash = '#/import';
    });
    await page.getByRole('button', { name: t('imports.done.again') }).click();
    await choose('dopis.eml');
    await check();
    await write();
    await openByPalette(page, t, 'novakova', 'Nováková Jana');
    await page.keyboard.press('6');
    await expect(page.getByText('seznam věcí.txt')).toBeVisible();
    await page.keyboard.press('2');
    await expect(page.getByText('Podklady k závěti')).toBeVisible();
  });

  await test.step('the first import is taken back; what was changed since stays and is counted', async () => {
    await page.evaluate(() => {
      location.hash = '#/import';
    });
    await page.getByRole('button', { name: t('imports.done.again') }).click();
    const earlier = page.getByRole('table', { name: t('imports.earlier.title') });
    await expect(earlier.getByRole('row')).toHaveCount(5);
    await earlier.getByRole('row').last().getByRole('button').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('imports.earlier.undo') })
      .click();
    await expect(page.getByRole('dialog')).toBeHidden();
    const taken = t('imports.earlier.took', { count: 1, number: '1' });
    const kept = t('imports.earlier.kept', { count: 5, number: '5' });
    await expect(page.getByText(`${taken} ${kept}`)).toBeVisible();
    await page.keyboard.press('Control+2');
    await expect(page.getByText('Nováková Jana').first()).toBeVisible();
    await expect(page.getByText('Žák Tomáš')).toBeHidden();
  });
});

test('contacts, calendars, notes and tables of other programs come in, each by its own conventions', async ({
  openPractice,
}) => {
  const { page, t } = await openPractice({ language: 'cs', kind: 'law', start: 'empty' });
  const panel = page.getByRole('tabpanel');
  const facts = page.getByRole('complementary');
  /** Goes on from the columns to what would happen. */
  const check = async (): Promise<void> => {
    await expect(page.getByRole('table', { name: t('imports.columns.table') })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: t('imports.review.title') })).toBeFocused();
  };
  const review = async (name: string): Promise<void> => {
    await page.evaluate(() => {
      location.hash = '#/import';
    });
    const again = page.getByRole('button', { name: t('imports.done.again') });
    const field = page.getByLabel(t('imports.choose.field'));
    await expect(again.or(field).first()).toBeAttached();
    if (await again.isVisible()) await again.click();
    // By its bytes: whether Chromium finds a file by a name with diacritics depends on the locale of the machine.
    await field.setInputFiles({ name, mimeType: '', buffer: readFileSync(fixture(name)) });
    await check();
  };
  /** Writes it, and says what was done with how many rows. */
  const write = async (done: 'added' | 'updated', count: number): Promise<void> => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: t('imports.done.title') })).toBeFocused({
      timeout: 30_000,
    });
    await expect(page.getByText(t(`imports.done.${done}`, { count, number: String(count) }))).toBeVisible();
  };
  await createClient(page, t, 'Nováková Jana');

  await test.step('Google Contacts: several lines in a cell, a person with a company', async () => {
    await review('google-contacts.csv');
    await write('added', 2);
    await openByPalette(page, t, 'wojc', 'Wójcik Łukasz');
    await expect(facts).toContainText('90-001 Łódź');
  });

  await test.step('vCard 3.0 of a Mac: another alphabet, an organisation', async () => {
    await review('apple-3.0.vcf');
    await write('added', 2);
    await openByPalette(page, t, 'соко', 'Соколова Анна Сергеевна');
    await expect(facts).toContainText('ул. Ленина, 5');
    await expect(facts).toContainText('Пришла по рекомендации.');
  });

  await test.step('a DOS table: its encoding is found, who is there is updated by one rule', async () => {
    await review('klienty-dos.csv');
    await page.getByRole('combobox', { name: t('imports.duplicates.rule') }).click();
    await page.getByRole('option', { name: t('imports.decision.update') }).click();
    await write('updated', 2);
    await openByPalette(page, t, 'рога', 'ООО Рога и копыта');
    await expect(facts).toContainText('7707083893');
  });

  await test.step('vCard 2.1 of a phone: quoted-printable in two charsets', async () => {
    await review('nokia-2.1.vcf');
    await write('added', 1);
    await openByPalette(page, t, 'zak', 'Žák Tomáš');
    await expect(facts).toContainText('Křížová 7');
    await expect(facts).toContainText('nemá rád překvapení');
  });

  await test.step('vCard 4.0: a person of an organisation, numbers as addresses', async () => {
    await review('contacts-4.0.vcf');
    await write('added', 1);
    await openByPalette(page, t, 'kowal', 'Kancelaria Kowalski');
    await expect(facts).toContainText('Kowalski Jan');
    await page.keyboard.press('5');
    await expect(panel.getByRole('row', { name: /Kowalski Jan/ })).toContainText('+48-600-100-200');
  });

  await test.step('a calendar: what is to come, on its day', async () => {
    await review('google-calendar.ics');
    await expect(page.getByText(t('imports.review.noFile'))).toBeVisible();
    await page.getByRole('button', { name: t('imports.review.back') }).click();
    await page.getByLabel(t('imports.how.fallback')).fill('novak');
    await page.getByRole('option', { name: 'Nováková Jana' }).click();
    await check();
    await write('added', 2);
    await openByPalette(page, t, 'novakova', 'Nováková Jana');
    await expect(panel).toContainText('Schůzka s Janou Novákovou');
  });

  await test.step('a Markdown note goes to its client, with its text as it was set', async () => {
    await review('2026-10-03 první schůzka.md');
    await write('added', 1);
    await openByPalette(page, t, 'novakova', 'Nováková Jana');
    await page.keyboard.press('2');
    await page
      .getByRole('table', { name: t('clients.tab.notes') })
      .getByRole('link', { name: 'První schůzka' })
      .press('Enter');
    const text = page.getByRole('textbox', { name: t('meeting.text') });
    await expect(text.getByRole('heading', { name: 'Další kroky' })).toBeVisible();
    await expect(text.getByRole('checkbox')).toHaveCount(2);
    await expect(text.locator('strong')).toHaveText('závěť');
    await page.keyboard.press('Escape');
  });

  await test.step('«Unicode text»: tasks in UTF-16, one of nobody we know', async () => {
    await review('ukoly.csv');
    await write('added', 2);
    await openByPalette(page, t, 'novakova', 'Nováková Jana');
    await page.keyboard.press('4');
    await expect(panel.getByText('Poslat smlouvu')).toBeVisible();
    await expect(panel.getByText('Zavolat')).toBeHidden();
  });
});
