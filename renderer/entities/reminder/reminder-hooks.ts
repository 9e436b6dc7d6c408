import { useLiveQuery } from 'dexie-react-hooks';
import type { FileId } from '#shared/domain/ids.ts';
import { reminderRecord, type Reminder } from '#shared/domain/reminder.ts';
import { vault } from '#renderer/db/index.ts';

/** The reminders of one file; undefined while they load. */
export const useRemindersOf = (fileId: FileId): readonly Reminder[] | undefined =>
  useLiveQuery(() => vault().inFile(reminderRecord, fileId), [fileId]);

/** Every reminder; undefined while they load. */
export const useReminders = (): readonly Reminder[] | undefined =>
  useLiveQuery(() => vault().all(reminderRecord));
