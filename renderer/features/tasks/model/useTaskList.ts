import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { taskCommands, useOpenTasks } from '#renderer/entities/task/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Task } from '#shared/domain/task.ts';

/**
 * The open tasks, and those ticked off on this screen, which stay until it is left: so a slip is undone where it
 * happened, and the focus stays. Undefined while they load.
 */
export function useTaskList(): {
  readonly tasks: readonly Task[] | undefined;
  readonly doneHere: ReadonlySet<RecordId>;
  readonly toggle: (task: Task, done: boolean) => void;
} {
  const { t } = useTranslation();
  const open = useOpenTasks();
  const [done, setDone] = useState<ReadonlyMap<RecordId, Task>>(new Map());
  const tasks = useMemo(
    () => open && [...open.filter(({ id }) => !done.has(id)), ...done.values()],
    [open, done],
  );
  const doneHere = useMemo(() => new Set(done.keys()), [done]);
  const toggle = (task: Task, isDone: boolean): void => {
    const next = new Map(done);
    if (isDone) next.set(task.id, task);
    else next.delete(task.id);
    setDone(next);
    watched(taskCommands.setDone(task.id, isDone), t);
  };
  return { tasks, doneHere, toggle };
}
