import { describe, expect, it } from 'vitest';
import type { CustomField, CustomFieldKind } from '#shared/domain/custom-field.ts';
import { NO_FILTER } from '#shared/domain/register-view.ts';
import { translator } from '#shared/i18n/translate.ts';
import { aRow } from '#test/builders/client-rows.ts';
import { columnOf } from './columns.ts';
import { customColumn } from './custom.ts';
import { filterRows } from './filter.ts';
import { sortRows } from './sort.ts';
import { wordsOf } from './words.ts';

const field = (id: string, kind: CustomFieldKind): CustomField => ({
  id,
  label: id,
  kind,
  options: [
    { id: 'b', label: 'Bronze' },
    { id: 'g', label: 'Gold' },
  ],
  currency: kind === 'money' ? 'CZK' : '',
});
const FIELDS = (['text', 'number', 'money', 'date', 'choice', 'choices', 'yesNo'] as const).map((kind) =>
  field(kind, kind),
);
const words = wordsOf(translator('cs'), 'cs', Date.UTC(2026, 10, 22), FIELDS);
const ROW = aRow({
  name: 'A',
  custom: {
    text: 'Žlutý',
    number: 1234.5,
    money: 990,
    date: '2026-12-01',
    choice: 'g',
    choices: ['g', 'b'],
    yesNo: false,
  },
});
const EMPTY = aRow({ name: 'B' });

describe('fields of the practice in the register', () => {
  it.each([
    ['text', 'Žlutý'],
    ['number', '1 234,5'],
    ['money', '990,00 Kč'],
    ['date', '1. 12. 2026'],
    ['choice', 'Gold'],
    ['choices', 'Gold, Bronze'],
    ['yesNo', 'Ne'],
    ['gone', ''],
  ])('%s is shown as «%s»', (id, shown) => {
    const text = columnOf(customColumn(id))?.text(ROW, words) ?? '';
    expect(text.replaceAll('\u00a0', ' ')).toBe(shown);
    expect(columnOf(customColumn(id))?.text(EMPTY, words)).toBe('');
  });

  it('are sorted by value, those without one last', () => {
    const more = aRow({ name: 'C', custom: { number: 20_000 } });
    const sorted = (descending: boolean) =>
      sortRows([EMPTY, more, ROW], [{ column: customColumn('number'), descending }], words);
    expect(sorted(false)).toEqual([ROW, more, EMPTY]);
    expect(sorted(true)).toEqual([more, ROW, EMPTY]);
  });

  it.each([
    ['text', { anyOf: [], text: 'zlut' }, true],
    ['text', { anyOf: [], text: 'modr' }, false],
    ['choice', { anyOf: ['g'], text: '' }, true],
    ['choice', { anyOf: ['b'], text: '' }, false],
    ['choices', { anyOf: ['b', 'x'], text: '' }, true],
    ['yesNo', { anyOf: ['no'], text: '' }, true],
    ['yesNo', { anyOf: ['yes'], text: '' }, false],
    ['date', { anyOf: [], text: '', from: '2026-12-01', to: '2026-12-01' }, true],
    ['date', { anyOf: [], text: '', from: '2026-12-02' }, false],
    ['date', { anyOf: [], text: '', to: '2026-11-30' }, false],
    ['date', { anyOf: [], text: '', to: '2027-01-01' }, true],
    ['text', { anyOf: [], text: '', filled: true }, true],
  ])('%s is filtered by %j', (id, wanted, passes) => {
    const kept = filterRows([ROW, EMPTY], { ...NO_FILTER, custom: { [id]: wanted } }, 0);
    expect(kept).toEqual(passes ? [ROW] : []);
  });

  it('are filtered by having no value', () => {
    const empty = { anyOf: [], text: '', filled: false };
    expect(filterRows([ROW, EMPTY], { ...NO_FILTER, custom: { text: empty } }, 0)).toEqual([EMPTY]);
  });
});

describe('consents in the register', () => {
  const NOW = Date.UTC(2026, 10, 22, 12);
  const consent = (rest: object) => ({
    kind: 'newsletter' as const,
    givenOn: '2026-01-01',
    validUntil: null,
    withdrawnOn: null,
    paper: '',
    ...rest,
  });

  it.each([
    [consent({}), true],
    [consent({ validUntil: '2026-11-22' }), true],
    [consent({ validUntil: '2026-11-21' }), false],
    [consent({ withdrawnOn: '2026-05-01' }), false],
    [consent({ givenOn: '2026-12-01' }), false],
  ])('%j holds today: %s', (one, holds) => {
    const row = aRow({ consents: [one] });
    const kept = (part: 'consents' | 'noConsents') =>
      filterRows([row], { ...NO_FILTER, [part]: ['newsletter'] }, NOW).length === 1;
    expect(kept('consents')).toBe(holds);
    expect(kept('noConsents')).toBe(!holds);
  });
});
