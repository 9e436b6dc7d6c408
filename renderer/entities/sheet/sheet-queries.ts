import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { sheetRecord, type Sheet } from '#shared/domain/sheet.ts';
import { vault } from '#renderer/db/index.ts';

export const sheetQueries = {
  /** The sheets made of one note, the newest version last. */
  ofNote: async (fileId: FileId, noteId: RecordId): Promise<readonly Sheet[]> =>
    (await vault().inFile(sheetRecord, fileId))
      .filter((sheet) => sheet.noteId === noteId)
      .toSorted((a, b) => a.version - b.version),
  inFile: (fileId: FileId): Promise<readonly Sheet[]> => vault().inFile(sheetRecord, fileId),
};
