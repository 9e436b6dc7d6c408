import { DateTime } from 'luxon';
import { clientRecord } from '#shared/domain/client.ts';
import { PRACTICE_FILE, type FileId } from '#shared/domain/ids.ts';
import { noteRecord } from '#shared/domain/note.ts';
import { partyRecord } from '#shared/domain/party.ts';
import { practiceRecord, type PracticeKind } from '#shared/domain/practice.ts';
import { questionRecord } from '#shared/domain/question.ts';
import type { RecordKind } from '#shared/domain/record.ts';
import { reminderRecord } from '#shared/domain/reminder.ts';
import { requirementRecord, requirementsDocumentRecord } from '#shared/domain/requirement.ts';
import { sheetRecord } from '#shared/domain/sheet.ts';
import { taskRecord } from '#shared/domain/task.ts';
import type { Language } from '#shared/domain/values.ts';
import { vault } from '#renderer/db/index.ts';
import type { VaultWriter } from '#renderer/db/types.ts';
import { putSample } from './sample-practice-build.ts';
import { readSample } from './sample-practice-content.ts';

/**
 * Adds the made-up practice of a kind, in one change. Its dates are relative to `now`. Nothing happens when a sample is
 * there already.
 */
export async function addSample(kind: PracticeKind, language: Language, now: Date): Promise<void> {
  const content = await readSample(kind, language);
  await vault().commit(async (change) => {
    const practice = (await change.inFile(practiceRecord, PRACTICE_FILE))[0];
    if (practice?.sample === true) return;
    putSample(
      content,
      { now: DateTime.fromJSDate(now), professional: practice?.professional ?? '' },
      (kindOf, at, body) => change.put(kindOf, at, body),
    );
    if (practice) await change.update(practiceRecord, practice.id, () => ({ sample: true }));
  });
}

async function removeInFile<Body>(
  change: VaultWriter,
  kind: RecordKind<Body>,
  fileId: FileId,
): Promise<void> {
  for (const { id } of await change.inFile(kind, fileId)) await change.remove(kind, id);
}

/** Removes every sample client and all in their files, also what the user wrote there, in one change. Own clients stay. */
export function removeSample(): Promise<void> {
  return vault().commit(async (change) => {
    const clients = await change.all(clientRecord);
    for (const { fileId } of clients.filter(({ sample }) => sample)) {
      await removeInFile(change, partyRecord, fileId);
      await removeInFile(change, noteRecord, fileId);
      await removeInFile(change, requirementRecord, fileId);
      await removeInFile(change, requirementsDocumentRecord, fileId);
      await removeInFile(change, taskRecord, fileId);
      await removeInFile(change, questionRecord, fileId);
      await removeInFile(change, reminderRecord, fileId);
      await removeInFile(change, sheetRecord, fileId);
      await removeInFile(change, clientRecord, fileId);
    }
    const practice = (await change.inFile(practiceRecord, PRACTICE_FILE))[0];
    if (practice) await change.update(practiceRecord, practice.id, () => ({ sample: false }));
  });
}
