import { newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { reminderRecord, type ReminderBody } from '#shared/domain/reminder.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { vault } from '#renderer/db/index.ts';

export const reminderCommands = {
  add: async (fileId: FileId, body: ReminderBody): Promise<RecordId> => {
    const id = newRecordId();
    await vault().commit((change) => change.put(reminderRecord, { id, fileId }, body));
    return id;
  },
  change: (id: RecordId, patch: Partial<ReminderBody>): Promise<void> =>
    vault().commit((change) => change.update(reminderRecord, id, () => patch)),
  setDone: (id: RecordId, done: boolean): Promise<void> =>
    reminderCommands.change(id, { doneAt: done ? systemClock.now() : null }),
  remove: (id: RecordId): Promise<void> => vault().commit((change) => change.remove(reminderRecord, id)),
};
