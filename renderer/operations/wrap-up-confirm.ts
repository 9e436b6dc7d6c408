import { newRecordId, type FileId, type LineId, type RecordId } from '#shared/domain/ids.ts';
import { noteRecord, type Note, type NoteBody } from '#shared/domain/note.ts';
import { questionRecord } from '#shared/domain/question.ts';
import type { RecordKind, Stored } from '#shared/domain/record.ts';
import { reminderRecord, type ReminderBody } from '#shared/domain/reminder.ts';
import {
  requirementRecord,
  requirementsDocumentRecord,
  type RequirementsDocumentBody,
} from '#shared/domain/requirement.ts';
import { plainText, type RichTextNode } from '#shared/domain/rich-text.ts';
import type { Source } from '#shared/domain/source.ts';
import { taskRecord } from '#shared/domain/task.ts';
import type { RequirementsTemplate } from '#shared/domain/template.ts';
import { systemClock, type Clock } from '#shared/lib/clock.ts';
import { clientQueries } from '#renderer/entities/client/index.ts';
import { noteQueries } from '#renderer/entities/note/index.ts';
import { practiceQueries } from '#renderer/entities/practice/index.ts';
import { requirementsTemplates } from '#renderer/entities/template/index.ts';
import { vault } from '#renderer/db/index.ts';
import type { VaultWriter } from '#renderer/db/types.ts';
import {
  cameFrom,
  wholeNote,
  type NextStep,
  type WrapUp,
  type WrapUpLine,
  type WrapUpRequirement,
} from './wrap-up.ts';

/** A new requirements document as its template says. */
const documentFrom = (template: RequirementsTemplate): RequirementsDocumentBody => ({
  title: template.name,
  templateId: template.id,
  sections: template.sections.map(({ id, title }) => ({ id, title, text: '' })),
  inboxSectionId: template.inboxSectionId,
  nextNumber: 1,
});

/** The first template made for the practice's kind, else the business requirements document. */
async function firstTemplate(fileId: FileId): Promise<RequirementsTemplate> {
  const [client, practice] = await Promise.all([clientQueries.get(fileId), practiceQueries.get()]);
  const kind = practice?.kind ?? 'other';
  const offered = await requirementsTemplates(client?.language ?? practice?.language ?? 'en', kind);
  const template =
    offered.find(({ kinds }) => kinds.includes(kind)) ?? offered.find(({ id }) => id === 'brd') ?? offered[0];
  if (!template) throw new Error('No requirements template');
  return template;
}

/** Puts a record of a line, or changes the one that came from it before. */
async function putOrChange<Body extends { readonly source: Source | null }>(
  change: VaultWriter,
  kind: RecordKind<Body>,
  at: { readonly fileId: FileId; readonly source: Source },
  patch: Partial<Body>,
  fresh: () => Body,
): Promise<void> {
  const known = (await change.inFile(kind, at.fileId)).find((record: Stored<Body>) =>
    cameFrom(record, at.source),
  );
  if (known) await change.update(kind, known.id, () => patch);
  else change.put(kind, { id: newRecordId(), fileId: at.fileId }, fresh());
}

const written = <Line extends { readonly include: boolean; readonly text: string }>(
  lines: readonly Line[],
): readonly Line[] => lines.filter(({ include, text }) => include && text.trim() !== '');

async function writeTasks(change: VaultWriter, note: Note, lines: WrapUp['tasks']): Promise<void> {
  for (const { lineId, text, side, who, dueOn } of written(lines)) {
    const source = { noteId: note.id, lineId };
    const patch = { title: text.trim(), side, who: who.trim(), dueOn };
    await putOrChange(change, taskRecord, { fileId: note.fileId, source }, patch, () => ({
      ...patch,
      doneAt: null,
      source,
    }));
  }
}

async function writeQuestions(change: VaultWriter, note: Note, lines: WrapUp['questions']): Promise<void> {
  for (const { lineId, text, askedOf } of written(lines)) {
    const source = { noteId: note.id, lineId };
    const patch = { text: text.trim(), askedOf };
    await putOrChange(change, questionRecord, { fileId: note.fileId, source }, patch, () => ({
      ...patch,
      answer: '',
      answeredAt: null,
      source,
    }));
  }
}

/** The document that new requirements go to: the chosen one, else the newest, else a new one. */
async function receivingDocument(
  change: VaultWriter,
  fileId: FileId,
  chosen: RecordId | null,
  template: RequirementsTemplate,
): Promise<RecordId> {
  const documents = await change.inFile(requirementsDocumentRecord, fileId);
  const known = documents.find(({ id }) => id === chosen) ?? documents.at(-1);
  if (known) return known.id;
  const id = newRecordId();
  change.put(requirementsDocumentRecord, { id, fileId }, documentFrom(template));
  return id;
}

async function addRequirements(
  change: VaultWriter,
  note: Note,
  documentId: RecordId,
  lines: readonly WrapUpRequirement[],
): Promise<void> {
  const document = await change.get(requirementsDocumentRecord, documentId);
  if (!document) throw new Error('No such requirements document');
  const { inboxSectionId: sectionId, nextNumber } = document;
  const last = (await change.inFile(requirementRecord, note.fileId))
    .filter((other) => other.documentId === documentId && other.sectionId === sectionId)
    .reduce((highest, { order }) => Math.max(highest, order), 0);
  lines.forEach(({ lineId, text, priority }, index) => {
    change.put(
      requirementRecord,
      { id: newRecordId(), fileId: note.fileId },
      {
        documentId,
        sectionId,
        number: nextNumber + index,
        order: last + index + 1,
        text: text.trim(),
        rationale: '',
        priority,
        status: 'draft',
        acceptance: '',
        source: { noteId: note.id, lineId },
        dueOn: null,
        responsible: '',
      },
    );
  });
  await change.update(requirementsDocumentRecord, documentId, () => ({
    nextNumber: nextNumber + lines.length,
  }));
}

async function writeRequirements(
  change: VaultWriter,
  note: Note,
  { wanted, documentId }: WrapUp,
  template: RequirementsTemplate,
): Promise<void> {
  const existing = await change.inFile(requirementRecord, note.fileId);
  const fresh: WrapUpRequirement[] = [];
  for (const line of written(wanted)) {
    const known = existing.find((other) => cameFrom(other, { noteId: note.id, lineId: line.lineId }));
    const { priority } = line;
    if (known) await change.update(requirementRecord, known.id, () => ({ text: line.text.trim(), priority }));
    else fresh.push(line);
  }
  if (fresh.length === 0) return;
  const receiver = await receivingDocument(change, note.fileId, documentId, template);
  await addRequirements(change, note, receiver, fresh);
}

async function writeNextStep(change: VaultWriter, note: Note, next: NextStep | null): Promise<void> {
  const source = wholeNote(note.id);
  if (next === null) {
    const made = (await change.inFile(reminderRecord, note.fileId)).find((other) => cameFrom(other, source));
    if (made) await change.remove(reminderRecord, made.id);
    return;
  }
  const { kind, title, at, leadMinutes } = next;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const body: ReminderBody = { kind, title, at, zone, leadMinutes, rule: null, doneAt: null, source };
  const known = (await change.inFile(reminderRecord, note.fileId)).find((other) => cameFrom(other, source));
  if (!known) return change.put(reminderRecord, { id: newRecordId(), fileId: note.fileId }, body);
  // A reminder that was ticked off speaks up again only at another moment.
  const doneAt = known.at === at ? known.doneAt : null;
  await change.update(reminderRecord, known.id, () => ({ kind, title, at, zone, leadMinutes, doneAt }));
}

/** A body in which the lines that have no record of their own say what was edited in the wrap-up. */
function withEditedLines(body: RichTextNode, lines: readonly WrapUpLine[]): RichTextNode {
  const edited = new Map<LineId, string>(lines.map(({ lineId, text }) => [lineId, text.trim()]));
  const rewrite = (node: RichTextNode): RichTextNode => {
    const text = edited.get(node.attrs?.['lineId'] as LineId);
    const changed = text !== undefined && text !== '' && text !== plainText(node).trim();
    if (changed) return { ...node, content: [{ type: 'text', text }] };
    return node.content ? { ...node, content: node.content.map(rewrite) } : node;
  };
  return rewrite(body);
}

function closedNote(note: Note, wrapUp: WrapUp, now: number): Partial<NoteBody> {
  return {
    // Decisions and lines for the client live in the note alone, so their edited words go there.
    body: withEditedLines(note.body, [...wrapUp.decided, ...wrapUp.forClient]),
    wrappedAt: now,
    endedAt: note.endedAt ?? now,
    nextMeeting: wrapUp.next?.kind === 'meeting' ? wrapUp.next.at : null,
  };
}

/**
 * Does what the wrap-up says, in one change of the vault: all of it or nothing. Lines are known by their place in the note,
 * so that wrapping up again updates what was made before and adds what is new.
 * Rejects with a `PlatformError` when it could not be stored.
 */
export async function confirmWrapUp(
  noteId: RecordId,
  wrapUp: WrapUp,
  clock: Clock = systemClock,
): Promise<void> {
  const before = await noteQueries.get(noteId);
  if (!before) throw new Error('No such note');
  const template = await firstTemplate(before.fileId);
  await vault().commit(
    async (change) => {
      const note = await change.get(noteRecord, noteId);
      if (!note) throw new Error('No such note');
      await writeTasks(change, note, wrapUp.tasks);
      await writeRequirements(change, note, wrapUp, template);
      await writeQuestions(change, note, wrapUp.questions);
      await writeNextStep(change, note, wrapUp.next);
      await change.update(noteRecord, noteId, (body) => closedNote(body, wrapUp, clock.now()));
    },
    { name: 'wrapUp' },
  );
}
