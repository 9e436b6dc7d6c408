import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sorting } from '#shared/domain/register-view.ts';
import { LANGUAGES, type Language } from '#shared/domain/values.ts';
import { collator } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import { aRow } from '#test/builders/client-rows.ts';
import { COLUMNS } from './columns.ts';
import type { ClientRow } from './rows.ts';
import { alsoSortedBy, sortedBy, sortRows } from './sort.ts';
import { wordsOf } from './words.ts';

const NOW = Date.UTC(2026, 10, 22);
const words = (language: Language) => wordsOf(translator(language), language, NOW);
const names = (rows: readonly ClientRow[]): readonly string[] => rows.map(({ client }) => client.name);
const sorted = (
  rows: readonly ClientRow[],
  sorting: readonly Sorting[],
  language: Language = 'cs',
): readonly string[] => names(sortRows(rows, sorting, words(language)));
const by = (column: string, descending = false): Sorting => ({ column, descending });

describe('order of the register', () => {
  it.each([
    ['cs', ['Cibula', 'Černý', 'Hora', 'Chalupa', 'Ivan']],
    ['pl', ['Lis', 'Łukasik', 'Maj']],
    ['ru', ['Ежов', 'Ёлкина', 'Еремин']],
  ] as const)('is that of the alphabet: %s', (language, right) => {
    const rows = right.toReversed().map((name) => aRow({ name }));
    expect(sorted(rows, [by('name')], language)).toEqual(right);
    expect(sorted(rows, [by('name', true)], language)).toEqual(right.toReversed());
  });

  it('puts those without a value last, in both directions', () => {
    const rows = [
      aRow({ name: 'a' }),
      aRow({ name: 'b' }, { nextDate: '2026-11-20' }),
      aRow({ name: 'c' }, { nextDate: '2026-11-10' }),
    ];
    expect(sorted(rows, [by('nextDate')])).toEqual(['c', 'b', 'a']);
    expect(sorted(rows, [by('nextDate', true)])).toEqual(['b', 'c', 'a']);
  });

  it('orders contacts by time, not by their digits', () => {
    const rows = [aRow({ name: 'old' }, { lastContact: 9 }), aRow({ name: 'new' }, { lastContact: 10 })];
    expect(sorted(rows, [by('lastContact', true)])).toEqual(['new', 'old']);
  });

  it('orders stages as a relationship goes, whatever they are called', () => {
    const rows = [aRow({ name: 'a', stage: 'retention' }), aRow({ name: 'b', stage: 'acquisition' })];
    for (const language of LANGUAGES) expect(sorted(rows, [by('stage')], language)).toEqual(['b', 'a']);
  });

  it('takes the next column where the first makes no difference, and the name at last', () => {
    const rows = [
      aRow({ name: 'd', kind: 'client', source: 'x' }),
      aRow({ name: 'c', kind: 'client', source: 'x' }),
      aRow({ name: 'b', kind: 'client', source: 'y' }),
      aRow({ name: 'a', kind: 'customer', source: 'x' }),
    ];
    expect(sorted(rows, [by('kind'), by('source', true)])).toEqual(['b', 'c', 'd', 'a']);
  });

  it('is that of comparing two by two with the collator, whatever was ranked before', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('č', 'c', 'Ž', 'ž', 'ё', 'е', 'a10', 'a9', ''));
    const rows = fc.array(
      fc
        .record({ name: text, source: text, contact: fc.option(fc.nat(3), { nil: null }) })
        .map(({ contact, ...client }) => aRow(client, { lastContact: contact })),
      { maxLength: 30 },
    );
    const column = fc.constantFrom('name', 'source', 'lastContact');
    const sorting = fc.uniqueArray(fc.record({ column, descending: fc.boolean() }), {
      selector: (one) => one.column,
      maxLength: 3,
    });
    fc.assert(
      fc.property(rows, sorting, fc.constantFrom(...LANGUAGES), (all, order, language) => {
        const { compare } = collator(language);
        const valueOf = ({ client, lastContact }: ClientRow, id: string): string | number | null => {
          if (id === 'lastContact') return lastContact;
          const value = id === 'name' ? client.name : client.source;
          return value === '' ? null : value;
        };
        const plain = all.toSorted((a, b) => {
          for (const { column: id, descending } of [...order, by('name')]) {
            const [one, other] = [valueOf(a, id), valueOf(b, id)];
            if (one === null || other === null) {
              if (one !== other) return one === null ? 1 : -1;
              continue;
            }
            const difference = typeof one === 'number' ? one - Number(other) : compare(one, String(other));
            if (difference !== 0) return descending ? -difference : difference;
          }
          return 0;
        });
        expect(names(sortRows(all, order, words(language)))).toEqual(names(plain));
      }),
    );
  });

  it('neither loses nor doubles a row, whatever it is sorted by', () => {
    const rows = ['x', 'y', 'z', 'y'].map((name) => aRow({ name }));
    for (const { id } of COLUMNS)
      expect(new Set(sortRows(rows, [by(id)], words('pl')))).toEqual(new Set(rows));
    expect(sortRows(rows, [by('gone')], words('pl'))).toHaveLength(rows.length);
  });
});

describe('what is sorted by', () => {
  it('is one column, whose order turns round', () => {
    expect(sortedBy([by('name')], 'stage')).toEqual([by('stage')]);
    expect(sortedBy([by('stage')], 'stage')).toEqual([by('stage', true)]);
    expect(sortedBy([by('stage'), by('name')], 'stage')).toEqual([by('stage')]);
  });

  it('is several, each added, turned round and taken out', () => {
    const two = alsoSortedBy([by('stage')], 'name');
    expect(two).toEqual([by('stage'), by('name')]);
    const turned = alsoSortedBy(two, 'stage');
    expect(turned).toEqual([by('stage', true), by('name')]);
    expect(alsoSortedBy(turned, 'stage')).toEqual([by('name')]);
  });
});
