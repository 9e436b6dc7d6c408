import { DateTime } from 'luxon';
import { v5 } from 'uuid';
import { type Client, isGone } from './client.ts';
import type { FileId, RecordId } from './ids.ts';
import type { Reminder } from './reminder.ts';
import type { IsoDate } from './values.ts';

/** A birthday or another day of a client that comes each year. */
export interface Anniversary {
  /** The same for the same day of the same client, in every year. */
  readonly id: RecordId;
  readonly fileId: FileId;
  readonly kind: 'birthday' | 'anniversary';
  /** What the user calls it; empty for a birthday. */
  readonly label: string;
  /** When it comes next. */
  readonly on: IsoDate;
  /** How many years it will be then. */
  readonly years: number;
}

/** Names the ids of anniversaries among all ids that are made of names (RFC 9562, version 5). */
const NAMESPACE = '8f2f6a3e-6b0b-4c0e-9d53-1d8a1a3c7c11';
/** When it is spoken of, on the day before. */
const HOUR = '09:00';
const DAY_MINUTES = 1440;

/** A day of the year in a year: who was born on 29 February has their day on the 28th where there is none. */
function inYear(day: IsoDate, year: number): IsoDate {
  const there = DateTime.fromISO(`${String(year)}-${day.slice(5)}`);
  return there.isValid ? (there.toISODate() ?? day) : `${String(year)}-02-28`;
}

/** The first time that a day of the year comes on or after another; null for a day that is yet to come for the first time. */
function nextOn(day: IsoDate, from: IsoDate): { readonly on: IsoDate; readonly years: number } | null {
  const born = Number(day.slice(0, 4));
  const year = Number(from.slice(0, 4));
  const on = [inYear(day, year), inYear(day, year + 1)].find((one) => one >= from);
  const years = on === undefined ? 0 : Number(on.slice(0, 4)) - born;
  return on === undefined || years < 1 ? null : { on, years };
}

/** The days of clients that are to be remembered, each as it comes next on or after a day. Who is lost or ended has none. */
export function anniversaries(clients: readonly Client[], from: IsoDate): readonly Anniversary[] {
  return clients.flatMap((client) => {
    if (isGone(client.stage)) return [];
    const { fileId, birthDate } = client;
    const one = (kind: Anniversary['kind'], label: string, day: IsoDate): readonly Anniversary[] => {
      const next = nextOn(day, from);
      const id = v5(`${fileId} ${kind} ${day} ${label}`, NAMESPACE) as RecordId;
      return next ? [{ id, fileId, kind, label, ...next }] : [];
    };
    return [
      ...(birthDate !== null && client.remindBirthday !== false ? one('birthday', '', birthDate) : []),
      ...client.anniversaries
        .filter(({ remind }) => remind !== false)
        .flatMap(({ label, day }) => one('anniversary', label, day)),
    ];
  });
}

/**
 * An anniversary as a reminder that speaks up the day before, at nine. It is of no record: it cannot be ticked off for good,
 * and comes again next year.
 */
export const anniversaryReminder = (
  { id, fileId, kind, on }: Anniversary,
  title: string,
  zone: string,
): Reminder => ({
  id,
  fileId,
  rev: '',
  parent: null,
  stamp: '',
  title,
  kind: kind === 'birthday' ? 'birthday' : 'other',
  at: `${on}T${HOUR}`,
  zone,
  leadMinutes: DAY_MINUTES,
  rule: 'FREQ=YEARLY',
  doneAt: null,
  source: null,
});
