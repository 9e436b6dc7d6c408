import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { useClients } from '#renderer/entities/client/index.ts';
import { useHourlyNow } from '#renderer/lib/hour.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { type Anniversary, anniversaries, anniversaryReminder } from '#shared/domain/anniversary.ts';
import type { Client } from '#shared/domain/client.ts';
import type { Reminder } from '#shared/domain/reminder.ts';
import type { Language } from '#shared/domain/values.ts';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';

/** What an anniversary is called where it is reminded of: with its day, and how many years it will be. */
function titleOf({ kind, label, on, years }: Anniversary, language: Language): string {
  const t = translator(language);
  const said = { day: formatDay(on, language), years };
  if (kind === 'birthday') return t('reminders.anniversary.birthday', said);
  return label.trim() === ''
    ? t('reminders.anniversary.other', said)
    : t('reminders.anniversary.named', { ...said, label });
}

/**
 * The anniversaries of clients as reminders: those of yesterday still, which may have been missed, and the next of all others.
 * @param now Milliseconds since the epoch.
 */
export function anniversaryReminders(
  clients: readonly Client[],
  now: number,
  language: Language,
): readonly Reminder[] {
  const yesterday = DateTime.fromMillis(now).minus({ days: 1 }).toMillis();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return anniversaries(clients, dayOf(yesterday)).map((one) =>
    anniversaryReminder(one, titleOf(one, language).slice(0, 500), zone),
  );
}

/** The anniversaries of all clients as reminders; undefined while they load. */
export function useAnniversaryReminders(): readonly Reminder[] | undefined {
  const clients = useClients();
  const language = useLanguage();
  const now = useHourlyNow();
  return useMemo(() => clients && anniversaryReminders(clients, now, language), [clients, now, language]);
}

/** The anniversaries of today and tomorrow, the earlier first; undefined while they load. */
export function useAnniversariesNow(): readonly Reminder[] | undefined {
  const all = useAnniversaryReminders();
  const now = useHourlyNow();
  return useMemo(() => {
    const [from, to] = [dayOf(now), dayOf(DateTime.fromMillis(now).plus({ days: 1 }).toMillis())];
    return all
      ?.filter(({ at }) => at.slice(0, 10) >= from && at.slice(0, 10) <= to)
      .toSorted((a, b) => a.at.localeCompare(b.at));
  }, [all, now]);
}
