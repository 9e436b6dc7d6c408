import { newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { noteRecord, type NoteBody } from '#shared/domain/note.ts';
import { vault } from '#renderer/db/index.ts';

export const noteCommands = {
  create: async (fileId: FileId, body: NoteBody): Promise<RecordId> => {
    const id = newRecordId();
    await vault().commit((change) => change.put(noteRecord, { id, fileId }, body));
    return id;
  },
  change: (id: RecordId, patch: Partial<NoteBody>): Promise<void> =>
    vault().commit((change) => change.update(noteRecord, id, () => patch)),
};
