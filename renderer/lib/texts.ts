import type { i18n } from 'i18next';
import { LANGUAGES, type Language } from '#shared/domain/languages.ts';
import { speak, teach } from '#shared/i18n/translate.ts';

/** The texts of each language are a file of their own: the first picture waits for one alone. */
const FILES: Readonly<Record<Language, () => Promise<{ readonly catalogue: object }>>> = {
  en: () => import('#shared/i18n/en/index.ts'),
  cs: () => import('#shared/i18n/cs/index.ts'),
  pl: () => import('#shared/i18n/pl/index.ts'),
  ru: () => import('#shared/i18n/ru/index.ts'),
};

/** Loads the texts of a language and makes them known to `translate.ts`. Rejects when the file cannot be read. */
export async function learn(language: Language): Promise<void> {
  teach(language, (await FILES[language]()).catalogue);
}

/** Loads the texts of every language: documents are written in that of the client. */
export const learnAll = async (): Promise<void> => void (await Promise.all(LANGUAGES.map(learn)));

/** What was asked for last; an earlier file may come later. */
const wanted = new WeakMap<i18n, Language>();

/**
 * Lets the user interface speak another language once its texts are there. False: they cannot be read, it stays as it is.
 * @param read Reads the texts of a language; rejects when it cannot.
 */
export async function speakIn(
  instance: i18n,
  language: Language,
  read: (language: Language) => Promise<void> = learn,
): Promise<boolean> {
  wanted.set(instance, language);
  try {
    await read(language);
  } catch {
    return false;
  }
  if (wanted.get(instance) === language) speak(instance, language);
  return true;
}
