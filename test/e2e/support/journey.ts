import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import type { PracticeKind } from '#shared/domain/practice.ts';
import type { Language } from '#shared/domain/values.ts';
import { translator } from '#shared/i18n/translate.ts';
import { expect } from './app.ts';
import type { RunningApp } from './running-app.ts';
import { wordsOnSheet } from './vault-sheet.ts';

/** The passphrase of every practice that specs set up. */
export const PASSPHRASE = 'seven quiet lamps beside the river';

declare global {
  /** How often the save dialog was shown since its answer was set. */
  var saveDialogs: number | undefined;
}

/** A practice that first run has made, open before the user. */
export interface Practice {
  readonly page: Page;
  readonly t: TFunction;
  readonly words: readonly string[];
}

/** From now on the app's save dialog answers with this file; null: the user cancels. */
export async function answerSaveDialog(app: RunningApp, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    const answer = path === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: path };
    globalThis.saveDialogs = 0;
    const showSaveDialog = () => {
      globalThis.saveDialogs = (globalThis.saveDialogs ?? 0) + 1;
      return Promise.resolve(answer);
    };
    Object.assign(dialog, { showSaveDialog });
  }, file);
}

/** Presses the key that saves, and lets the user think better of it: no answer given afterwards is for this question. */
export async function changeMindAboutSaving(app: RunningApp, page: Page, t: TFunction): Promise<void> {
  const button = page.getByRole('button', { name: t('common.savePdf') });
  await answerSaveDialog(app, null);
  await expect(button).toBeEnabled();
  await page.keyboard.press('ControlOrMeta+s');
  await expect.poll(() => app.evaluate(() => globalThis.saveDialogs)).toBe(1);
  await expect(button).toBeEnabled();
}

/** The text of the passphrase field's label is also part of the button that shows what was typed. */
export const passphraseField = (page: Page, label: string) =>
  page.getByRole('textbox', { name: label, exact: true });

/** Saves the recovery sheet from the step that shows it, and reads its words from the PDF, as a person would from paper. */
export async function saveRecoverySheet(
  app: RunningApp,
  page: Page,
  t: TFunction,
): Promise<readonly string[]> {
  const file = join(app.userData, 'recovery-sheet.pdf');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: t('common.savePdf') }).click();
  await expect(page.getByText(t('setup.recovery.out'))).toBeVisible();
  const words = wordsOnSheet(file, t);
  expect(words).toHaveLength(15);
  return words;
}

/** Types the two words that are asked for, found by the number in their label. */
export async function typeTwoWords(page: Page, words: readonly string[]): Promise<void> {
  for (const field of await page.getByRole('textbox').all()) {
    const number = Number(
      /\d+/.exec((await field.getAttribute('aria-label')) ?? (await labelOf(field)))?.[0],
    );
    await field.fill(words[number - 1] ?? '');
  }
}

const labelOf = (field: ReturnType<Page['getByRole']>): Promise<string> =>
  field.evaluate((input) =>
    input instanceof HTMLInputElement ? (input.labels?.[0]?.textContent ?? '') : '',
  );

/** Chooses one, and leaves the focus on it: what is chosen already, `check` does not touch. */
async function choose(page: Page, name: string | RegExp): Promise<void> {
  const radio = page.getByRole('radio', { name });
  await radio.check();
  await radio.focus();
}

/** Goes through first run with the keyboard, as far as an open practice. */
export async function firstRun(
  app: RunningApp,
  {
    language,
    kind = 'law',
    start = 'empty',
  }: { language: Language; kind?: PracticeKind; start?: 'empty' | 'sample' },
): Promise<Practice> {
  const page = await app.window();
  const t = translator(language);
  const next = () => page.keyboard.press('Enter');
  const own = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  await choose(page, new RegExp(`^${own}$`, 'i'));
  await expect(page.getByRole('heading', { name: t('setup.language.question') })).toBeVisible();
  await next();
  await choose(page, t(`domain.practiceKind.${kind}`));
  await page.getByRole('textbox', { name: t('setup.practice.name') }).fill('Kancelář Horáková');
  await page.getByRole('textbox', { name: t('setup.practice.professional') }).fill('Eva Horáková');
  await next();
  await passphraseField(page, t('setup.passphrase.first')).fill(PASSPHRASE);
  await passphraseField(page, t('setup.passphrase.second')).fill(PASSPHRASE);
  await next();
  await expect(page.getByRole('heading', { name: t('setup.recovery.question') })).toBeVisible({
    timeout: 30_000,
  });
  const words = await saveRecoverySheet(app, page, t);
  await page.getByRole('button', { name: t('common.next') }).click();
  await expect(page.getByRole('heading', { name: t('setup.check.question') })).toBeVisible();
  await typeTwoWords(page, words);
  await next();
  await choose(page, t(`setup.start.${start}`));
  await next();
  await expect(page.getByRole('navigation', { name: t('shell.rail.label') })).toBeVisible({
    timeout: 30_000,
  });
  return { page, t, words };
}

/** Unlocks with the passphrase and waits for the open practice. */
export async function unlock(page: Page, t: TFunction, passphrase = PASSPHRASE): Promise<void> {
  await passphraseField(page, t('unlock.passphrase')).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: t('shell.rail.label') })).toBeVisible({
    timeout: 30_000,
  });
}
