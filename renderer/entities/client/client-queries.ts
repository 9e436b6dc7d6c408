import { clientRecord, type Client } from '#shared/domain/client.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { timeOf, vault } from '#renderer/db/index.ts';

/** A client's record has the id of the file. */
export const clientRecordId = (fileId: FileId): RecordId => fileId as string as RecordId;

export const clientQueries = {
  all: (): Promise<readonly Client[]> => vault().all(clientRecord),
  get: (fileId: FileId): Promise<Client | undefined> => vault().get(clientRecord, clientRecordId(fileId)),

  /** When the client came to each stage after the first, as far as the kept versions tell, the earliest first. */
  async stageChanges(
    fileId: FileId,
  ): Promise<readonly { readonly at: number; readonly stage: Client['stage']; readonly reason: string }[]> {
    const id = clientRecordId(fileId);
    const now = await vault().get(clientRecord, id);
    const versions = await vault().versionsOf(clientRecord, id);
    const said = versions.map(({ madeAt, body }) => ({
      at: madeAt,
      stage: body.stage,
      reason: body.stageReason,
    }));
    if (now) said.push({ at: timeOf(now.stamp), stage: now.stage, reason: now.stageReason });
    const sorted = said.toSorted((one, other) => one.at - other.at);
    return sorted.filter(({ stage }, index) => index > 0 && stage !== sorted[index - 1]?.stage);
  },
};
