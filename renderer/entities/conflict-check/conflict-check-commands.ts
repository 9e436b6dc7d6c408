import { conflictCheckRecord, type ConflictCheckBody } from '#shared/domain/conflict-check.ts';
import { newRecordId, PRACTICE_FILE, type RecordId } from '#shared/domain/ids.ts';
import { vault } from '#renderer/db/index.ts';

export const conflictCheckCommands = {
  /** Keeps a check that was decided. It belongs to the practice; it is never changed, removed or undone. */
  keep: async (body: ConflictCheckBody): Promise<RecordId> => {
    const id = newRecordId();
    await vault().commit((change) => change.put(conflictCheckRecord, { id, fileId: PRACTICE_FILE }, body), {
      undoable: false,
    });
    return id;
  },
};
