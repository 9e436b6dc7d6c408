import {
  attachmentName,
  attachmentRecord,
  type Attachment,
  type AttachmentBody,
} from '#shared/domain/attachment.ts';
import { newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { mediaTypeOf } from '#shared/lib/media-type.ts';
import { audit, auditNow, vault } from '#renderer/db/index.ts';

export const attachmentCommands = {
  /** Adds a document whose chunks are stored. Returns its id. */
  add: (fileId: FileId, body: AttachmentBody): Promise<RecordId> => {
    const id = newRecordId();
    return vault().commit(async (change) => {
      change.put(attachmentRecord, { id, fileId }, body);
      await audit(change, 'attachmentAdded', { fileId, id });
      return id;
    });
  },

  /** Gives a document another name. Its kind follows the extension. A name of which nothing is visible changes nothing. */
  rename: async (id: RecordId, fileName: string): Promise<void> => {
    const name = attachmentName(fileName);
    if (name === '') return;
    await vault().commit((change) =>
      change.update(attachmentRecord, id, () => ({ name, mediaType: mediaTypeOf(name) })),
    );
  },

  /** Removes a document from its file; answers the number of the action, to undo it. Its chunks stay as long as a version or a backup names them. */
  remove: ({ id, fileId }: Attachment): Promise<number | null> =>
    vault().act(async (change) => {
      await change.remove(attachmentRecord, id);
      await audit(change, 'attachmentRemoved', { fileId, id });
    }),

  /** Notes in the activity log that a document was saved outside the vault. */
  noteSaved: ({ id, fileId }: Attachment): Promise<void> => auditNow('attachmentExported', { fileId, id }),
};
