import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useClients } from '#renderer/entities/client/index.ts';
import { useLastContacts } from '#renderer/entities/note/index.ts';
import { customColumn } from './custom.ts';
import { useCustomFields } from './useCustomFields.ts';
import { useUnsettled } from './useUnsettled.ts';
import { DAYS_WITHOUT_CONTACT } from './views.ts';
import { usePartyNames } from '#renderer/entities/party/index.ts';
import { useStages } from '#renderer/entities/practice/index.ts';
import { useReminders } from '#renderer/entities/reminder/index.ts';
import { useOpenTasks } from '#renderer/entities/task/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { useHourlyNow } from '#renderer/lib/hour.ts';
import { nextDates } from '#renderer/lib/next-date.ts';
import type { Task } from '#shared/domain/task.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { filterRows } from './filter.ts';
import { forgottenBy, type ForgottenSources } from './forgotten.ts';
import { type ClientRow, rowsOf } from './rows.ts';
import { sortRows } from './sort.ts';
import { useRegisterView } from './view.ts';
import { type RegisterWords, wordsOf } from './words.ts';

/** The register as it is being looked at. */
export interface ShownRows {
  readonly rows: readonly ClientRow[];
  /** How many clients there are in all. */
  readonly total: number;
  readonly words: RegisterWords;
}

/** What tells forgotten files; undefined while it loads, and where nobody asks: requirements are many. */
function useForgottenSources(
  asked: boolean,
  tasks: readonly Task[] | undefined,
): ForgottenSources | undefined {
  const found = useUnsettled(asked);
  return useMemo(
    () =>
      found &&
      tasks && { ...found, planned: new Set(tasks.flatMap(({ requirementIds = [] }) => requirementIds)) },
    [found, tasks],
  );
}

/** The register as it is being looked at; undefined while the clients load. */
export function useRows(): ShownRows | undefined {
  const { t } = useTranslation();
  const language = useLanguage();
  const clients = useClients();
  // The names come first: tasks are many, and unsealing them would keep the list waiting.
  const tasks = useOpenTasks(clients !== undefined);
  const reminders = useReminders();
  const contacts = useLastContacts();
  const { sorting, filter, columns } = useRegisterView(({ look }) => look);
  const asked = filter.forgotten !== null || columns.some(({ id }) => id === 'why' || id === 'nextStep');
  const days = filter.forgotten?.days ?? DAYS_WITHOUT_CONTACT;
  const sources = useForgottenSources(asked, tasks);
  const fields = useCustomFields();
  const now = useHourlyNow();
  const { inOrder, of: stageOf } = useStages();
  const linking = new Set(fields.filter(({ kind }) => kind === 'party').map(({ id }) => customColumn(id)));
  const named =
    columns.some(({ id }) => linking.has(id)) || sorting.some(({ column }) => linking.has(column));
  const people = usePartyNames(named);
  const words = useMemo(
    () => wordsOf(t, language, now, fields, inOrder, people),
    [t, language, now, fields, inOrder, people],
  );
  const all = useMemo(() => {
    const today = dayOf(now);
    const dates = nextDates(tasks ?? [], reminders ?? [], today);
    const reasons = sources && forgottenBy(sources, { days, now, today });
    return clients && rowsOf(clients, contacts, dates, reasons, stageOf);
  }, [clients, tasks, reminders, contacts, sources, days, now, stageOf]);
  const sorted = useMemo(() => all && sortRows(all, sorting, words), [all, sorting, words]);
  return useMemo(
    () => sorted && { rows: filterRows(sorted, filter, now), total: sorted.length, words },
    [sorted, filter, words, now],
  );
}
