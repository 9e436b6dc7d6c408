import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type UnfinishedForm, useUnfinishedForms } from '#renderer/entities/draft/index.ts';
import { useClients } from '#renderer/entities/client/index.ts';
import { useOpenQuestions } from '#renderer/entities/question/index.ts';
import { reminderCommands, useReminders } from '#renderer/entities/reminder/index.ts';
import { taskCommands, useOpenTasks } from '#renderer/entities/task/index.ts';
import { useAnniversariesNow } from '#renderer/operations/anniversaries.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Question } from '#shared/domain/question.ts';
import type { Reminder } from '#shared/domain/reminder.ts';
import type { Task } from '#shared/domain/task.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { todayLists, type TodayLists } from './today.ts';

/** What the screen shows and does. */
export interface Today extends TodayLists {
  readonly questions: readonly Question[];
  /** Birthdays and other days of clients, today and tomorrow. */
  readonly anniversaries: readonly Reminder[];
  /** Forms that were left before they were sent. */
  readonly unfinished: readonly UnfinishedForm[];
  readonly nameOf: (fileId: FileId) => string;
  /** What was ticked off on this screen and stays on it until it is left. */
  readonly doneHere: ReadonlySet<RecordId>;
  readonly toggleTask: (task: Task, done: boolean) => void;
  readonly toggleReminder: (reminder: Reminder, done: boolean) => void;
}

type Kept = ReadonlyMap<RecordId, Task | Reminder>;

const isTask = (record: Task | Reminder): record is Task => 'side' in record;

/** Everything the morning needs; undefined while it loads. */
export function useToday(): Today | undefined {
  const { t } = useTranslation();
  const clients = useClients();
  const reminders = useReminders();
  const tasks = useOpenTasks();
  const questions = useOpenQuestions();
  const anniversaries = useAnniversariesNow();
  const unfinished = useUnfinishedForms();
  const [kept, setKept] = useState<Kept>(new Map());
  const names = useMemo(() => new Map((clients ?? []).map(({ fileId, name }) => [fileId, name])), [clients]);
  const lists = useMemo(() => {
    if (!reminders || !tasks) return undefined;
    const others = [...kept.values()];
    return todayLists(
      [
        ...reminders.filter(({ id }) => !kept.has(id)),
        ...others.filter((record): record is Reminder => !isTask(record)),
      ],
      [...tasks.filter(({ id }) => !kept.has(id)), ...others.filter(isTask)],
      systemClock.now(),
    );
  }, [reminders, tasks, kept]);
  const doneHere = useMemo(() => new Set(kept.keys()), [kept]);
  if (!lists || !questions || !anniversaries || !unfinished) return undefined;

  const keep = (record: Task | Reminder, done: boolean): void => {
    const next = new Map(kept);
    if (done) next.set(record.id, record);
    else next.delete(record.id);
    setKept(next);
  };
  return {
    ...lists,
    questions,
    anniversaries,
    unfinished,
    nameOf: (fileId) => names.get(fileId) ?? '',
    doneHere,
    toggleTask: (task, done) => {
      keep(task, done);
      watched(taskCommands.setDone(task.id, done), t);
    },
    toggleReminder: (reminder, done) => {
      keep(reminder, done);
      watched(reminderCommands.setDone(reminder.id, done), t);
    },
  };
}
