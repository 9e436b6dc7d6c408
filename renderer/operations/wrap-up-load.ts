import type { Client } from '#shared/domain/client.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Note } from '#shared/domain/note.ts';
import { questionRecord } from '#shared/domain/question.ts';
import { reminderRecord } from '#shared/domain/reminder.ts';
import {
  requirementRecord,
  requirementsDocumentRecord,
  type Requirement,
  type RequirementsDocument,
} from '#shared/domain/requirement.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { clientQueries } from '#renderer/entities/client/index.ts';
import { noteQueries } from '#renderer/entities/note/index.ts';
import { practiceQueries } from '#renderer/entities/practice/index.ts';
import { vault } from '#renderer/db/index.ts';
import { cameFrom, proposeWrapUp, type WrapUp } from './wrap-up.ts';

/** What the screen of a wrap-up shows. */
export interface LoadedWrapUp {
  readonly note: Note;
  readonly client: Client;
  /** The client's requirements documents, the oldest first. */
  readonly documents: readonly RequirementsDocument[];
  /** The requirements of the file that a task can be for; those of this note's lines are lines of the proposal. */
  readonly requirements: readonly Requirement[];
  readonly proposal: WrapUp;
}

/** Reads a note and its file and proposes the wrap-up; null when there is no such note. */
export async function loadWrapUp(noteId: RecordId): Promise<LoadedWrapUp | null> {
  const note = await noteQueries.get(noteId);
  if (!note) return null;
  const { fileId } = note;
  const [client, practice, tasks, requirements, documents, questions, reminders] = await Promise.all([
    clientQueries.get(fileId),
    practiceQueries.get(),
    vault().inFile(taskRecord, fileId),
    vault().inFile(requirementRecord, fileId),
    vault().inFile(requirementsDocumentRecord, fileId),
    vault().inFile(questionRecord, fileId),
    vault().inFile(reminderRecord, fileId),
  ]);
  if (!client) return null;
  const names = {
    client: `${client.name} ${client.contactPerson}`,
    professional: practice?.professional ?? '',
  };
  const records = { tasks, requirements, documents, questions, reminders };
  const proposal = proposeWrapUp(note, records, names);
  const others = requirements.filter(
    (one) =>
      one.status !== 'dropped' &&
      one.text.trim() !== '' &&
      !proposal.wanted.some(({ lineId }) => cameFrom(one, { noteId, lineId })),
  );
  return { note, client, documents, requirements: others, proposal };
}
