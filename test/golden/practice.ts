import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attachmentRecord } from '#shared/domain/attachment.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { conflictCheckRecord, type ConflictCheckBody } from '#shared/domain/conflict-check.ts';
import { newFileId, newRecordId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { noteRecord } from '#shared/domain/note.ts';
import { partyRecord } from '#shared/domain/party.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import { questionRecord } from '#shared/domain/question.ts';
import type { RecordKind } from '#shared/domain/record.ts';
import { reminderRecord } from '#shared/domain/reminder.ts';
import { requirementRecord, requirementsDocumentRecord } from '#shared/domain/requirement.ts';
import { sheetRecord } from '#shared/domain/sheet.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { CHUNK_BYTES } from '#shared/formats/attachment-chunks.ts';
import { ChunkCipher } from '#main/services/attachments/chunk-cipher.ts';
import { audit, vault } from '#renderer/db/index.ts';
import { attachmentKeysOf } from '#renderer/db/session.ts';
import * as some from '../builders/bodies.ts';

/** Bytes that repeat over more than one chunk and end within one. */
export const someContent = (): Buffer =>
  Buffer.from(Array.from({ length: CHUNK_BYTES + 5000 }, (_, index) => (index * 31 + (index >> 8)) % 251));

const CONFLICT_CHECK: ConflictCheckBody = {
  queries: ['Nováková'],
  checkedAt: some.SOME_MOMENT,
  searched: { clients: 2, parties: 2, notes: 2, requirements: 2, questions: 2, tasks: 2 },
  hits: [],
  hitCount: 0,
  decision: 'none',
  reason: '',
  decidedBy: 'Eva Horáková',
  decidedAt: some.SOME_MOMENT,
};

/** Fills the open vault with made-up records of every kind, in two client files, with versions and an activity log. */
export async function fillPractice(attachments: string): Promise<void> {
  const files = [newFileId(), newFileId()];
  await vault().commit(async (change) => {
    change.put(practiceRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, some.aPractice());
    change.put(conflictCheckRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, CONFLICT_CHECK);
    for (const [index, fileId] of files.entries()) {
      const put = <Body>(kind: RecordKind<Body>, body: Body): void =>
        change.put(kind, { id: newRecordId(), fileId }, body);
      const client = some.aClient({
        name: index === 0 ? 'Jana Nováková' : 'Михаил Лебедев',
        address: 'Łódź, ёлка',
      });
      change.put(clientRecord, { id: fileId as string as RecordId, fileId }, client);
      put(partyRecord, some.aParty());
      put(noteRecord, some.aNote());
      put(requirementsDocumentRecord, some.aRequirementsDocument());
      put(requirementRecord, some.aRequirement());
      put(taskRecord, some.aTask({ title: `Call ${String(index)}`, dueOn: '2026-12-01' }));
      put(questionRecord, some.aQuestion());
      put(reminderRecord, some.aReminder());
      put(sheetRecord, some.aSheet());
    }
    await audit(change, 'sampleAdded', { count: files.length });
  });
  const [task] = await vault().all(taskRecord);
  if (task)
    await vault().commit((change) => change.update(taskRecord, task.id, () => ({ title: 'Call again' })));
  await vault().commit((change) => audit(change, 'removed', { table: 'tasks', count: 1, fileId: 'none' }));
  const [fileId] = files;
  if (fileId) await attach(attachments, fileId);
}

/** Adds a client file that is to be erased. */
export async function addClientToErase(): Promise<FileId> {
  const fileId = newFileId();
  await vault().commit((change) => {
    change.put(clientRecord, { id: fileId as string as RecordId, fileId }, some.aClient({ name: 'Erased' }));
    change.put(noteRecord, { id: newRecordId(), fileId }, some.aNote());
  });
  return fileId;
}

/** Adds a document, as the app stores it. */
async function attach(folder: string, fileId: ReturnType<typeof newFileId>): Promise<void> {
  const content = someContent();
  const cipher = new ChunkCipher(attachmentKeysOf(fileId));
  const chunks: string[] = [];
  for (let at = 0; at < content.length; at += CHUNK_BYTES) {
    const chunk = content.subarray(at, at + CHUNK_BYTES);
    const name = cipher.nameOf(chunk);
    await mkdir(join(folder, name.slice(0, 2)), { recursive: true });
    await writeFile(join(folder, name.slice(0, 2), name), cipher.seal(name, chunk));
    chunks.push(name);
  }
  const body = {
    name: 'Smlouva č. 1.pdf',
    mediaType: 'application/pdf',
    addedAt: some.SOME_MOMENT,
    contentFile: null,
    chunks,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
  await vault().commit((change) => change.put(attachmentRecord, { id: newRecordId(), fileId }, body));
}
