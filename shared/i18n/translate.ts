import { createInstance, type FormatterModule, type i18n, type TFunction } from 'i18next';
import type { Language } from '#shared/domain/values.ts';
import { catalogues } from './catalogues.ts';
import { formatNumber } from './format.ts';

/** Writes what is counted as the language does: thousands apart. Everything else stands as it is given. */
const counted: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, language, options) =>
    typeof value === 'number' && options?.['interpolationkey'] === 'count'
      ? formatNumber(value, language as Language)
      : (value as string),
};

/** Makes an i18next instance that speaks every language of the app and starts in one of them. */
export function createI18n(language: Language): i18n {
  const instance = createInstance().use(counted);
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'app',
    initAsync: false,
    interpolation: { escapeValue: false, alwaysFormat: true },
    resources: Object.fromEntries(Object.entries(catalogues).map(([code, app]) => [code, { app }])),
  });
  return instance;
}

const documents = createI18n('en');

/** The texts of one language, whatever the user interface speaks: for documents, and for the main process. */
export const translator = (language: Language): TFunction => documents.getFixedT(language);
