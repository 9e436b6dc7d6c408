import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TABLE_NAMES, type RecordKind } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { NewerDataError } from '#shared/formats/newer-data.ts';
import { aClient, aParty, aPractice } from '#test/builders/bodies.ts';
import { withProfile } from './0002-client-profile.ts';
import { MIGRATIONS, migrated, type Migrations } from './index.ts';

const kind: RecordKind<{ full: string; tags: string[] }> = {
  table: 'clients',
  version: 3,
  schema: z.object({ full: z.string().min(1), tags: z.array(z.string()) }),
};
const migrations: Migrations = {
  clients: {
    1: (body) => {
      const { first, last } = body as { first: string; last: string };
      return { full: `${first} ${last}`.trim() };
    },
    2: (body) => ({ ...(body as { full: string }), tags: [] }),
  },
};

describe('migration', () => {
  it('brings a body through every version to the newest', () => {
    expect(migrated(kind, 1, { first: 'Jana', last: 'Nová' }, migrations)).toEqual({
      full: 'Jana Nová',
      tags: [],
    });
    expect(migrated(kind, 2, { full: 'Jana' }, migrations)).toEqual({ full: 'Jana', tags: [] });
  });

  it('leaves a body of the newest version as it is', () => {
    const body = { full: 'Jana', tags: ['a'] };
    expect(migrated(kind, 3, body, migrations)).toBe(body);
  });

  it('refuses what a newer app wrote, what no step leads from, and what does not fit in the end', () => {
    expect(() => migrated(kind, 4, {}, migrations)).toThrow(NewerDataError);
    expect(() => migrated(kind, 1, {}, {})).toThrow('No migration of clients from version 1');
    expect(() => migrated(kind, 1, { first: '', last: '' }, migrations)).toThrow(z.ZodError);
  });

  const PROFILE = Object.keys(aClient()).filter(
    (field) => field in (withProfile({ registration: '' }) as object),
  );
  const NAMES = ['formerNames', 'aliases'];
  const without = (body: object, fields: readonly string[]): object =>
    Object.fromEntries(Object.entries(body).filter(([field]) => !fields.includes(field)));

  it('gives clients and parties of version 1 no former names and no aliases', () => {
    const before = { ...without(aClient(), [...NAMES, ...PROFILE]), registration: '' };
    expect(migrated(kindOf('clients'), 1, before)).toEqual(aClient());
    expect(migrated(kindOf('parties'), 1, without(aParty(), NAMES))).toEqual(aParty());
  });

  it('gives clients of version 2 an empty profile and keeps the line of registration as it was typed', () => {
    const before = without(aClient(), PROFILE);
    expect(migrated(kindOf('clients'), 2, { ...before, registration: ' ' })).toEqual(aClient());
    const line = 'IČO: 27074358, zapsána u MS v Praze, C 12345';
    expect(migrated(kindOf('clients'), 2, { ...before, registration: line })).toEqual(
      aClient({ numbers: [{ kind: 'other', value: line }] }),
    );
  });

  it('gives practices of version 1 no fields of their own', () => {
    const { customFields: _fields, scorePoints: _points, ...before } = aPractice();
    expect(migrated(kindOf('practice'), 1, before)).toEqual(aPractice());
  });

  it('exists from every version that was ever released', () => {
    for (const table of TABLE_NAMES) {
      const { version } = kindOf(table);
      const steps = Object.keys(MIGRATIONS[table] ?? {}).map(Number);
      expect(steps).toEqual(Array.from({ length: version - 1 }, (_, index) => index + 1));
    }
  });
});
