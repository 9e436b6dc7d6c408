import type { Page } from '@playwright/test';
import { LANGUAGES, type Language } from '#shared/domain/values.ts';
import { catalogues } from '#shared/i18n/catalogues.ts';
import { dayOf, formatLongDay } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import { expectAccessible } from './support/accessibility.ts';
import { passphraseField, unlock } from './support/journey.ts';
import { createClient } from './support/meeting-steps.ts';
import { expect, test } from './support/prepared.ts';
import { tabTo } from './support/vault-keyboard.ts';

/** The same clients in the order of each alphabet. */
const SORTED: Readonly<Record<Language, readonly string[]>> = {
  en: ['Čáp Jan', 'Chalupa Ivo', 'Cibulka Jan', 'Lis Ewa', 'Łoza Adam', 'Lubas Jan', 'Ёлкин Яков'],
  cs: ['Cibulka Jan', 'Čáp Jan', 'Chalupa Ivo', 'Lis Ewa', 'Łoza Adam', 'Lubas Jan', 'Ёлкин Яков'],
  pl: ['Čáp Jan', 'Chalupa Ivo', 'Cibulka Jan', 'Lis Ewa', 'Lubas Jan', 'Łoza Adam', 'Ёлкин Яков'],
  ru: ['Ёлкин Яков', 'Čáp Jan', 'Chalupa Ivo', 'Cibulka Jan', 'Lis Ewa', 'Łoza Adam', 'Lubas Jan'],
};

/** From the first language through every change there is, each way, back to it. */
const WAYS: readonly Language[] = ['pl', 'ru', 'en', 'pl', 'en', 'ru', 'pl', 'cs', 'ru', 'cs', 'en', 'cs'];

const names = (page: Page): Promise<string[]> =>
  page.getByRole('row').locator('[role=gridcell]:first-child').allInnerTexts();

/** Chooses in a list of the settings, by the keyboard: the name of the list, the place of the option. */
async function choose(page: Page, label: string, place: number): Promise<void> {
  await tabTo(page, page.getByRole('combobox', { name: label }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Home');
  for (let step = 0; step < place; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeHidden();
}

const openSettings = async (page: Page, language: Language): Promise<void> => {
  await page.keyboard.press('Control+,');
  const title = translator(language)('settings.title');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
};

const textsIn = (tree: unknown): string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree as Record<string, unknown>).flatMap(textsIn);

/** Whole lines on the screen that are texts of one language and not of the other. */
async function left(page: Page, before: Language, now: Language): Promise<string[]> {
  const own = new Set<string>(textsIn(catalogues[now]));
  // In the list of languages each stands under its own name.
  own.add(translator(before)(`domain.language.${before}`));
  const foreign = new Set(textsIn(catalogues[before]).filter((text) => !own.has(text)));
  const shown = (await page.locator('body').innerText()).split('\n').map((line) => line.trim());
  return shown.filter((line) => foreign.has(line));
}

const look = (page: Page) =>
  page.evaluate(() => ({
    language: document.documentElement.lang,
    scheme: document.documentElement.style.colorScheme,
    paper: getComputedStyle(document.body).backgroundColor,
  }));

async function rowHeight(page: Page): Promise<number> {
  await page.keyboard.press('Control+2');
  const box = await page.getByRole('row').filter({ hasText: 'Lis Ewa' }).boundingBox();
  return box?.height ?? 0;
}

test('another language holds at once, on every screen, each way', async ({ openPractice }) => {
  const { page, t } = await openPractice({ language: 'cs' });
  for (const name of SORTED.cs) await createClient(page, t, name);
  let before: Language = 'cs';
  for (const language of WAYS) {
    await test.step(`${before} → ${language}`, async () => {
      const now = translator(language);
      await openSettings(page, before);
      await choose(page, translator(before)('settings.look.language'), LANGUAGES.indexOf(language));
      await expect(page.getByRole('heading', { level: 1, name: now('settings.title') })).toBeVisible();
      await expect.poll(async () => (await look(page)).language).toBe(language);
      expect(await left(page, before, language)).toEqual([]);
      await page.keyboard.press('Control+2');
      await expect.poll(() => names(page)).toEqual(SORTED[language]);
      expect(await left(page, before, language)).toEqual([]);
      await page.keyboard.press('Control+1');
      await expect(page.getByText(formatLongDay(dayOf(Date.now()), language), { exact: true })).toBeVisible();
      expect(await left(page, before, language)).toEqual([]);
    });
    before = language;
  }
});

test('language, dark and row height are chosen, hold at once and survive a start', async ({
  openPractice,
  launchApp,
}) => {
  const { app, page, t } = await openPractice({ language: 'cs' });
  await createClient(page, t, 'Lis Ewa');
  const compact = await rowHeight(page);
  const light = await look(page);

  await test.step('chosen', async () => {
    await openSettings(page, 'cs');
    await choose(page, t('settings.look.theme'), 2);
    await choose(page, t('settings.look.density'), 1);
    await choose(page, t('settings.look.language'), LANGUAGES.indexOf('ru'));
    await expect.poll(() => look(page)).toMatchObject({ language: 'ru', scheme: 'dark' });
    expect((await look(page)).paper).not.toBe(light.paper);
    await expectAccessible(page);
    expect(await rowHeight(page)).toBeGreaterThan(compact);
  });
  const dark = await look(page);
  const comfortable = await rowHeight(page);
  await app.close();

  await test.step('the next start, locked and unlocked, looks the same', async () => {
    const again = await launchApp({ userData: app.userData, language: 'cs' });
    const next = await again.window();
    const now = translator('ru');
    await expect(passphraseField(next, now('unlock.passphrase'))).toBeVisible();
    expect(await look(next)).toEqual(dark);
    await expectAccessible(next);
    await unlock(next, now);
    expect(await rowHeight(next)).toBe(comfortable);
    expect(await look(next)).toEqual(dark);
    await openSettings(next, 'ru');
    await choose(next, now('settings.look.theme'), 1);
    await expect.poll(() => look(next)).toMatchObject({ scheme: 'light', paper: light.paper });
    await again.close();
  });
});
