import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#shared/domain/values.ts';
import { translator } from '#shared/i18n/translate.ts';
import { type Opening, openingNotices } from './opening-notices.ts';

const SAME: Opening = {
  report: { state: 'same' },
  cutBytes: 0,
  journalDamaged: false,
  damagedFiles: [],
  headerRepaired: false,
};
const texts = (opening: Partial<Opening>): readonly string[] =>
  openingNotices({ ...SAME, ...opening }, translator('en')).map(({ text }) => text);

describe('what the user is told after opening', () => {
  it('is nothing when nothing happened', () => {
    expect(texts({})).toEqual([]);
  });

  it('names the number of changes taken over', () => {
    expect(texts({ report: { state: 'caughtUp', changes: 1 } })[0]).toContain('1 last change;');
    expect(texts({ report: { state: 'caughtUp', changes: 3 } })[0]).toContain('last 3 changes;');
  });

  it('says why the store was built anew', () => {
    expect(texts({ report: { state: 'rebuilt', records: 20, cause: 'empty' } })[0]).toMatch(
      /^The working store was empty\. It was built anew .* 20 records/,
    );
  });

  it('tells every finding, each as a warning that stays', () => {
    const notices = openingNotices(
      {
        report: { state: 'journalMended', records: 2 },
        cutBytes: 17,
        journalDamaged: true,
        damagedFiles: ['00000003.kjl'],
        headerRepaired: true,
      },
      translator('en'),
    );
    expect(notices).toHaveLength(4);
    expect(notices.every(({ tone }) => tone === 'warning')).toBe(true);
  });

  it.each(LANGUAGES)('has a whole text in %s for every finding', (language) => {
    const t = translator(language);
    for (const cause of ['empty', 'partial', 'different', 'unreadable'] as const)
      for (const records of [1, 2, 5]) {
        const [notice] = openingNotices({ ...SAME, report: { state: 'rebuilt', records, cause } }, t);
        expect(notice?.text).toContain(String(records));
        expect(notice?.text).not.toMatch(/notices\.|\{\{/);
      }
  });
});
