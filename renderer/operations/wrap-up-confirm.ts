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

type RequirementIds = readonly RecordId[];

/** The requirements of a task when the first of them is another one; as they were when it is the same. */
function workedOn(before: RequirementIds, first: RecordId | null): RequirementIds {
  if (first === (before[0] ?? null)) return before;
  const others = before.slice(1).filter((id) => id !== first);
  return first === null ? others : [first, ...others];
}

async function writeTasks(
  change: VaultWriter,
  note: Note,
  lines: WrapUp['tasks'],
  requirements: ReadonlyMap<string, RecordId>,
): Promise<void> {
  const existing = await change.inFile(taskRecord, note.fileId);
  for (const { lineId, text, side, who, dueOn, serves } of written(lines)) {
    const source = { noteId: note.id, lineId };
    const known = existing.find((task) => cameFrom(task, source));
    const before = known?.requirementIds ?? [];
    // One that is not here now may come back: the link to it stays.
    const first = serves === before[0] ? (before[0] ?? null) : (requirements.get(serves ?? '') ?? null);
    const requirementIds = [...workedOn(before, first)];
    const patch = {
      title: text.trim(),
      side,
      who: who.trim(),
      dueOn,
      ...((known?.requirementIds || requirementIds.length > 0) && { requirementIds }),
    };
    if (known) await change.update(taskRecord, known.id, () => patch);
    else
      change.put(taskRecord, { id: newRecordId(), fileId: note.fileId }, { ...patch, doneAt: null, source });
  }
}

/** Longest title of a task, UTF-16 units. */
const LONGEST_TASK = 500;

/** The tasks that were wanted with requirements: each of the same line, working on it. */
async function writeTasksOfRequirements(
  change: VaultWriter,
  note: Note,
  lines: WrapUp['wanted'],
  requirements: ReadonlyMap<string, RecordId>,
): Promise<void> {
  const existing = await change.inFile(taskRecord, note.fileId);
  for (const { lineId, text, withTask } of written(lines)) {
    const id = requirements.get(lineId);
    if (!withTask || id === undefined) continue;
    const source = { noteId: note.id, lineId };
    const known = existing.find((task) => cameFrom(task, source));
    const { requirementIds = [] } = known ?? {};
    if (known && !requirementIds.includes(id))
      await change.update(taskRecord, known.id, () => ({ requirementIds: [...requirementIds, id] }));
    if (known) continue;
    change.put(
      taskRecord,
      { id: newRecordId(), fileId: note.fileId },
      {
        title: text.trim().slice(0, LONGEST_TASK),
        side: 'practice',
        who: '',
        dueOn: null,
        doneAt: null,
        source,
        requirementIds: [id],
      },
    );
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
): Promise<ReadonlyMap<LineId, RecordId>> {
  const document = await change.get(requirementsDocumentRecord, documentId);
  if (!document) throw new Error('No such requirements document');
  const { inboxSectionId: sectionId, nextNumber } = document;
  const last = (await change.inFile(requirementRecord, note.fileId))
    .filter((other) => other.documentId === documentId && other.sectionId === sectionId)
    .reduce((highest, { order }) => Math.max(highest, order), 0);
  const made = new Map(lines.map(({ lineId }) => [lineId, newRecordId()]));
  lines.forEach(({ lineId, text, priority }, index) => {
    change.put(
      requirementRecord,
      { id: made.get(lineId) ?? newRecordId(), fileId: note.fileId },
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
  return made;
}

/** Writes the requirements. Answers with every requirement of the file, by its own id and by the line of this note it came from. */
async function writeRequirements(
  change: VaultWriter,
  note: Note,
  { wanted, documentId }: WrapUp,
  template: RequirementsTemplate,
): Promise<ReadonlyMap<string, RecordId>> {
  const existing = await change.inFile(requirementRecord, note.fileId);
  const fresh: WrapUpRequirement[] = [];
  for (const line of written(wanted)) {
    const known = existing.find((other) => cameFrom(other, { noteId: note.id, lineId: line.lineId }));
    const { priority } = line;
    if (known) await change.update(requirementRecord, known.id, () => ({ text: line.text.trim(), priority }));
    else fresh.push(line);
  }
  const all = new Map<string, RecordId>(
    existing.flatMap(({ id, source }) => [
      [id, id],
      ...(source?.noteId === note.id ? [[source.lineId, id] as const] : []),
    ]),
  );
  if (fresh.length === 0) return all;
  const receiver = await receivingDocument(change, note.fileId, documentId, template);
  return new Map([...all, ...(await addRequirements(change, note, receiver, fresh))]);
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
      const requirements = await writeRequirements(change, note, wrapUp, template);
      await writeTasks(change, note, wrapUp.tasks, requirements);
      await writeTasksOfRequirements(change, note, wrapUp.wanted, requirements);
      await writeQuestions(change, note, wrapUp.questions);
      await writeNextStep(change, note, wrapUp.next);
      await change.update(noteRecord, noteId, (body) => closedNote(body, wrapUp, clock.now()));
    },
    { name: 'wrapUp' },
  );
}
