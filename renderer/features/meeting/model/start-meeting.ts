import type { Client } from '#shared/domain/client.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Attendee, Note, NoteBody } from '#shared/domain/note.ts';
import type { Practice } from '#shared/domain/practice.ts';
import { EMPTY_RICH_TEXT } from '#shared/domain/rich-text.ts';
import type { MeetingTemplate } from '#shared/domain/template.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { systemClock, type Clock } from '#shared/lib/clock.ts';
import { clientQueries } from '#renderer/entities/client/index.ts';
import { noteCommands, noteQueries } from '#renderer/entities/note/index.ts';
import { practiceQueries } from '#renderer/entities/practice/index.ts';
import { fillerFor, type Offered, offeredMeetings } from '#renderer/entities/template/index.ts';
import type { Filler } from '#shared/templates/fill.ts';

function attendeesOf(client: Client | undefined, practice: Practice | undefined): Attendee[] {
  const guest = client?.type === 'organisation' ? client.contactPerson || client.name : client?.name;
  const all: Attendee[] = [
    { name: guest ?? '', side: 'client' },
    { name: practice?.professional ?? '', side: 'practice' },
  ];
  return all.filter(({ name }) => name !== '');
}

/** A template with its fields filled in. */
export const filledIn = ({ template }: Offered<MeetingTemplate>, filler: Filler): MeetingTemplate => ({
  ...template,
  agenda: template.agenda.map((point) => filler.line(point)),
  body: filler.richText(template.body),
});

/** A note as it starts from a template whose fields are filled in. */
export const freshNote = (
  template: MeetingTemplate | undefined,
  attendees: Attendee[],
  startedAt: number,
): NoteBody => ({
  title: template?.name ?? '',
  templateId: template?.id ?? null,
  startedAt,
  endedAt: null,
  timerSeconds: 0,
  attendees,
  channel: 'inPerson',
  place: '',
  agenda: (template?.agenda ?? []).map((text) => ({ text, done: false })),
  body: template?.body ?? EMPTY_RICH_TEXT,
  translations: {},
  nextMeeting: null,
  wrappedAt: null,
});

async function openNoteOfToday(fileId: FileId, now: number): Promise<Note | undefined> {
  const notes = await noteQueries.inFile(fileId);
  return notes.findLast((note) => note.wrappedAt === null && dayOf(note.startedAt) === dayOf(now));
}

async function start(
  fileId: FileId,
  now: number,
  onFilled: ((filler: Filler) => void) | undefined,
): Promise<RecordId> {
  const open = await openNoteOfToday(fileId, now);
  if (open) return open.id;
  const [client, practice] = await Promise.all([clientQueries.get(fileId), practiceQueries.get()]);
  const templates = await offeredMeetings(practice?.language ?? 'en', practice?.kind ?? 'other');
  const chosen = templates.find(({ starts }) => starts) ?? templates.find(({ own }) => !own);
  const attendees = attendeesOf(client, practice);
  if (!chosen) return noteCommands.create(fileId, freshNote(undefined, attendees, now));
  const meeting = { attendees, place: '', channel: 'inPerson' } as const;
  const filler = await fillerFor(fileId, chosen.language, now, meeting);
  const id = await noteCommands.create(fileId, freshNote(filledIn(chosen, filler), attendees, now));
  onFilled?.(filler);
  return id;
}

const starting = new Map<FileId, Promise<RecordId>>();

/**
 * Goes on with today's open note of this file, or starts one from the template chosen for that, else from the first of the
 * app's for the practice's kind. Asked twice at once, it starts one. Rejects with a `PlatformError` when the note could not
 * be stored.
 * @param onFilled Told of what filled in the fields of the template, when a note was started.
 */
export function startMeeting(
  fileId: FileId,
  clock: Clock = systemClock,
  onFilled?: (filler: Filler) => void,
): Promise<RecordId> {
  const running = starting.get(fileId);
  if (running) return running;
  const started = start(fileId, clock.now(), onFilled).finally(() => starting.delete(fileId));
  starting.set(fileId, started);
  return started;
}
