import { clientRecord } from '#shared/domain/client.ts';
import { engagementRecord } from '#shared/domain/engagement.ts';
import { newLineId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { partyRecord } from '#shared/domain/party.ts';
import { practiceRecord } from '#shared/domain/practice.ts';
import type { Language } from '#shared/domain/values.ts';
import { createFiller, type Filler, type MergeSource } from '#shared/templates/fill.ts';
import { vault } from '#renderer/db/index.ts';

/**
 * Makes what fills in a template for a client file, from what is known at this moment. Rejects when there is no such file.
 * @param meeting Null: no meeting.
 */
export async function fillerFor(
  fileId: FileId,
  language: Language,
  at: number,
  meeting: MergeSource['meeting'],
): Promise<Filler> {
  const [client, parties, engagements, [practice]] = await Promise.all([
    vault().get(clientRecord, fileId as string as RecordId),
    vault().inFile(partyRecord, fileId),
    vault().inFile(engagementRecord, fileId),
    vault().inFile(practiceRecord, PRACTICE_FILE),
  ]);
  if (!client || !practice) throw new Error('No such client file');
  const partyName = (id: string) => parties.find((party) => party.id === id)?.name;
  const going = engagements.filter(({ status }) => status === 'active');
  return createFiller({ client, practice, at, language, meeting, engagements: going, partyName }, newLineId);
}
