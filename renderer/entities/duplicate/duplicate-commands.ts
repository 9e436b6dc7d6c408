import { duplicateRecord } from '#shared/domain/duplicate.ts';
import { newRecordId, PRACTICE_FILE, type FileId } from '#shared/domain/ids.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { vault } from '#renderer/db/index.ts';

export const duplicateCommands = {
  /** Remembers that two files are not one, so that they are never shown as such again. Answers the number of the action. */
  keepApart: (one: FileId, other: FileId): Promise<number | null> =>
    vault().act(
      (change) =>
        change.put(
          duplicateRecord,
          { id: newRecordId(), fileId: PRACTICE_FILE },
          { is: 'different', at: systemClock.now(), files: [one, other] },
        ),
      { name: 'notSame' },
    ),
};
