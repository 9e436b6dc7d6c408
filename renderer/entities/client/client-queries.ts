import { clientRecord, type Client } from '#shared/domain/client.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { vault } from '#renderer/db/index.ts';

/** A client's record has the id of the file. */
export const clientRecordId = (fileId: FileId): RecordId => fileId as string as RecordId;

export const clientQueries = {
  all: (): Promise<readonly Client[]> => vault().all(clientRecord),
  get: (fileId: FileId): Promise<Client | undefined> => vault().get(clientRecord, clientRecordId(fileId)),
};
