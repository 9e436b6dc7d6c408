import { newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { sheetRecord, type SheetBody } from '#shared/domain/sheet.ts';
import { vault } from '#renderer/db/index.ts';

/** A sheet that left the app is never changed or removed, nor is it undone. */
export const sheetCommands = {
  add: async (fileId: FileId, body: SheetBody): Promise<RecordId> => {
    const id = newRecordId();
    await vault().commit((change) => change.put(sheetRecord, { id, fileId }, body), { undoable: false });
    return id;
  },
};
