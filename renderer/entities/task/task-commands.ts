import { newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { taskRecord, type TaskBody } from '#shared/domain/task.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { vault } from '#renderer/db/index.ts';

export const taskCommands = {
  add: async (fileId: FileId, body: TaskBody): Promise<RecordId> => {
    const id = newRecordId();
    await vault().commit((change) => change.put(taskRecord, { id, fileId }, body));
    return id;
  },
  change: (id: RecordId, patch: Partial<TaskBody>): Promise<void> =>
    vault().commit((change) => change.update(taskRecord, id, () => patch)),
  setDone: (id: RecordId, done: boolean): Promise<void> =>
    taskCommands.change(id, { doneAt: done ? systemClock.now() : null }),
  remove: (id: RecordId): Promise<void> => vault().commit((change) => change.remove(taskRecord, id)),
};
