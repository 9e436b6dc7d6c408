import { newLineId, newRecordId, type LineId, type RecordId } from '#shared/domain/ids.ts';
import { noteRecord, type Attendee } from '#shared/domain/note.ts';
import { questionRecord } from '#shared/domain/question.ts';
import { requirementRecord, requirementsDocumentRecord } from '#shared/domain/requirement.ts';
import type { RichTextNode } from '#shared/domain/rich-text.ts';
import type { SampleLine, SampleNote } from '#shared/domain/sample.ts';
import type { Source } from '#shared/domain/source.ts';
import { taskRecord } from '#shared/domain/task.ts';
import type { MeetingTemplate } from '#shared/domain/template.ts';
import {
  at,
  doer,
  found,
  isoDay,
  wallTime,
  workingDay,
  type FileContext,
} from './sample-practice-context.ts';

/** A line of a note with its wording and the id that its records point to. */
interface Line {
  readonly is: SampleLine;
  readonly text: string;
  readonly lineId: LineId;
}

function paragraph(context: FileContext, { is, text, lineId }: Line): RichTextNode {
  const content: readonly RichTextNode[] = [{ type: 'text', text }];
  if (is.mark === undefined) return { type: 'paragraph', content };
  const task = is.mark === 'task' ? is : null;
  const attrs = {
    mark: is.mark,
    lineId,
    who: task ? doer(context, task.side) : '',
    due: task ? isoDay(workingDay(context.setting.now, task.due)) : null,
  };
  return { type: 'paragraph', attrs, content };
}

function noteText(context: FileContext, template: MeetingTemplate, lines: readonly Line[]): RichTextNode {
  const headings = (template.body.content ?? []).filter(({ type }) => type === 'heading');
  return {
    type: 'doc',
    content: headings.flatMap((heading, place) => {
      const under = lines.filter(({ is }) => is.under === place).map((line) => paragraph(context, line));
      return under.length === 0 ? [] : [heading, ...under];
    }),
  };
}

function attendees({ setting, speaker }: FileContext): Attendee[] {
  const own: Attendee[] =
    setting.professional === '' ? [] : [{ name: setting.professional, side: 'practice' }];
  return [{ name: speaker, side: 'client' }, ...own];
}

function putNote(context: FileContext, note: SampleNote, title: string, lines: readonly Line[]): RecordId {
  const { content, setting, put, fileId } = context;
  const template = found(
    content.meetings.find(({ id }) => id === note.template),
    `template ${note.template}`,
  );
  const started = at(workingDay(setting.now, note.day), note.time);
  const ended = started.plus({ minutes: note.minutes }).toMillis();
  const id = newRecordId();
  put(
    noteRecord,
    { id, fileId },
    {
      title,
      templateId: template.id,
      startedAt: started.toMillis(),
      endedAt: ended,
      timerSeconds: note.minutes * 60,
      attendees: attendees(context),
      channel: note.channel,
      place: note.place === null ? '' : found(content.people.places[note.place], `place ${note.place}`),
      agenda: template.agenda.map((text) => ({ text, done: note.wrapped })),
      body: noteText(context, template, lines),
      translations: {},
      nextMeeting:
        note.nextMeeting === null ? null : wallTime(workingDay(setting.now, note.nextMeeting), note.time),
      wrappedAt: note.wrapped ? ended : null,
    },
  );
  return id;
}

/** The records that wrapping up made of a note's lines; requirements come back, for they need a document. */
function putLines(
  context: FileContext,
  noteId: RecordId,
  note: SampleNote,
  lines: readonly Line[],
): readonly { readonly line: Line; readonly source: Source }[] {
  const { setting, put, fileId } = context;
  const wanted: { readonly line: Line; readonly source: Source }[] = [];
  for (const line of note.wrapped ? lines : []) {
    const { is, text, lineId } = line;
    const source: Source = { noteId, lineId };
    const place = { id: newRecordId(), fileId };
    if (is.mark === 'task') {
      const due = workingDay(setting.now, is.due);
      put(taskRecord, place, {
        title: text,
        side: is.side,
        who: doer(context, is.side),
        dueOn: isoDay(due),
        doneAt: is.done ? at(due, '12:00').toMillis() : null,
        source,
      });
    } else if (is.mark === 'question') {
      put(questionRecord, place, { text, askedOf: is.side, answer: '', answeredAt: null, source });
    } else if (is.mark === 'requirement') {
      wanted.push({ line, source });
    }
  }
  return wanted;
}

function putRequirements(
  { content, setting, put, fileId }: FileContext,
  wanted: readonly { readonly line: Line; readonly source: Source }[],
): void {
  if (wanted.length === 0) return;
  const template = found(content.requirements[0], 'requirements template');
  const documentId = newRecordId();
  put(
    requirementsDocumentRecord,
    { id: documentId, fileId },
    {
      title: template.name,
      templateId: template.id,
      sections: template.sections.map(({ id, title }) => ({ id, title, text: '' })),
      inboxSectionId: template.inboxSectionId,
      nextNumber: wanted.length + 1,
    },
  );
  wanted.forEach(({ line: { is, text }, source }, index) => {
    if (is.mark !== 'requirement') return;
    put(
      requirementRecord,
      { id: newRecordId(), fileId },
      {
        documentId,
        sectionId: is.section ?? template.inboxSectionId,
        number: index + 1,
        order: index + 1,
        text,
        rationale: '',
        priority: is.priority,
        status: is.status,
        acceptance: '',
        source,
        dueOn: is.due === undefined ? null : isoDay(workingDay(setting.now, is.due)),
        responsible: '',
      },
    );
  });
}

/** Puts the notes of one file, and what wrapping them up made of their lines. */
export function putNotes(context: FileContext): void {
  const { client, texts } = context;
  const wanted = client.notes.flatMap((note, index) => {
    const { title, lines: wordings } = found(texts.notes[index], `note ${index} of ${client.who}`);
    const lines = note.lines.map((is, place): Line => ({
      is,
      text: found(wordings[place], `line ${place} of ${client.who}`),
      lineId: newLineId(),
    }));
    return putLines(context, putNote(context, note, title, lines), note, lines);
  });
  putRequirements(context, wanted);
}
