import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLIENT_KINDS, CLIENT_TYPES, LIFECYCLE_STAGES } from '#shared/domain/client.ts';
import { NO_FILTER, type RegisterFilter } from '#shared/domain/register-view.ts';
import { aRow } from '#test/builders/client-rows.ts';
import { activeParts, filterRows } from './filter.ts';
import type { ClientRow } from './rows.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22);
const names = (rows: readonly ClientRow[]): readonly string[] => rows.map(({ client }) => client.name);
const kept = (rows: readonly ClientRow[], filter: Partial<RegisterFilter>): readonly string[] =>
  names(filterRows(rows, { ...NO_FILTER, ...filter }, NOW));

describe('words of the filter', () => {
  const rows = [
    aRow({ name: 'Nováková Jana', phone: '+420 777 123 456', formerNames: 'Šípková' }),
    aRow({ name: 'Stavby Dvořák s.r.o.', numbers: [{ kind: 'dic', value: 'CZ 123 45 678' }], stage: 'lost' }),
    aRow({ name: 'Żak Łukasz', email: 'zak@example.com' }),
  ];

  it.each([
    ['novak', ['Nováková Jana']],
    ['jana nov', ['Nováková Jana']],
    ['sipkova', ['Nováková Jana']],
    ['777123', ['Nováková Jana']],
    ['12345678', ['Stavby Dvořák s.r.o.']],
    ['lukasz', ['Żak Łukasz']],
    ['@example', ['Żak Łukasz']],
    ['  ', ['Nováková Jana', 'Stavby Dvořák s.r.o.', 'Żak Łukasz']],
    ['jana dvorak', []],
  ])('«%s»', (query, expected) => {
    expect(kept(rows, { query })).toEqual(expected);
  });
});

describe('conditions of the filter', () => {
  it('counts days of contact back from now; never is long ago', () => {
    const rows = [
      aRow({ name: 'today' }, { lastContact: NOW }),
      aRow({ name: '89' }, { lastContact: NOW - 89 * DAY }),
      aRow({ name: '91' }, { lastContact: NOW - 91 * DAY }),
      aRow({ name: 'never' }),
    ];
    expect(kept(rows, { lastContact: { how: 'within', days: 90 } })).toEqual(['today', '89']);
    expect(kept(rows, { lastContact: { how: 'olderThan', days: 90 } })).toEqual(['91', 'never']);
  });

  it('finds those for whom nothing is planned', () => {
    const rows = [aRow({ name: 'a' }, { nextDate: '2026-12-01' }), aRow({ name: 'b' })];
    expect(kept(rows, { noNextDate: true })).toEqual(['b']);
  });

  it('wants every tag, and any of the other values', () => {
    const rows = [
      aRow({ name: 'both', tags: ['VIP', 'debt'], responsible: 'Eva' }),
      aRow({ name: 'one', tags: ['VIP'], responsible: 'Jan' }),
    ];
    expect(kept(rows, { tags: ['VIP', 'debt'] })).toEqual(['both']);
    expect(kept(rows, { tags: ['VIP'], responsible: ['Jan', 'Eva'] })).toEqual(['both', 'one']);
  });

  it('hold all at once: together they keep what each of them keeps', () => {
    const row = fc
      .record({
        stage: fc.constantFrom(...LIFECYCLE_STAGES),
        kind: fc.constantFrom(...CLIENT_KINDS),
        type: fc.constantFrom(...CLIENT_TYPES),
        tags: fc.subarray(['VIP', 'debt']),
        responsible: fc.constantFrom('', 'Eva', 'Jan'),
        group: fc.constantFrom('', 'Novák'),
        contact: fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }),
        planned: fc.boolean(),
      })
      .map(({ contact, planned, ...client }) =>
        aRow(client, {
          lastContact: contact === null ? null : NOW - contact * DAY,
          nextDate: planned ? '2026-12-01' : null,
        }),
      );
    const filter = fc.record({
      query: fc.constantFrom('', 'nova', 'x'),
      stages: fc.subarray([...LIFECYCLE_STAGES]),
      kinds: fc.subarray([...CLIENT_KINDS]),
      types: fc.subarray([...CLIENT_TYPES]),
      tags: fc.subarray(['VIP', 'debt']),
      responsible: fc.subarray(['', 'Eva', 'Jan']),
      groups: fc.subarray(['Novák', 'Dvořák']),
      lastContact: fc.option(fc.record({ how: fc.constantFrom('olderThan', 'within'), days: fc.nat(200) }), {
        nil: null,
      }),
      noNextDate: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), filter, (rows, all) => {
        const full: RegisterFilter = { ...NO_FILTER, ...all };
        const alone = (Object.keys(full) as (keyof RegisterFilter)[]).map(
          (part) => new Set(filterRows(rows, { ...NO_FILTER, [part]: full[part] }, NOW)),
        );
        expect(filterRows(rows, full, NOW)).toEqual(rows.filter((one) => alone.every((set) => set.has(one))));
      }),
    );
  });

  it('are told when they narrow something down', () => {
    expect(activeParts(NO_FILTER)).toEqual([]);
    expect(activeParts({ ...NO_FILTER, query: 'x' })).toEqual([]);
    expect(activeParts({ ...NO_FILTER, noNextDate: true, stages: ['lost'] })).toEqual([
      'stages',
      'noNextDate',
    ]);
  });
});
