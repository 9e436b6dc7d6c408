import { DateTime } from 'luxon';
import { vault } from '#renderer/db/index.ts';
import { winBackIn } from '#shared/domain/assessment/next-actions.ts';
import { type ClientBody, clientRecord, isGone } from '#shared/domain/client.ts';
import { type FileId, newRecordId, type RecordId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/stages.ts';
import { taskRecord } from '#shared/domain/task.ts';
import type { IsoDate } from '#shared/domain/values.ts';

/** Where clients are moved, and what is said with it. */
export interface StageMove extends Standing {
  /** Why they are lost or ended; empty: not said, what was said before stays. */
  readonly reason: string;
  /** Title of a task to win each of them back; null: none. */
  readonly winBack: string | null;
}

/** What a move changes of a client; null: nothing. The reason why one was lost is kept as long as it is lost. */
export function staged({ stage, ownStage = null, reason }: Omit<StageMove, 'winBack'>) {
  return (client: ClientBody): Partial<ClientBody> | null => {
    const stageReason = isGone(stage) ? reason.trim() || client.stageReason : '';
    const there = client.stage === stage && (client.ownStage ?? null) === ownStage;
    if (there && client.stageReason === stageReason) return null;
    return { stage, ownStage, stageReason };
  };
}

/**
 * Moves clients to a stage as one change, with a task for each to win them back where that is wanted. Clients that are gone,
 * and those who are there already, are left alone. Answers the number of the action, to undo it; null when nothing changed.
 */
export const moveToStage = (
  files: readonly FileId[],
  move: StageMove,
  today: IsoDate,
): Promise<number | null> =>
  vault().act(
    async (change) => {
      const patch = staged(move);
      const dueOn = DateTime.fromISO(today)
        .plus({ days: winBackIn(move.stage) })
        .toISODate();
      for (const fileId of files) {
        const id = fileId as string as RecordId;
        const client = await change.get(clientRecord, id);
        const changes = client && patch(client);
        if (!client || !changes) continue;
        await change.update(clientRecord, id, () => changes);
        if (move.winBack === null) continue;
        change.put(
          taskRecord,
          { id: newRecordId(), fileId },
          {
            title: move.winBack,
            side: 'practice',
            who: client.responsible,
            dueOn,
            doneAt: null,
            source: null,
          },
        );
      }
    },
    { name: 'changeClients' },
  );
