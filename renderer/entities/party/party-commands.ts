import { newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { partyRecord, type PartyBody } from '#shared/domain/party.ts';
import { vault } from '#renderer/db/index.ts';

export const partyCommands = {
  add: async (fileId: FileId, body: PartyBody): Promise<RecordId> => {
    const id = newRecordId();
    await vault().commit((change) => change.put(partyRecord, { id, fileId }, body));
    return id;
  },
  change: (id: RecordId, patch: Partial<PartyBody>): Promise<void> =>
    vault().commit((change) => change.update(partyRecord, id, () => patch)),
  remove: (id: RecordId): Promise<void> => vault().commit((change) => change.remove(partyRecord, id)),
};
