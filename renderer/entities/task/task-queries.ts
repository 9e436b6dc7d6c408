import type { FileId } from '#shared/domain/ids.ts';
import { taskRecord, type Task } from '#shared/domain/task.ts';
import { vault } from '#renderer/db/index.ts';

export const taskQueries = {
  inFile: (fileId: FileId): Promise<readonly Task[]> => vault().inFile(taskRecord, fileId),
  /** Tasks not yet done, the earliest due first, those without a day last. */
  open: async (): Promise<readonly Task[]> =>
    (await vault().all(taskRecord))
      .filter((task) => task.doneAt === null)
      .toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')),
};
