import type { TFunction } from 'i18next';
import { DateTime } from 'luxon';
import { newRecordId } from '#shared/domain/ids.ts';
import { reminderRecord } from '#shared/domain/reminder.ts';
import { requirementRecord } from '#shared/domain/requirement.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { vault } from '#renderer/db/index.ts';
import type { ClientRow } from './rows.ts';

/** When a follow-up speaks up the next day. */
const HOUR = 9;
/** By when a task is due that was made of requirements, days. */
const TASK_DAYS = 7;
/** Requirements that one task takes. */
const MOST_AT_ONCE = 1000;

/**
 * Adds a reminder for tomorrow morning to a file. Answers the number of the action, to undo it.
 * @param now Milliseconds since the epoch.
 */
export const followUp = ({ client }: ClientRow, t: TFunction, now: number): Promise<number | null> =>
  vault().act((change) =>
    change.put(
      reminderRecord,
      { id: newRecordId(), fileId: client.fileId },
      {
        title: t('register.forgotten.followUpTitle', { name: client.name }).slice(0, 500),
        kind: 'followUp',
        at: DateTime.fromMillis(now)
          .plus({ days: 1 })
          .set({ hour: HOUR, minute: 0 })
          .toFormat("yyyy-MM-dd'T'HH:mm"),
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        leadMinutes: 0,
        rule: null,
        doneAt: null,
        source: null,
      },
    ),
  );

/**
 * Adds a task to plan the work on those requirements of a file that no task works on. Answers the number of the action, to
 * undo it.
 * @param now Milliseconds since the epoch.
 */
export const planRequirements = ({ client }: ClientRow, t: TFunction, now: number): Promise<number | null> =>
  vault().act(async (change) => {
    const { fileId } = client;
    const tasks = await change.inFile(taskRecord, fileId);
    const planned = new Set(
      tasks.filter(({ doneAt }) => doneAt === null).flatMap(({ requirementIds = [] }) => requirementIds),
    );
    const requirements = await change.inFile(requirementRecord, fileId);
    const requirementIds = requirements
      .filter(({ id, status }) => status !== 'done' && status !== 'dropped' && !planned.has(id))
      .map(({ id }) => id)
      .slice(0, MOST_AT_ONCE);
    change.put(
      taskRecord,
      { id: newRecordId(), fileId },
      {
        title: t('register.forgotten.taskTitle'),
        side: 'practice',
        who: client.responsible,
        dueOn: DateTime.fromMillis(now).plus({ days: TASK_DAYS }).toISODate(),
        doneAt: null,
        source: null,
        requirementIds,
      },
    );
  });
