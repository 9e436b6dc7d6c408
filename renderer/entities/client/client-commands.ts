import { clientRecord, type ClientBody } from '#shared/domain/client.ts';
import { newFileId, type FileId } from '#shared/domain/ids.ts';
import { vault } from '#renderer/db/index.ts';
import { clientRecordId } from './client-queries.ts';

export const clientCommands = {
  /** Opens a file for a new client. Returns the id of the file. */
  create: async (body: ClientBody): Promise<FileId> => {
    const fileId = newFileId();
    await vault().commit((change) => change.put(clientRecord, { id: clientRecordId(fileId), fileId }, body));
    return fileId;
  },

  /** Changes a client; a function gets the client as the store has it at that moment. */
  change: (
    fileId: FileId,
    patch: Partial<ClientBody> | ((client: ClientBody) => Partial<ClientBody>),
  ): Promise<void> =>
    vault().commit((change) =>
      change.update(clientRecord, clientRecordId(fileId), (client) =>
        typeof patch === 'function' ? patch(client) : patch,
      ),
    ),
};
