import { useNotesOf } from '#renderer/entities/note/index.ts';
import { usePartiesOf } from '#renderer/entities/party/index.ts';
import { useQuestionsOf } from '#renderer/entities/question/index.ts';
import { useRemindersOf } from '#renderer/entities/reminder/index.ts';
import { useTasksOf } from '#renderer/entities/task/index.ts';
import { nextDates } from '#renderer/lib/next-date.ts';
import type { ClientFacts } from '#shared/domain/assessment/facts.ts';
import type { Client } from '#shared/domain/client.ts';
import { lastContact } from '#shared/domain/last-contact.ts';
import type { Task } from '#shared/domain/task.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';

/** What a relationship is judged by, kept up to date, and the tasks of the file; undefined while they load. */
export function useFacts(
  client: Client,
): { readonly facts: ClientFacts; readonly tasks: readonly Task[] } | undefined {
  const { fileId } = client;
  const notes = useNotesOf(fileId);
  const tasks = useTasksOf(fileId);
  const questions = useQuestionsOf(fileId);
  const reminders = useRemindersOf(fileId);
  const parties = usePartiesOf(fileId);
  if (!notes || !tasks || !questions || !reminders || !parties) return undefined;
  const now = systemClock.now();
  const today = dayOf(now);
  const last = lastContact(notes, now);
  const facts: ClientFacts = {
    client,
    today,
    meetings: notes.filter(({ startedAt }) => startedAt <= now).length,
    lastContact: last === null ? null : dayOf(last),
    nextDate: nextDates(tasks, reminders, today).get(fileId) ?? null,
    overdueTasks: tasks.filter(
      ({ side, dueOn, doneAt }) => side === 'practice' && doneAt === null && dueOn !== null && dueOn < today,
    ).length,
    unanswered: questions.filter(({ askedOf, answeredAt }) => askedOf === 'practice' && answeredAt === null)
      .length,
    decisionMakerKnown:
      client.decisionMaker.trim() !== '' || parties.some(({ role }) => role === 'decisionMaker'),
  };
  return { facts, tasks };
}
