import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#shared/domain/values.ts';
import { catalogues } from '#shared/i18n/catalogues.ts';
import { translator } from '#shared/i18n/translate.ts';
import { FAILURE_CODES, type FailureCode } from '#shared/ipc/failure.ts';

/** What each failure always carries, so what its texts may name. */
const DETAILS: Readonly<Record<FailureCode, readonly string[]>> = {
  refused: [],
  unexpected: [],
  diskFull: ['folder'],
  readOnly: ['folder'],
  notFound: ['fileName', 'folder'],
  nameNotAllowed: ['fileName'],
  pathTooLong: ['fileName'],
  fileBusy: ['fileName'],
  printFailed: [],
  noPrinter: [],
  journalUnwritable: ['folder'],
  journalDamaged: ['fileName', 'folder'],
  vaultDamaged: ['folder'],
  headerAltered: [],
  keysUnsure: [],
  vaultNewer: ['format'],
  vaultExists: ['folder'],
  backupDamaged: ['fileName'],
  backupLocked: [],
  backupForged: [],
  keyringMissing: ['folder'],
  sourceUnreadable: ['fileName'],
  sourceChanged: ['fileName'],
  fileTooLarge: ['fileName'],
  attachmentDamaged: ['fileName'],
  offline: [],
};
const PARTS = ['happened', 'kept', 'todo'] as const;

describe.each(LANGUAGES)('failures in %s', (language) => {
  const { errors } = catalogues[language];

  it.each(FAILURE_CODES)('%s says what happened, what was kept and what to do', (code) => {
    const t: (key: string, values: object) => string = translator(language) as never;
    const values = Object.fromEntries(DETAILS[code].map((name) => [name, `<${name}>`]));
    const texts = PARTS.map((part) => t(`errors.${code}.${part}`, values));
    for (const text of texts) {
      expect(text).toMatch(/^[^!]{10,}\.$/);
      expect(text).not.toMatch(/\{\{|errors\./);
    }
    for (const name of DETAILS[code]) expect(texts.join(' ')).toContain(`<${name}>`);
  });

  it('are all there, and no others', () => {
    expect(new Set(Object.keys(errors))).toEqual(new Set(FAILURE_CODES));
  });
});
