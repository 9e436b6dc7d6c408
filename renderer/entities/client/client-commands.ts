import { clientRecord, type ClientBody } from '#shared/domain/client.ts';
import { newFileId, type FileId } from '#shared/domain/ids.ts';
import { vault } from '#renderer/db/index.ts';
import { type Patch, patched } from '#renderer/db/record-commands.ts';
import { clientRecordId } from './client-queries.ts';

export const clientCommands = {
  /** Opens a file for a new client. Returns the id of the file. */
  create: async (body: ClientBody): Promise<FileId> => {
    const fileId = newFileId();
    await vault().commit((change) => change.put(clientRecord, { id: clientRecordId(fileId), fileId }, body));
    return fileId;
  },

  /** Changes some of a client. */
  change: (fileId: FileId, patch: Patch<ClientBody>): Promise<void> =>
    vault().commit((change) =>
      change.update(clientRecord, clientRecordId(fileId), (client) => patched(patch, client)),
    ),

  /**
   * Changes several clients in one change, each as the store has it at that moment. Clients that are gone, and those for
   * whom there is nothing to change, are left alone. Answers the number of the action, to undo it; null when none was changed.
   */
  changeAll: (
    fileIds: readonly FileId[],
    patch: (client: ClientBody) => Partial<ClientBody> | null,
  ): Promise<number | null> =>
    vault().act(
      async (change) => {
        for (const fileId of fileIds) {
          const client = await change.get(clientRecord, clientRecordId(fileId));
          const changes = client && patch(client);
          if (changes) await change.update(clientRecord, clientRecordId(fileId), () => changes);
        }
        // Under a name of its own: it must not count as going on with what was typed just before.
      },
      { name: 'changeClients' },
    ),
};
