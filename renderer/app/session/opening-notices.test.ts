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
const EN = { t: translator('en'), language: 'en' } as const;
const texts = (opening: Partial<Opening>): readonly string[] =>
  openingNotices({ ...SAME, ...opening }, EN).map(({ text }) => text);

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

  it('names the backup that the store was built from, and what it gave the journal', () => {
    const report = { state: 'rebuilt', records: 3, cause: 'empty' } as const;
    const backupMadeAt = new Date(2026, 10, 5, 9, 30).getTime();
    expect(texts({ report: { ...report, backupMadeAt } })[0]).toMatch(/backup of .*2026.* and the journal/);
    expect(texts({ report: { ...report, backupMadeAt, beyond: true } })[0]).toContain('completed from it');
  });

  it('names the changes that nothing holds any more, and does not say that nothing is missing', () => {
    const lost = [
      { from: 17, to: 17 },
      { from: 23, to: 25 },
    ];
    const told = texts({
      report: { state: 'rebuilt', records: 3, cause: 'empty', lost },
      journalDamaged: true,
    });
    expect(told.join()).toContain('17, 23–25');
    expect(told.join()).not.toMatch(/[Nn]othing is missing|Everything saved/);
  });

  it('is nothing when a vault was restored a moment ago', () => {
    expect(texts({ report: { state: 'restored', records: 20 } })).toEqual([]);
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
      EN,
    );
    expect(notices).toHaveLength(4);
    expect(notices.every(({ tone }) => tone === 'warning')).toBe(true);
  });

  it.each(LANGUAGES)('has a whole text in %s for every finding', (language) => {
    const t = translator(language);
    for (const cause of ['empty', 'partial', 'different', 'unreadable'] as const)
      for (const records of [1, 2, 5]) {
        const [notice] = openingNotices(
          { ...SAME, report: { state: 'rebuilt', records, cause } },
          { t, language },
        );
        expect(notice?.text).toContain(String(records));
        expect(notice?.text).not.toMatch(/notices\.|\{\{/);
      }
  });
});
