import cs from '../../resources/app/templates/cs.json' with { type: 'json' };
import { templatesSchema } from '#shared/domain/template.ts';
import { fold } from '#shared/lib/fold.ts';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import { expectAccessible } from './support/accessibility.ts';
import { choose, createClient, expectSaved, noteText, startMeeting } from './support/meeting-steps.ts';
import { expect, test } from './support/prepared.ts';

const CLIENT = 'Žižková Alena';
const LIST = 'Můj seznam';

test('own templates are made, used with their fields filled in, removed and brought back', async ({
  openPractice,
}) => {
  const { page, t } = await openPractice({ language: 'cs' });
  await createClient(page, t, CLIENT);
  const file = page.url();
  const title = page.getByRole('heading', { level: 1 });
  const body = page.getByRole('textbox', { name: t('templates.body') });
  const name = page.getByRole('textbox', { name: t('templates.name') });

  await test.step('all templates are listed, by the keyboard', async () => {
    await page.getByRole('link', { name: t('settings.title') }).press('Enter');
    await page.getByRole('button', { name: t('templates.open') }).press('Enter');
    await expect(title).toHaveText(t('templates.title'));
    await expect(title).toBeFocused();
    await expectAccessible(page);
  });

  await test.step('one of the app’s is looked at and copied', async () => {
    const first = templatesSchema.parse(cs).meetings.find(({ kinds }) => kinds.includes('law'));
    const link = page.getByRole('link', { name: first?.name ?? '', exact: true });
    await expect(link).toBeVisible();
    await page.keyboard.press('j');
    await expect(link).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText(t('templates.builtIn'), { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: t('templates.copy') }).press('Enter');
    await expect(name).not.toHaveValue('');
    await name.fill('Moje první schůzka');
    await page.getByRole('checkbox', { name: t('templates.starts') }).press('Space');
  });

  await test.step('fields are put into the text by two braces, by their names and by the menu', async () => {
    const agenda = page.getByRole('textbox', { name: t('templates.agenda') });
    await agenda.fill(
      `Co přináší {{${t('templates.field.clientName')}}}\nZavolat na {{${t('templates.field.clientPhone')}}}`,
    );
    await body.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('V den {{');
    const find = page.getByRole('combobox', { name: t('templates.findField') });
    const offered = page.getByRole('dialog', { name: t('templates.fields') }).getByRole('option');
    await expect(find).toBeFocused();
    await expectAccessible(page);
    await find.fill(fold(t('templates.field.date')));
    const date = offered.filter({ hasText: new RegExp(`^${t('templates.field.date')}$`) });
    // The date of birth has the word in its name too, and stands before.
    await page.keyboard.press('ArrowDown');
    await expect(find).toHaveAttribute('aria-activedescendant', (await date.getAttribute('id')) ?? '');
    await page.keyboard.press('Enter');
    await expect(body).toBeFocused();
    await expect(body.locator('[data-merge-field="date"]')).toBeVisible();
    await page.keyboard.insertText(`, kde {{${t('templates.field.place')}}`);
    await page.keyboard.type('}');
    await expect(body.locator('[data-merge-field="place"]')).toBeVisible();
    await page.keyboard.type(', s ');
    await page.keyboard.press('Alt+9');
    await expect(find).toBeFocused();
    await find.fill('qqq');
    await expect(page.getByText(t('templates.noField'))).toBeVisible();
    await find.fill(t('templates.field.attendees'));
    await expect(offered).toHaveText([t('templates.field.attendees')]);
    await page.keyboard.press('Enter');
    await expect(body.locator('[data-merge-field="attendees"]')).toBeVisible();
    await expect(body).toBeFocused();
    await page.keyboard.type('.');
    await expectSaved(page, t);
    await expectAccessible(page);
  });

  await test.step('a meeting starts from it, with what is known filled in and a gap where nothing is', async () => {
    await page.goto(file);
    await expect(page.getByRole('heading', { level: 1, name: CLIENT })).toBeVisible();
    await startMeeting(page, t);
    const today = formatDay(dayOf(Date.now()), 'cs');
    await expect(noteText(page, t)).toContainText(
      new RegExp(
        `V den ${today}, kde \\[${t('templates.field.place')}: …\\], s ${CLIENT} a\\sEva Horáková\\.`,
      ),
    );
    await expect(page.getByRole('checkbox', { name: `Co přináší ${CLIENT}` })).toBeVisible();
  });

  await test.step('the gap is gone to by its key, and typed over', async () => {
    const gap = `[${t('templates.field.place')}: …]`;
    const selected = () => page.evaluate(() => getSelection()?.toString());
    for (const [from, key] of [
      ['Control+Home', 'Alt+g'],
      ['Control+End', 'Alt+Shift+G'],
    ] as const) {
      // The editor learns a moment later where the cursor went.
      await expect(async () => {
        await noteText(page, t).press(from);
        await page.keyboard.press(key);
        expect(await selected()).toBe(gap);
      }).toPass();
    }
    await page.keyboard.press('?');
    await expect(noteText(page, t)).toContainText(', kde ?, s ');
    await page.keyboard.press('Alt+g');
    const point = page.getByRole('textbox', { name: t('meeting.agenda.fill') });
    await expect(point).toBeFocused();
    await expect(point).toHaveValue(`Zavolat na [${t('templates.field.clientPhone')}: …]`);
    await page.keyboard.press('Alt+g');
    await expect(point).toBeFocused();
    await noteText(page, t).focus();
    await page.keyboard.press('Control+z');
    await expect(noteText(page, t)).toContainText(gap);
  });

  await test.step('another takes its place while nothing is written, with the place that is known by now', async () => {
    const place = page.getByRole('textbox', { name: t('meeting.place.place') });
    await place.fill('Brno');
    const list = page.getByRole('combobox', { name: t('meeting.place.template') });
    const own = await list.textContent();
    await list.press('ArrowDown');
    await page.getByRole('option').nth(1).press('Enter');
    await expect(noteText(page, t)).not.toContainText('V den');
    await list.press('ArrowDown');
    await page.getByRole('option', { name: own ?? '' }).press('Enter');
    await expect(noteText(page, t)).toContainText(', kde Brno, s ');
    await noteText(page, t).focus();
    await page.keyboard.press('Alt+g');
    const point = page.getByRole('textbox', { name: t('meeting.agenda.fill') });
    await expect(point).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.insertText('recepci');
    await expect(point).toHaveValue('Zavolat na recepci');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: 'Zavolat na recepci' })).toBeVisible();
    await page.keyboard.press('Alt+g');
    await expect(page.getByText(t('templates.noGap'))).toBeVisible();
    await expectSaved(page, t);
  });

  const url = (path: string): string => file.replace(/#.*/, `#${path}`);
  await page.goto(url('/settings/templates'));
  await expect(page.getByRole('heading', { level: 1, name: t('templates.title') })).toBeVisible();
  await page.keyboard.press('Shift+n');
  await name.fill(LIST);
  const sections = page.getByRole('region', { name: t('templates.sections') });
  const text = sections.getByRole('textbox', { name: t('templates.sectionText') });
  await text.first().focus();
  await page.keyboard.type('{{');
  const find = page.getByRole('combobox', { name: t('templates.findField') });
  await expect(find).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(text.first()).toBeFocused();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('{');
  await expect(find).toBeFocused();
  await find.fill(t('templates.field.clientName'));
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(text.first()).toBeFocused();
  await expect(text.first()).toHaveValue(`{{${t('templates.field.clientName')}}}`);
  await page.keyboard.insertText(` čeká {{${t('templates.field.clientPhone')}}}`);
  await sections.getByRole('button', { name: t('templates.addSection') }).press('Enter');
  await expect(text).toHaveCount(2);
  await expectSaved(page, t);
  await expectAccessible(page);

  await test.step('it begins a requirements document', async () => {
    await page.goto(url(file.replace(/.*#/, '').replace('timeline', 'requirements')));
    await page.getByRole('button', { name: t('requirements.newDocument') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(LIST) })
      .press('Enter');
    const gap = `[${t('templates.field.clientPhone')}: …]`;
    const section = page.getByRole('textbox').filter({ hasText: `${CLIENT} čeká ${gap}` });
    await expect(section).toBeVisible();
    await page.keyboard.press('Alt+g');
    await expect(section).toBeFocused();
    expect(
      await section.evaluate((field: HTMLTextAreaElement) =>
        field.value.slice(field.selectionStart, field.selectionEnd),
      ),
    ).toBe(gap);
  });

  await test.step('it is removed, brought back by undo and out of what was removed', async () => {
    await page.goto(url('/settings/templates'));
    const link = page.getByRole('link', { name: LIST });
    const remove = page.getByRole('button', { name: t('templates.removeNamed', { name: LIST }) });
    await remove.press('Enter');
    await expect(link).toBeHidden();
    await page.getByRole('button', { name: t('common.undo'), exact: true }).press('Enter');
    await expect(link).toBeVisible();
    await remove.press('Enter');
    await expect(link).toBeHidden();
    await page.getByRole('button', { name: t('templates.removedOpen') }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('history.bringBackName', { name: LIST }) }).press('Enter');
    await dialog.getByRole('button', { name: t('common.close') }).press('Enter');
    await expect(link).toBeVisible();
  });

  await test.step('stages are called, ordered and offered as the practice likes, everywhere', async () => {
    await page.goto(url('/settings'));
    const acquisition = t('domain.stage.acquisition');
    const own = page.getByRole('textbox', { name: t('settings.stages.name', { stage: acquisition }) });
    await own.fill('Poptávka');
    const up = page.getByRole('button', { name: t('settings.stages.upNamed', { stage: acquisition }) });
    await up.press('Enter');
    await expect(up).toBeDisabled();
    const reach = t('settings.stages.offeredNamed', { stage: t('domain.stage.reach') });
    await page.getByRole('checkbox', { name: reach }).press('Space');
    await expect(page.getByRole('checkbox', { name: reach })).not.toBeChecked();
    await expectSaved(page, t);
    await expectAccessible(page);
    await page.goto(url('/clients'));
    await expect(page.getByRole('row', { name: CLIENT })).toContainText('Poptávka');
    await page.keyboard.press('b');
    const board = page.getByRole('grid', { name: t('register.board.title') });
    await expect(board.getByRole('rowheader').first()).toContainText('Poptávka');
    await expect(board.getByRole('rowheader', { name: t('domain.stage.reach') })).toBeHidden();
    await page.goto(file);
    await expect(page.getByRole('heading', { level: 1, name: CLIENT })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Poptávka');
  });

  await test.step('a stage of its own is added, clients move into it, and it goes with an undo', async () => {
    const stage = 'Nabídka odeslána';
    const meaning = t('domain.stage.conversion');
    await page.goto(url('/settings'));
    const stages = page.getByRole('region', { name: t('settings.stages.title') });
    await stages.getByRole('textbox', { name: t('settings.stages.new') }).fill(stage);
    await choose(page, t('settings.stages.meaning'), meaning);
    await stages.getByRole('button', { name: t('common.add'), exact: true }).press('Enter');
    const own = stages.getByRole('textbox', { name: t('settings.stages.ownName', { stage: meaning }) });
    await expect(own).toHaveValue(stage);
    await expectAccessible(page);
    await page.goto(url('/clients'));
    const board = page.getByRole('grid', { name: t('register.board.title') });
    const column = board.getByRole('row', { name: stage });
    await expect(column).toBeVisible();
    await board.getByText(CLIENT).click();
    await expect(page.getByRole('heading', { level: 1, name: CLIENT })).toBeVisible();
    await page.goBack();
    await expect(board).toBeVisible();
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: stage }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect(column).toContainText(CLIENT);
    await expectAccessible(page);
    await page.keyboard.press('b');
    await expect(page.getByRole('row', { name: CLIENT })).toContainText(stage);
    await page.goto(file);
    await expect(page.getByRole('main').getByText(stage).first()).toBeVisible();
    await page.goto(url('/settings'));
    await stages
      .getByRole('button', { name: t('settings.ownFields.removeName', { field: stage }) })
      .press('Enter');
    await expect(own).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect(own).toHaveValue(stage);
  });
});
