import { newRecordId, PRACTICE_FILE } from '#shared/domain/ids.ts';
import { practiceRecord, type PracticeBody } from '#shared/domain/practice.ts';
import { vault } from '#renderer/db/index.ts';
import { practiceQueries } from './practice-queries.ts';

export const practiceCommands = {
  /** Writes the practice of a new vault. */
  create: (body: PracticeBody): Promise<void> =>
    vault().commit((change) =>
      change.put(practiceRecord, { id: newRecordId(), fileId: PRACTICE_FILE }, body),
    ),

  /** Changes some of the practice. Nothing happens while there is none. */
  change: async (patch: Partial<PracticeBody>): Promise<void> => {
    const practice = await practiceQueries.get();
    if (practice) await vault().commit((change) => change.update(practiceRecord, practice.id, () => patch));
  },
};
