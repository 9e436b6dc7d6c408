import { createInstance, type i18n, type TFunction } from 'i18next';
import type { Language } from '#shared/domain/values.ts';
import { catalogues } from './catalogues.ts';

/** Makes an i18next instance that speaks every language of the app and starts in one of them. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'app',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(Object.entries(catalogues).map(([code, app]) => [code, { app }])),
  });
  return instance;
}

const documents = createI18n('en');

/** The texts of one language, whatever the user interface speaks: for documents, and for the main process. */
export const translator = (language: Language): TFunction => documents.getFixedT(language);
