import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Client } from '#shared/domain/client.ts';
import { type ClientRow, filterRows, SORT_COLUMNS, type Sorting, sortRows } from './rows.ts';

const row = (name: string, more: Partial<Client> = {}, rest: Partial<ClientRow> = {}): ClientRow => ({
  client: {
    name,
    kind: 'client',
    stage: 'retention',
    contactPerson: '',
    email: '',
    phone: '',
    numbers: [],
    ...more,
  } as Client,
  lastContact: null,
  nextDate: null,
  ...rest,
});
const LABELS = { kind: (one: ClientRow) => one.client.kind, stage: (one: ClientRow) => one.client.stage };
const names = (rows: readonly ClientRow[]): readonly string[] => rows.map(({ client }) => client.name);
const sorted = (rows: readonly ClientRow[], sorting: Sorting, language: 'cs' | 'pl' | 'ru' | 'en' = 'cs') =>
  names(sortRows(rows, sorting, language, LABELS));

describe('order of the register', () => {
  const byName = { column: 'name', descending: false } as const;

  it('is that of the Czech alphabet: č after c, ch after h', () => {
    expect(
      sorted(
        ['Chalupa', 'Ivan', 'Černý', 'Cibula', 'Hora'].map((name) => row(name)),
        byName,
      ),
    ).toEqual(['Cibula', 'Černý', 'Hora', 'Chalupa', 'Ivan']);
  });

  it('is that of the Polish alphabet: ł after l', () => {
    expect(
      sorted(
        ['Łukasik', 'Lis', 'Maj'].map((name) => row(name)),
        byName,
        'pl',
      ),
    ).toEqual(['Lis', 'Łukasik', 'Maj']);
  });

  it('puts those without a value last, in both directions', () => {
    const rows = [
      row('a'),
      row('b', {}, { nextDate: '2026-11-20' }),
      row('c', {}, { nextDate: '2026-11-10' }),
    ];
    expect(sorted(rows, { column: 'nextDate', descending: false })).toEqual(['c', 'b', 'a']);
    expect(sorted(rows, { column: 'nextDate', descending: true })).toEqual(['b', 'c', 'a']);
  });

  it('orders contacts by time, not by their digits', () => {
    const rows = [row('old', {}, { lastContact: 9 }), row('new', {}, { lastContact: 10 })];
    expect(sorted(rows, { column: 'lastContact', descending: true })).toEqual(['new', 'old']);
  });

  it('neither loses nor doubles a row, whatever it is sorted by', () => {
    const rows = fc.array(
      fc
        .record({ name: fc.string(), contact: fc.option(fc.nat(), { nil: null }) })
        .map(({ name, contact }) => row(name, {}, { lastContact: contact })),
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(...SORT_COLUMNS), fc.boolean(), (all, column, descending) => {
        const result = sortRows(all, { column, descending }, 'en', LABELS);
        expect(new Set(result)).toEqual(new Set(all));
        expect(result).toHaveLength(all.length);
      }),
    );
  });
});

describe('filter of the register', () => {
  const rows = [
    row('Nováková Jana', { phone: '+420 777 123 456' }),
    row('Stavby Dvořák s.r.o.', { numbers: [{ kind: 'dic', value: 'CZ 123 45 678' }], stage: 'lost' }),
    row('Żak Łukasz', { email: 'zak@example.com' }),
  ];

  it.each([
    ['novak', ['Nováková Jana']],
    ['jana nov', ['Nováková Jana']],
    ['777123', ['Nováková Jana']],
    ['12345678', ['Stavby Dvořák s.r.o.']],
    ['lukasz', ['Żak Łukasz']],
    ['@example', ['Żak Łukasz']],
    ['  ', ['Nováková Jana', 'Stavby Dvořák s.r.o.', 'Żak Łukasz']],
    ['jana dvorak', []],
  ])('«%s»', (query, expected) => {
    expect(names(filterRows(rows, query, null))).toEqual(expected);
  });

  it('keeps only the stage that was chosen', () => {
    expect(names(filterRows(rows, '', 'lost'))).toEqual(['Stavby Dvořák s.r.o.']);
  });
});
