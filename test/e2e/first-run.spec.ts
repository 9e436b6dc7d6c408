import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import { PRACTICE_KINDS, type PracticeKind } from '#shared/domain/practice.ts';
import { LANGUAGES, type Language } from '#shared/domain/values.ts';
import { translator } from '#shared/i18n/translate.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/app.ts';
import { answerSaveDialog, changeMindAboutSaving, PASSPHRASE, passphraseField } from './support/journey.ts';
import { MORE_IN } from './support/job.ts';
import { drawPdf, readPdf } from './support/pdf.ts';
import type { RunningApp } from './support/running-app.ts';
import { pressByKey, retype, tabTo } from './support/vault-keyboard.ts';
import { wordsOnSheet } from './support/vault-sheet.ts';

const PRACTICE = 'Kancelář Żółć, Ющенко';
const PROFESSIONAL = 'Eva Horáková';
const CHOICES: Readonly<Record<Language, { kind: PracticeKind; start: 'empty' | 'sample' }>> = {
  en: { kind: 'law', start: 'sample' },
  cs: { kind: 'accounting', start: 'empty' },
  pl: { kind: 'tutoring', start: 'sample' },
  ru: { kind: 'other', start: 'empty' },
};

/** First run at one window. Nothing here uses the mouse. */
interface Walk {
  readonly app: RunningApp;
  readonly page: Page;
  readonly t: TFunction;
  /** Checks the screen with axe, in {@link MORE_IN} alone. */
  readonly lookAt: (page: Page) => Promise<void>;
}
type Step = 'language' | 'practice' | 'passphrase' | 'recovery' | 'check' | 'start';

/** This step stands before the user, with nothing wrong yet. */
async function at({ page, t }: Walk, step: Step): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name: t(`setup.${step}.question`) });
  await expect(heading).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
}

const next = ({ page }: Walk): Promise<void> => page.keyboard.press('Enter');
const back = ({ page, t }: Walk): Promise<void> => pressByKey(page, t('common.back'));

/** Moves within the focused group of choices. */
async function move({ page }: Walk, by: number): Promise<void> {
  for (let step = 0; step < Math.abs(by); step += 1)
    await page.keyboard.press(by > 0 ? 'ArrowDown' : 'ArrowUp');
}

const practiceName = ({ page, t }: Walk) => page.getByRole('textbox', { name: t('setup.practice.name') });
const professional = ({ page, t }: Walk) =>
  page.getByRole('textbox', { name: t('setup.practice.professional') });
const first = ({ page, t }: Walk) => passphraseField(page, t('setup.passphrase.first'));
const second = ({ page, t }: Walk) => passphraseField(page, t('setup.passphrase.second'));

async function languageStep(walk: Walk, language: Language, system: Language): Promise<void> {
  const { page } = walk;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    translator(system)('setup.language.question'),
  );
  await expect(page.getByRole('radio', { checked: true })).toBeFocused();
  await move(walk, LANGUAGES.indexOf(language) - LANGUAGES.indexOf(system));
  await at(walk, 'language');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await walk.lookAt(page);
  await next(walk);
}

async function practiceStep(walk: Walk, kind: PracticeKind): Promise<void> {
  const { page, t } = walk;
  await at(walk, 'practice');
  await next(walk);
  await expect(page.getByRole('alert')).toHaveText(t('setup.practice.choose'));
  await walk.lookAt(page);
  await page.keyboard.press('Space');
  await move(walk, PRACTICE_KINDS.indexOf(kind));
  await expect(page.getByRole('radio', { name: t(`domain.practiceKind.${kind}`) })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(PRACTICE);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(PROFESSIONAL);
  await walk.lookAt(page);
  await next(walk);
}

async function passphraseStep(walk: Walk): Promise<void> {
  const { page, t } = walk;
  await at(walk, 'passphrase');
  const alert = page.getByRole('alert');
  const strength = page.getByText(`${t('setup.passphrase.strength')}:`);
  await expect(strength).toContainText(t('setup.passphrase.notYet'));
  await next(walk);
  await expect(alert).toHaveText(t('setup.passphrase.problem.empty'));
  await page.keyboard.insertText('password');
  await expect(strength).toContainText(t('setup.strength.0'));
  await next(walk);
  await expect(alert).toHaveText(t('setup.passphrase.problem.weak'));
  await walk.lookAt(page);
  await retype(page, 'password1234');
  await next(walk);
  await expect(alert).toHaveText(t('setup.passphrase.problem.obvious'));

  await retype(page, PASSPHRASE);
  await expect(strength).toContainText(t('setup.strength.4'));
  await expect(first(walk)).toHaveAttribute('type', 'password');
  await tabTo(page, second(walk));
  await page.keyboard.insertText(`${PASSPHRASE} `);
  await next(walk);
  await expect(alert).toHaveText(t('setup.passphrase.problem.different'));
  await walk.lookAt(page);
  await retype(page, PASSPHRASE);
  await next(walk);
}

/** From the recovery sheet to the language and on again: everything typed is still there, and so are the words. */
async function thereAndBack(walk: Walk, language: Language, kind: PracticeKind): Promise<void> {
  const { page, t } = walk;
  await at(walk, 'recovery');
  const sheet = page.getByRole('region', { name: t('setup.recovery.preview') });
  await expect(sheet).toContainText(t('setup.sheet.wordsHeading'));
  const before = (await sheet.textContent()) ?? '';
  await back(walk);
  await at(walk, 'passphrase');
  for (const field of [first(walk), second(walk)]) await expect(field).toHaveValue(PASSPHRASE);
  await back(walk);
  await at(walk, 'practice');
  await expect(page.getByRole('radio', { name: t(`domain.practiceKind.${kind}`) })).toBeChecked();
  await expect(practiceName(walk)).toHaveValue(PRACTICE);
  await expect(professional(walk)).toHaveValue(PROFESSIONAL);
  await back(walk);
  await at(walk, 'language');
  await expect(page.getByRole('radio', { checked: true })).toHaveValue(language);
  for (const step of ['practice', 'passphrase', 'recovery'] as const) {
    await next(walk);
    await at(walk, step);
  }
  await expect.poll(() => sheet.textContent()).toBe(before);
}

/** Saves the sheet by its key and reads it as a person would. */
async function recoveryStep(walk: Walk, language: Language): Promise<readonly string[]> {
  const { app, page, t } = walk;
  await at(walk, 'recovery');
  const file = join(app.userData, 'sheet.pdf');
  await changeMindAboutSaving(app, page, t);
  await answerSaveDialog(app, file);
  await expect(page.getByText(t('setup.recovery.out'))).toHaveCount(0);
  await walk.lookAt(page);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText(t('setup.recovery.out'))).toBeVisible({ timeout: 20_000 });

  const pdf = readPdf(file);
  expect(pdf.pages).toBe(1);
  expect(pdf.tagged).toBe(true);
  const headings = [
    'title',
    'whatHeading',
    'wordsHeading',
    'useHeading',
    'keepHeading',
    'keep3',
    'foot',
  ] as const;
  const flat = pdf.text.replaceAll(/\s+/g, ' ');
  for (const part of headings) expect(flat).toContain(t(`setup.sheet.${part}`));
  expect(flat).toContain(t('unlock.forgotten'));
  // It opens the vault for whoever finds it: it must not say whose vault that is.
  expect(flat).not.toMatch(/Kancelář|Horáková/);
  const [, , ...fonts] = pdf.fonts.trim().split('\n');
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/^\w+\+Inter-.* yes yes yes /);
  expect(statSync(drawPdf(file, test.info().outputPath(language))).size).toBeGreaterThan(10_000);

  const words = wordsOnSheet(file, t);
  expect(words).toHaveLength(15);
  await next(walk);
  return words;
}

async function checkStep(walk: Walk, words: readonly string[]): Promise<void> {
  const { page, t } = walk;
  await at(walk, 'check');
  const labels = await page.locator('label').allTextContents();
  const places = labels.map((label) => Number(/\d+/.exec(label)?.[0]));
  const field = (place: number) =>
    page.getByRole('textbox', { name: t('setup.check.word', { number: place }), exact: true });
  const alert = page.getByRole('alert');
  expect(places).toHaveLength(2);
  const [one = 0, other = 0] = places;
  expect(one).not.toBe(other);

  await next(walk);
  await expect(alert.first()).toHaveText(t('setup.check.empty', { number: one }));
  await page.keyboard.insertText('abandon');
  await tabTo(page, field(other));
  await page.keyboard.insertText(` ${words[other - 1]?.toUpperCase() ?? ''} `);
  await next(walk);
  await expect(alert).toHaveText(t('setup.check.wrong', { number: one }));
  await expect(field(one)).toBeFocused();
  await walk.lookAt(page);
  await retype(page, words[one - 1] ?? '');

  // Once more to the sheet, to compare: what was typed stays.
  await back(walk);
  await at(walk, 'recovery');
  await pressByKey(page, t('common.next'));
  await at(walk, 'check');
  await expect(field(one)).toHaveValue(words[one - 1] ?? '');
  await next(walk);
}

async function startStep(walk: Walk, start: 'empty' | 'sample'): Promise<void> {
  const { page, t } = walk;
  await at(walk, 'start');
  await walk.lookAt(page);
  await move(walk, start === 'sample' ? 1 : 0);
  await expect(page.getByRole('radio', { name: t(`setup.start.${start}`) })).toBeChecked();
  await next(walk);
  await expect(page.getByRole('navigation', { name: t('shell.rail.label') })).toBeVisible({
    timeout: 30_000,
  });
}

/** The practice is what was asked for. */
async function expectPractice({ page, t }: Walk, start: 'empty' | 'sample'): Promise<void> {
  await expect(page.getByRole('banner')).toContainText(PRACTICE);
  await page.keyboard.press('ControlOrMeta+2');
  await expect(page.getByRole('heading', { level: 1, name: t('clients.title') })).toBeVisible();
  if (start === 'empty') {
    await expect(page.getByText(t('clients.empty.title'))).toBeVisible();
    return;
  }
  const clients = page.getByRole('grid').getByRole('row');
  await expect.poll(() => clients.count()).toBeGreaterThan(10);
  await expect(page.getByText(t('shell.status.sample'))).toBeVisible();
}

for (const [index, language] of LANGUAGES.entries()) {
  const { kind, start } = CHOICES[language];
  test(`first run by keyboard alone: ${language}, ${kind}, ${start}`, async ({ launchApp }) => {
    const system = LANGUAGES[(index + 1) % LANGUAGES.length] ?? 'en';
    const app = await launchApp({ language: system });
    const lookAt = language === MORE_IN ? expectAccessible : () => Promise.resolve();
    const walk: Walk = { app, page: await app.window(), t: translator(language), lookAt };
    await test.step('language', () => languageStep(walk, language, system));
    await test.step('practice', () => practiceStep(walk, kind));
    await test.step('passphrase', () => passphraseStep(walk));
    if (language === MORE_IN)
      await test.step('back to the beginning and forth', () => thereAndBack(walk, language, kind));
    const words = await test.step('recovery sheet', () => recoveryStep(walk, language));
    await test.step('two of its words', () => checkStep(walk, words));
    await test.step('start', () => startStep(walk, start));
    await test.step('practice', () => expectPractice(walk, start));
  });
}
