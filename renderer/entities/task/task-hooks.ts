import { useLiveQuery } from 'dexie-react-hooks';
import { useSyncExternalStore } from 'react';
import type { FileId } from '#shared/domain/ids.ts';
import type { Task } from '#shared/domain/task.ts';
import { openTasks } from './open-tasks.ts';
import { taskQueries } from './task-queries.ts';

/** The tasks of one file, done ones too; undefined while they load. */
export const useTasksOf = (fileId: FileId): readonly Task[] | undefined =>
  useLiveQuery(() => taskQueries.inFile(fileId), [fileId]);

const nobodyAsks = (): (() => void) => () => undefined;

/**
 * Every task not yet done, the earliest due first; undefined while they load, and where nobody asks who has not asked
 * before: reading them all takes its time.
 */
export function useOpenTasks(asked = true): readonly Task[] | undefined {
  const { subscribe, snapshot } = openTasks();
  return useSyncExternalStore(asked ? subscribe : nobodyAsks, snapshot);
}
