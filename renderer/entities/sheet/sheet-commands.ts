import { newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { sheetRecord, type SheetBody } from '#shared/domain/sheet.ts';
import { vault } from '#renderer/db/index.ts';

export const sheetCommands = {
  /** Records that a sheet left the app. */
  add: async (fileId: FileId, body: SheetBody): Promise<RecordId> => {
    const id = newRecordId();
    await vault().commit((change) => change.put(sheetRecord, { id, fileId }, body));
    return id;
  },
};
