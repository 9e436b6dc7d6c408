import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TABLE_NAMES, type RecordKind } from '#shared/domain/record.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { noteRecord } from '#shared/domain/note.ts';
import { partyRecord } from '#shared/domain/party.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import { questionRecord } from '#shared/domain/question.ts';
import { reminderRecord } from '#shared/domain/reminder.ts';
import { requirementRecord, requirementsDocumentRecord } from '#shared/domain/requirement.ts';
import { sheetRecord } from '#shared/domain/sheet.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { NewerDataError } from '#shared/formats/newer-data.ts';
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

  it('exists from every version that was ever released', () => {
    const kinds: readonly Pick<RecordKind<unknown>, 'table' | 'version'>[] = [
      clientRecord,
      noteRecord,
      partyRecord,
      practiceRecord,
      questionRecord,
      reminderRecord,
      requirementRecord,
      requirementsDocumentRecord,
      sheetRecord,
      taskRecord,
    ];
    expect(kinds.map((one) => one.table).toSorted()).toEqual(TABLE_NAMES.toSorted());
    for (const { table, version } of kinds) {
      const steps = Object.keys(MIGRATIONS[table] ?? {}).map(Number);
      expect(steps).toEqual(Array.from({ length: version - 1 }, (_, index) => index + 1));
    }
  });
});
