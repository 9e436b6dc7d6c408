import { createInstance, type FormatterModule, type i18n, type TFunction } from 'i18next';
import type { LifecycleStage } from '#shared/domain/client.ts';
import type { StageId, Standing } from '#shared/domain/stages.ts';
import type { Language } from '#shared/domain/values.ts';
import type { Catalogue } from './catalogues.ts';
import { formatNumber } from './numbers.ts';

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

/** What the practice calls stages of the lifecycle, where it is not as the app does, and those it added; by stage or id. */
type StageNames = Readonly<Record<string, string>>;
let ownNames: StageNames = {};

/** The texts of a language with the practice's own names of stages. The catalogue itself stays as it is. */
function withOwnNames(texts: object): Pick<Catalogue, 'domain'> {
  const { domain } = texts as Catalogue;
  return { ...texts, domain: { ...domain, stage: { ...domain.stage, ...ownNames } } };
}

const known = new Map<Language, object>();
const documents = createInstance().use(counted);
void documents.init({ ...OPTIONS, lng: 'en', resources: {} });

/** Makes the texts of a language known to {@link translator} and to every {@link createI18n} from now on. */
export function teach(language: Language, catalogue: object): void {
  if (known.has(language)) return;
  known.set(language, catalogue);
  documents.addResourceBundle(language, 'app', withOwnNames(catalogue));
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
  const app = withOwnNames(textsOf(language));
  void instance.init({
    ...OPTIONS,
    lng: language,
    resources: { [language]: { app } },
    // Own names of stages come later, and are shown at once.
    react: { bindI18nStore: 'added' },
  });
  return instance;
}

/** Lets the user interface speak another language from now on. Its texts must be known. */
export function speak(instance: i18n, language: Language): void {
  if (!instance.hasResourceBundle(language, 'app')) {
    instance.addResourceBundle(language, 'app', withOwnNames(textsOf(language)));
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

/** What the app itself calls a stage of the lifecycle. The texts of the language must be known. */
export const stageMeaning = (stage: LifecycleStage, language: Language): string =>
  (textsOf(language) as Catalogue).domain.stage[stage];

/** What a stage is called: as the practice does, where it does. */
export const stageName = (t: TFunction, stage: StageId): string =>
  t(`domain.stage.${stage}` as 'domain.stage.reach');

/** What the stage is called in which a client stands; of a stage that is there no more, what it meant. */
export const standingName = (t: TFunction, { stage, ownStage }: Standing): string =>
  t([`domain.stage.${ownStage ?? stage}` as 'domain.stage.reach', `domain.stage.${stage}`]);

/** Text that i18next takes for nothing but text. */
const literal = (text: string): string => text.replaceAll('{{', '{ {').replaceAll('$t(', '$ t(');

const sameNames = (one: StageNames, other: StageNames): boolean =>
  Object.entries({ ...other, ...one }).every(([stage, name]) => one[stage] === name && other[stage] === name);

/**
 * Lets the texts of the user interface and of documents call stages of the lifecycle as the practice does, in every
 * language; those without a name of their own are called as in the catalogues.
 */
export function nameStages(ui: i18n, names: StageNames): void {
  const wanted = Object.fromEntries(Object.entries(names).map(([stage, name]) => [stage, literal(name)]));
  // Every text on the screen would be made anew.
  if (sameNames(wanted, ownNames)) return;
  ownNames = wanted;
  for (const [language, texts] of known) {
    const { domain } = withOwnNames(texts);
    for (const instance of [documents, ui])
      if (instance.hasResourceBundle(language, 'app'))
        instance.addResourceBundle(language, 'app', { domain });
  }
}
