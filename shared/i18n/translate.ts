import { createInstance, type FormatterModule, type i18n, type TFunction } from 'i18next';
import type { Language } from '#shared/domain/values.ts';
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

const OPTIONS = {
  fallbackLng: false,
  defaultNS: 'app',
  initAsync: false,
  interpolation: { escapeValue: false, alwaysFormat: true },
} as const;

const known = new Map<Language, object>();
const documents = createInstance().use(counted);
void documents.init({ ...OPTIONS, lng: 'en', resources: {} });

/** Makes the texts of a language known to {@link translator} and to every {@link createI18n} from now on. */
export function teach(language: Language, catalogue: object): void {
  if (known.has(language)) return;
  known.set(language, catalogue);
  documents.addResourceBundle(language, 'app', catalogue);
}

function textsOf(language: Language): object {
  const texts = known.get(language);
  // Keys in place of texts would be taken for a text, and printed.
  if (!texts) throw new Error(`The texts of «${language}» have not been loaded`);
  return texts;
}

/** Makes an i18next instance that speaks a language. Its texts must be known. */
export function createI18n(language: Language): i18n {
  const instance = createInstance().use(counted);
  const app = textsOf(language);
  void instance.init({ ...OPTIONS, lng: language, resources: { [language]: { app } } });
  return instance;
}

/** Lets the user interface speak another language from now on. Its texts must be known. */
export function speak(instance: i18n, language: Language): void {
  if (!instance.hasResourceBundle(language, 'app')) {
    instance.addResourceBundle(language, 'app', textsOf(language));
  }
  void instance.changeLanguage(language);
}

/**
 * The texts of one language, whatever the user interface speaks: for documents, and for the main process. They must be
 * known.
 */
export function translator(language: Language): TFunction {
  textsOf(language);
  return documents.getFixedT(language);
}
