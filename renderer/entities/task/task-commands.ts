import type { RecordId } from '#shared/domain/ids.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { recordCommands } from '#renderer/db/record-commands.ts';

const records = recordCommands(taskRecord);

export const taskCommands = {
  ...records,
  /** Ticks a task off, or opens it again. */
  setDone: (id: RecordId, done: boolean): Promise<void> =>
    records.change(id, { doneAt: done ? systemClock.now() : null }),
};
