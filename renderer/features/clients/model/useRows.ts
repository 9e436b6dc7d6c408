import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClients } from '#renderer/entities/client/index.ts';
import { noteQueries } from '#renderer/entities/note/index.ts';
import { useReminders } from '#renderer/entities/reminder/index.ts';
import { useOpenTasks } from '#renderer/entities/task/index.ts';
import { useIdle } from '#renderer/lib/idle.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { nextDates } from '#renderer/lib/next-date.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { type ClientRow, filterRows, sortRows } from './rows.ts';
import { useRegisterView } from './view.ts';

const NONE: ReadonlyMap<FileId, number> = new Map();

/** When the last meeting of each file began. Read once, after the list is on screen: notes are the bulk of the vault. */
function useLastContacts(): ReadonlyMap<FileId, number> {
  const idle = useIdle();
  const [contacts, setContacts] = useState(NONE);
  useEffect(() => {
    if (!idle) return undefined;
    let wanted = true;
    const read = async (): Promise<void> => {
      const newest = new Map<FileId, number>();
      for (const { fileId, startedAt } of await noteQueries.all())
        newest.set(fileId, Math.max(startedAt, newest.get(fileId) ?? 0));
      if (wanted) setContacts(newest);
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [idle]);
  return contacts;
}

/** The register as it is being looked at; undefined while the clients load. */
export function useRows(): { readonly rows: readonly ClientRow[]; readonly total: number } | undefined {
  const { t } = useTranslation();
  const language = useLanguage();
  const clients = useClients();
  const tasks = useOpenTasks();
  const reminders = useReminders();
  const contacts = useLastContacts();
  const { query, stage, sorting } = useRegisterView();
  const all = useMemo(() => {
    const dates = nextDates(tasks ?? [], reminders ?? [], dayOf(systemClock.now()));
    return clients?.map((client): ClientRow => ({
      client,
      lastContact: contacts.get(client.fileId) ?? null,
      nextDate: dates.get(client.fileId) ?? null,
    }));
  }, [clients, tasks, reminders, contacts]);
  const sorted = useMemo(
    () =>
      all &&
      sortRows(all, sorting, language, {
        kind: ({ client }) => t(`domain.clientKind.${client.kind}`),
        stage: ({ client }) => t(`domain.stage.${client.stage}`),
      }),
    [all, sorting, language, t],
  );
  return useMemo(
    () => sorted && { rows: filterRows(sorted, query, stage), total: sorted.length },
    [sorted, query, stage],
  );
}
