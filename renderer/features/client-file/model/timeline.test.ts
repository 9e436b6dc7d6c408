import { describe, expect, it } from 'vitest';
import type { Engagement } from '#shared/domain/engagement.ts';
import { newFileId, newLineId, newRecordId } from '#shared/domain/ids.ts';
import type { MoneyEntry } from '#shared/domain/money-entry.ts';
import type { Note } from '#shared/domain/note.ts';
import type { Reminder } from '#shared/domain/reminder.ts';
import type { Requirement, RequirementsDocument } from '#shared/domain/requirement.ts';
import type { Sheet } from '#shared/domain/sheet.ts';
import type { Task } from '#shared/domain/task.ts';
import { aMoneyEntry, anEngagement } from '#test/builders/bodies.ts';
import { byDay, type FileRecords, madeAt, marksOf, timelineEntries } from './timeline.ts';

const fileId = newFileId();
const at = (text: string): number => Date.parse(`${text}+01:00`);
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
const line = (mark: string | null, text: string) => ({
  type: 'paragraph',
  ...(mark === null ? {} : { attrs: { mark, lineId: newLineId(), who: '', due: null } }),
  content: [{ type: 'text', text }],
});
const note = (startedAt: number, wrappedAt: number | null = null): Note =>
  ({
    id: newRecordId(),
    fileId,
    title: 'Meeting',
    startedAt,
    wrappedAt,
    body: {
      type: 'doc',
      content: [line('task', 'a'), line(null, 'b'), line('decision', 'c'), line('task', 'd')],
    },
  }) as unknown as Note;
const timeline = (records: FileRecords) => byDay(timelineEntries(records, null));
const kinds = (records: Partial<FileRecords>) =>
  timeline({ ...NONE, ...records }).map(({ day, entries }) => [day, entries.map(({ kind }) => kind)]);

describe('timeline', () => {
  const meeting = note(at('2026-11-10T09:00'), at('2026-11-10T10:00'));
  const source = { noteId: meeting.id, lineId: newLineId() };

  it('groups by day, the latest day and entry first', () => {
    const second = note(at('2026-11-12T09:00'));
    const sheet = {
      id: newRecordId(),
      noteId: meeting.id,
      version: 1,
      madeAt: at('2026-11-10T10:30'),
    } as Sheet;
    expect(kinds({ notes: [meeting, second], sheets: [sheet] })).toEqual([
      ['2026-11-12', ['note']],
      ['2026-11-10', ['sheet', 'note']],
    ]);
  });

  it('tells a task that came from a note only when it is done', () => {
    const open = { id: newRecordId(), title: 'x', source, doneAt: null } as Task;
    const done = { ...open, doneAt: at('2026-11-11T08:00') };
    expect(kinds({ notes: [meeting], tasks: [open] })).toEqual([['2026-11-10', ['note']]]);
    expect(kinds({ notes: [meeting], tasks: [done] })).toEqual([
      ['2026-11-11', ['taskDone']],
      ['2026-11-10', ['note']],
    ]);
  });

  it('counts the requirements of one document and day as one entry, at the time of their note', () => {
    const document = { id: newRecordId(), fileId, title: 'Brief' } as RequirementsDocument;
    const requirement = () => ({ id: newRecordId(), documentId: document.id, source }) as Requirement;
    const [day] = timeline({
      ...NONE,
      notes: [meeting],
      documents: [document],
      requirements: [requirement(), requirement()],
    });
    expect(day?.day).toBe('2026-11-10');
    expect(day?.entries[0]).toMatchObject({ kind: 'requirements', count: 2, at: meeting.wrappedAt });
  });

  it('puts a reminder where it is due, and a finished one where it was finished', () => {
    const standing = {
      id: newRecordId(),
      at: '2026-12-01T09:00',
      zone: 'Europe/Prague',
      doneAt: null,
    } as Reminder;
    expect(kinds({ reminders: [standing] })).toEqual([['2026-12-01', ['reminder']]]);
    expect(kinds({ reminders: [{ ...standing, doneAt: at('2026-11-20T09:00') }] })).toEqual([
      ['2026-11-20', ['reminderDone']],
    ]);
  });

  it('tells of engagements that are agreed on when they began and ended, and of payments', () => {
    const engagement = (changes: Partial<Engagement>): Engagement =>
      ({ id: newRecordId(), ...anEngagement({ startOn: '2026-11-02' }), ...changes }) as Engagement;
    const entry = (changes: Partial<MoneyEntry>): MoneyEntry =>
      ({ id: newRecordId(), ...aMoneyEntry({ day: '2026-11-05' }), ...changes }) as MoneyEntry;
    const engagements = [
      engagement({ status: 'active', endOn: '2027-01-01' }),
      engagement({ status: 'proposed' }),
      engagement({ status: 'done', endOn: '2026-11-20' }),
    ];
    expect(kinds({ engagements, money: [entry({ kind: 'payment' }), entry({})] })).toEqual([
      ['2026-11-20', ['engagementEnded']],
      ['2026-11-05', ['payment']],
      ['2026-11-02', ['engagementBegun', 'engagementBegun']],
    ]);
  });

  it('reads the time a record was made from its id', () => {
    const before = Date.now();
    expect(madeAt(newRecordId())).toBeGreaterThanOrEqual(before);
    expect(madeAt(newRecordId())).toBeLessThanOrEqual(Date.now() + 1);
  });

  it('counts the marks of a note', () => {
    expect(marksOf(meeting)).toEqual([
      { mark: 'task', count: 2 },
      { mark: 'decision', count: 1 },
    ]);
  });
});
