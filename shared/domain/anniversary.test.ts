import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anniversaries, anniversaryReminder } from './anniversary.ts';
import { type Client, type ClientBody, emptyClient } from './client.ts';
import type { FileId } from './ids.ts';
import { occurrences } from './recurrence.ts';

const client = (changes: Partial<ClientBody>): Client => ({
  ...emptyClient('Nováková Jana', 'cs'),
  ...changes,
  id: 'a' as Client['id'],
  fileId: '6f0a3a8e-0000-4000-8000-000000000000' as FileId,
  rev: '',
  parent: null,
  stamp: '',
});
const next = (changes: Partial<ClientBody>, from: string) =>
  anniversaries([client(changes)], from).map(({ kind, label, on, years }) => [kind, label, on, years]);

describe('anniversaries', () => {
  it('come next on their day of the year, with how many years it will be', () => {
    expect(next({ birthDate: '1976-11-23' }, '2026-11-22')).toEqual([['birthday', '', '2026-11-23', 50]]);
    expect(next({ birthDate: '1976-11-22' }, '2026-11-22')).toEqual([['birthday', '', '2026-11-22', 50]]);
    expect(next({ birthDate: '1976-11-21' }, '2026-11-22')).toEqual([['birthday', '', '2027-11-21', 51]]);
    expect(next({ anniversaries: [{ label: 'Contract', day: '2024-01-02' }] }, '2026-12-31')).toEqual([
      ['anniversary', 'Contract', '2027-01-02', 3],
    ]);
  });

  it('of 29 February come on the 28th in the years without one', () => {
    expect(next({ birthDate: '2000-02-29' }, '2027-01-01')).toEqual([['birthday', '', '2027-02-28', 27]]);
    expect(next({ birthDate: '2000-02-29' }, '2028-01-01')).toEqual([['birthday', '', '2028-02-29', 28]]);
  });

  it('are none before the first year is over, where they are switched off, and for who is gone', () => {
    expect(next({ birthDate: '2026-11-30' }, '2026-11-22')).toEqual([]);
    expect(next({ birthDate: '1976-11-23', remindBirthday: false }, '2026-11-22')).toEqual([]);
    const day = { label: 'Contract', day: '2024-11-23' };
    expect(next({ anniversaries: [{ ...day, remind: false }, day] }, '2026-11-22')).toHaveLength(1);
    expect(next({ birthDate: '1976-11-23', stage: 'lost' }, '2026-11-22')).toEqual([]);
  });

  it('are never in the past and never more than a year away, and keep their id', () => {
    const day = fc
      .date({ min: new Date('1930-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (birthDate, shift) => {
        const from = `${String(Number(shift.slice(0, 4)) + 100)}${shift.slice(4)}`;
        const [one] = anniversaries([client({ birthDate })], from);
        const [later] = anniversaries(
          [client({ birthDate })],
          `${String(Number(from.slice(0, 4)) + 1)}-01-01`,
        );
        expect(one && one.on >= from).toBe(true);
        expect(Date.parse(one?.on ?? '') - Date.parse(from)).toBeLessThanOrEqual(366 * 86_400_000);
        expect(later?.id).toBe(one?.id);
      }),
    );
  });

  it('speak up at nine on the day before', () => {
    const [one] = anniversaries([client({ birthDate: '1976-11-23' })], '2026-11-22');
    if (!one) throw new Error('None came');
    const reminder = anniversaryReminder(one, 'Birthday', 'Europe/Prague');
    const from = Date.parse('2026-11-20T00:00Z');
    expect(occurrences(reminder, from, from + 90 * 86_400_000)).toMatchObject([
      { wall: '2026-11-23T09:00', at: Date.parse('2026-11-22T08:00Z') },
    ]);
  });
});
