import type { Language } from '#shared/domain/languages.ts';

/** Where the practices are, English is written with the day first and 24 hours. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', cs: 'cs', pl: 'pl', ru: 'ru' };

/** Whole number with the separators of the language. */
export const formatNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language]).format(value);
