import { clientRecord, type Client } from '#shared/domain/client.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/stages.ts';
import { LastAnswer, timeOf, vault } from '#renderer/db/index.ts';

/** A client's record has the id of the file. */
export const clientRecordId = (fileId: FileId): RecordId => fileId as string as RecordId;

/** When a client came to a stage of the lifecycle, as far as the kept versions tell. */
export interface StageChange extends Standing {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly reason: string;
}

export const clientQueries = {
  all: (): Promise<readonly Client[]> => vault().all(clientRecord),
  get: (fileId: FileId): Promise<Client | undefined> => vault().get(clientRecord, clientRecordId(fileId)),

  /** When the client came to each stage after the first, as far as the kept versions tell, the earliest first. */
  async stageChanges(fileId: FileId): Promise<readonly StageChange[]> {
    const id = clientRecordId(fileId);
    const now = await vault().get(clientRecord, id);
    const versions = await vault().versionsOf(clientRecord, id);
    const said = versions.toReversed().map(({ keptAt, body }) => ({ until: keptAt, body }));
    if (now) said.push({ until: timeOf(now.stamp), body: now });
    const changes: StageChange[] = [];
    for (const [index, { body }] of said.entries()) {
      const before = said[index - 1];
      if (!before) continue;
      const { stage, ownStage = null, stageReason: reason } = body;
      // What was before is kept when the stage changes: the moment of the one is that of the other.
      if ((ownStage ?? stage) !== (before.body.ownStage ?? before.body.stage))
        changes.push({ at: before.until, stage, ownStage, reason });
      // The reason is often completed a while after.
      else changes.push(...changes.splice(-1).map((change) => ({ ...change, reason })));
    }
    return changes;
  },
};

/** Every client, as far as they were read ahead of the screens that show them. */
export const lastClients = new LastAnswer(['clients'], clientQueries.all);
