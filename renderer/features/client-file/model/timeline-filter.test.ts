import { describe, expect, it } from 'vitest';
import type { Client } from '#shared/domain/client.ts';
import type { ConflictCheck } from '#shared/domain/conflict-check.ts';
import { newFileId, newLineId, newRecordId } from '#shared/domain/ids.ts';
import type { Imported } from '#shared/domain/import.ts';
import type { Note } from '#shared/domain/note.ts';
import type { Task } from '#shared/domain/task.ts';
import type { FilePast } from './past.ts';
import { ALL_ENTRIES, filterEntries, type TimelineFilter } from './timeline-filter.ts';
import { timelineEntries, type FileRecords } from './timeline.ts';

const fileId = newFileId();
const id = newRecordId();
const NONE: FileRecords = {
  notes: [],
  tasks: [],
  questions: [],
  reminders: [],
  documents: [],
  requirements: [],
  sheets: [],
  engagements: [],
  money: [],
  attachments: [],
};
const at = (text: string): number => new Date(text).getTime();
const note = {
  id: newRecordId(),
  fileId,
  title: 'Schůzka',
  place: '',
  attendees: [{ name: 'Jana Nováková', side: 'client' }],
  startedAt: at('2026-11-10T09:00'),
  wrappedAt: null,
  body: {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { mark: 'decision', lineId: newLineId(), who: '', due: null },
        content: [{ type: 'text', text: 'Výpověď nájmu' }],
      },
    ],
  },
} as unknown as Note;
const task = {
  id: newRecordId(),
  fileId,
  title: 'Poslat návrh',
  source: { noteId: note.id, lineId: newLineId() },
  doneAt: at('2026-11-12T09:00'),
} as Task;

const client = {
  id,
  fileId,
  name: 'Adam Čermák',
  consents: [
    { kind: 'terms', givenOn: '2026-01-05', validUntil: null, withdrawnOn: '2026-06-01', paper: 'Smlouva' },
  ],
  perks: [{ day: '2026-02-03', kind: 'gift', text: 'Kniha', worth: '' }],
} as unknown as Client;
const check = (queries: string[], hitFile = newFileId()): ConflictCheck =>
  ({
    id: newRecordId(),
    queries,
    hits: [{ fileId: hitFile }],
    decision: 'none',
    decidedAt: at('2026-01-04T08:00'),
  }) as unknown as ConflictCheck;
const imported = (undoneAt: number | null): Imported =>
  ({
    id: newRecordId(),
    at: at('2026-01-03T08:00'),
    fileName: 'klienti.csv',
    undoneAt,
    touched: [{ table: 'clients', how: 'added', ids: [newRecordId(), id] }],
  }) as unknown as Imported;
const past: FilePast = {
  client,
  stages: [{ at: at('2026-03-01T08:00'), stage: 'lost', reason: 'Cena' }],
  checks: [check(['adam cermak']), check(['někdo'], fileId), check(['jiný'])],
  imports: [imported(null), imported(1)],
};
const entries = timelineEntries({ ...NONE, notes: [note], tasks: [task] }, past);
const left = (filter: Partial<TimelineFilter>): readonly string[] =>
  filterEntries(entries, { ...ALL_ENTRIES, ...filter }).map(({ kind }) => kind);

describe('the timeline', () => {
  it('tells what happened with the client too, the latest first: only checks of this file, and imports that stand', () => {
    expect(left({})).toEqual([
      'taskDone',
      'note',
      'consentWithdrawn',
      'stage',
      'perk',
      'consentGiven',
      'conflictCheck',
      'conflictCheck',
      'imported',
    ]);
  });

  it('is narrowed to kinds, to marks, and to words wherever they stand, without diacritics', () => {
    expect(left({ groups: ['tasks', 'meetings'] })).toEqual(['taskDone', 'note']);
    expect(left({ marks: ['decision'] })).toEqual(['note']);
    expect(left({ marks: ['question'] })).toEqual([]);
    expect(left({ text: 'vypoved  novakova' })).toEqual(['note']);
    expect(left({ text: 'smlouva' })).toEqual(['consentWithdrawn', 'consentGiven']);
    expect(left({ text: 'kniha', groups: ['tasks'] })).toEqual([]);
  });
});
