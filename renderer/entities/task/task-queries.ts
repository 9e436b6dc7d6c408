import type { FileId } from '#shared/domain/ids.ts';
import { taskRecord, type Task } from '#shared/domain/task.ts';
import { vault } from '#renderer/db/index.ts';

export const taskQueries = {
  inFile: (fileId: FileId): Promise<readonly Task[]> => vault().inFile(taskRecord, fileId),
};
