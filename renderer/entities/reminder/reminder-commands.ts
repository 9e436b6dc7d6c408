import type { RecordId } from '#shared/domain/ids.ts';
import { reminderRecord } from '#shared/domain/reminder.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { recordCommands } from '#renderer/db/record-commands.ts';

const records = recordCommands(reminderRecord);

export const reminderCommands = {
  ...records,
  /** Ticks a reminder off, or sets it again. */
  setDone: (id: RecordId, done: boolean): Promise<void> =>
    records.change(id, { doneAt: done ? systemClock.now() : null }),
};
