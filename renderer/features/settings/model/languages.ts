import type { Language } from '#shared/domain/values.ts';

/** Each language under its own name, so that it is found by those who cannot read the others. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  cs: 'čeština',
  pl: 'polski',
  ru: 'русский',
};
