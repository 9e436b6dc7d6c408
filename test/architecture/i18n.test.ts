import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '#shared/domain/values.ts';
import { catalogues } from '#shared/i18n/catalogues.ts';
import { isTest, sourceFiles } from './source-files.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Texts that are rightly the same in another language as in English: names, symbols, and words both share. */
const SAME_IN: ReadonlyMap<string, readonly Language[]> = new Map<string, readonly Language[]>([
  // Names.
  ['shell.app', ['cs', 'pl', 'ru']],
  ['settings.runtime.electron', ['cs', 'pl', 'ru']],
  // The word is written so in Czech and Polish too.
  ['clients.field.email', ['cs', 'pl']],
  ['settings.letterhead.email', ['cs', 'pl']],
  ['imports.field.email', ['cs', 'pl']],
  ['imports.why.email', ['cs']],
  ['imports.title', ['cs']],
  ['history.kind.imports', ['cs', 'pl']],
  ['register.column.email', ['cs', 'pl']],
  // International words.
  ['imports.field.text', ['cs']],
  ['domain.consent.newsletter', ['pl']],
  ['attachments.kind.pdf', ['cs', 'pl', 'ru']],
  ['attachments.kind.text', ['cs']],
  ['attachments.kind.video', ['cs']],
]);

/** Quotation marks that belong to another language, or to a typewriter. */
const FOREIGN_QUOTES: Readonly<Record<Language, RegExp>> = {
  en: /["«»„]/,
  cs: /["«»”]/,
  pl: /["«»“]/,
  ru: /["“”„]/,
};

function flatten(node: object, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(node)) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof value === 'string') texts.set(path, value);
    else for (const [inner, text] of flatten(value as object, path)) texts.set(inner, text);
  }
  return texts;
}

const texts = Object.fromEntries(
  LANGUAGES.map((language) => [language, flatten(catalogues[language])]),
) as Record<Language, Map<string, string>>;
const stem = (key: string): string => key.replace(PLURAL, '');
const stems = (language: Language): Set<string> => new Set([...texts[language].keys()].map(stem));
const others = LANGUAGES.filter((language) => language !== 'en');

describe.each(others)('catalogue %s', (language) => {
  it('has every key of the English one and no other', () => {
    expect([...stems(language)].toSorted()).toEqual([...stems('en')].toSorted());
  });

  it('has every plural form of its language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = new Set([...texts.en.keys()].filter((key) => PLURAL.test(key)).map(stem));
    const missing = [...plurals].flatMap((key) =>
      forms.map((form) => `${key}_${form}`).filter((full) => !texts[language].has(full)),
    );
    expect(missing).toEqual([]);
  });

  it('uses the placeholders of the English text', () => {
    const names = (text: string): string[] => [...new Set(text.match(/\{\{[^}]+\}\}/g) ?? [])].toSorted();
    const wrong = [...texts[language]].filter(([key, text]) => {
      const english = texts.en.get(key) ?? texts.en.get(`${stem(key)}_other`);
      // A singular may leave the number out: «one client».
      if (english === undefined || /_(one|zero)$/.test(key)) return false;
      return JSON.stringify(names(text)) !== JSON.stringify(names(english));
    });
    expect(wrong).toEqual([]);
  });

  it('leaves nothing in English', () => {
    const left = [...texts[language]].filter(
      ([key, text]) =>
        texts.en.get(key) === text &&
        /\p{L}{2}/u.test(text.replaceAll(/\{\{[^}]+\}\}/g, '')) &&
        SAME_IN.get(key)?.includes(language) !== true,
    );
    expect(left).toEqual([]);
  });
});

describe('catalogues', () => {
  it('hold no empty text', () => {
    const empty = LANGUAGES.flatMap((language) =>
      [...texts[language]].filter(([, text]) => text.trim() === '').map(([key]) => `${language}: ${key}`),
    );
    expect(empty).toEqual([]);
  });

  it('quote as the language does', () => {
    const wrong = LANGUAGES.flatMap((language) =>
      [...texts[language]]
        .filter(([, text]) => FOREIGN_QUOTES[language].test(text))
        .map(([key]) => `${language}: ${key}`),
    );
    expect(wrong).toEqual([]);
  });

  it('hold no key that the code does not use', () => {
    const code = sourceFiles(['renderer', 'electron', 'shared'])
      .filter((file) => !isTest(file))
      .map(({ text }) => text)
      .join('\n');
    const literals = new Set(code.match(/[a-zA-Z]+(?:\.[a-zA-Z0-9_-]+)+/g) ?? []);
    // `t(`domain.stage.${stage}`)` uses every key that begins so and ends as what follows the braces.
    const patterns = [
      ...code.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z0-9]+)*\.?[a-zA-Z0-9]*)\$\{[^`]*?\}([^`$]*)`/g),
    ].map(([, start, end]) => ({ start: start ?? '', end: end ?? '' }));
    const used = (key: string): boolean =>
      literals.has(key) ||
      patterns.some(({ start, end }) => start.includes('.') && key.startsWith(start) && key.endsWith(end));
    expect([...stems('en')].filter((key) => !used(key))).toEqual([]);
  });

  it('hold every key that the code asks for', () => {
    const asked = sourceFiles(['renderer', 'electron', 'shared'])
      .filter((file) => !isTest(file))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\bt\(\s*'([a-zA-Z]+(?:\.[a-zA-Z0-9_-]+)+)'/g)].map(([, key]) => ({
          path,
          key: key ?? '',
        })),
      );
    const known = stems('en');
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(({ key }) => !known.has(stem(key)))).toEqual([]);
  });
});
