import { vault } from '#renderer/db/index.ts';
import { clientRecord } from '#shared/domain/client.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { practiceRecord } from '#shared/domain/practice.ts';

/**
 * Removes a stage that the practice added, as one change: who stands in it stands in what it meant from then on. Answers the
 * number of the action, to undo it.
 */
export const removeStage = (id: RecordId): Promise<number | null> =>
  vault().act(
    async (change) => {
      for (const { id: practice } of await change.all(practiceRecord))
        await change.update(practiceRecord, practice, ({ stages = [] }) => ({
          stages: stages.filter((one) => one.id !== id),
        }));
      for (const client of await change.all(clientRecord))
        if (client.ownStage === id) await change.update(clientRecord, client.id, () => ({ ownStage: null }));
    },
    { name: 'removeStage' },
  );
