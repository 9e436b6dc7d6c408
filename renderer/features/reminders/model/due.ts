import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { stillFires } from '#shared/domain/recurrence.ts';
import type { Reminder } from '#shared/domain/reminder.ts';
import type { DueOccurrence } from '#shared/ipc/contract.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { reminderCommands, useReminders } from '#renderer/entities/reminder/index.ts';
import { useAnniversaryReminders } from '#renderer/operations/anniversaries.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { putOff, type Snooze, snoozedUntil } from './snooze.ts';

/** A reminder whose moment has come, and which moment that was. */
export interface DueReminder {
  readonly occurrence: DueOccurrence;
  readonly reminder: Reminder;
}

const useFired = create<{ readonly fired: readonly DueOccurrence[] }>(() => ({ fired: [] }));

/** Adds what is new, soonest first. */
function take(news: readonly DueOccurrence[]): void {
  useFired.setState(({ fired }) => {
    const known = new Set(fired.map(({ id }) => id));
    const added = news.filter(({ id }) => !known.has(id));
    return added.length === 0 ? {} : { fired: [...fired, ...added].toSorted((a, b) => a.at - b.at) };
  });
}

/** Takes main's list for the whole truth. Nothing changes when main does not answer. */
async function load(): Promise<void> {
  const answer = await platform().reminders.due();
  if (!answer.ok) return;
  useFired.setState({ fired: [] });
  take(answer.value);
}

/** Asks main what is due and listens for more while mounted. */
export function useWatchDue(): void {
  useEffect(() => {
    const stop = platform().on('reminders.fired', take);
    void load();
    return stop;
  }, []);
}

/** What is due, not done and not moved since, soonest first; empty while it loads. */
export function useDue(): readonly DueReminder[] {
  const { fired } = useFired();
  const reminders = useReminders();
  const anniversaries = useAnniversaryReminders();
  return useMemo(() => {
    const open = new Map(
      [...(reminders ?? []), ...(anniversaries ?? [])]
        .filter(({ doneAt }) => doneAt === null)
        .map((reminder) => [reminder.id, reminder]),
    );
    return fired.flatMap((occurrence) => {
      const reminder = open.get(occurrence.reminderId);
      return reminder && stillFires(reminder, occurrence) ? [{ occurrence, reminder }] : [];
    });
  }, [fired, reminders, anniversaries]);
}

async function acknowledge(id: string): Promise<void> {
  await value(platform().reminders.acknowledge([id]));
  useFired.setState(({ fired }) => ({ fired: fired.filter((one) => one.id !== id) }));
}

/** Ticks off: the reminder itself, or of a repeated one this time. */
export async function finish({ occurrence, reminder }: DueReminder): Promise<void> {
  if (reminder.rule === null) await reminderCommands.setDone(reminder.id, true);
  await acknowledge(occurrence.id);
}

/** Puts off: stored before it leaves the list, so that a failure loses nothing. */
export async function snooze({ occurrence, reminder }: DueReminder, how: Snooze): Promise<void> {
  const again = putOff(reminder, snoozedUntil(how, occurrence, systemClock.now()));
  if ('add' in again) await reminderCommands.add(reminder.fileId, again.add);
  else await reminderCommands.change(reminder.id, again.change);
  await acknowledge(occurrence.id);
}
