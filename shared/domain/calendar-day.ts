import type { IsoDate } from './values.ts';

const DAY_MS = 86_400_000;
const isoOf = (utcMs: number): IsoDate => new Date(utcMs).toISOString().slice(0, 10);
const utcOf = (day: IsoDate): number => Date.parse(`${day}T00:00:00Z`);

/** The day so many days after another; negative: before it. */
export const addDays = (day: IsoDate, days: number): IsoDate => isoOf(utcOf(day) + days * DAY_MS);

/** The day with that year, month (1–12) and day of month; null when the calendar has no such day. */
export function dayFrom(year: number, month: number, day: number): IsoDate | null {
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1) return null;
  const utc = new Date(Date.UTC(year, month - 1, day));
  return utc.getUTCMonth() === month - 1 ? isoOf(utc.getTime()) : null;
}

/** The next day of that month and day of month, today included; null when no year has one. */
export function nextDayOfYear(today: IsoDate, month: number, day: number): IsoDate | null {
  const year = Number(today.slice(0, 4));
  // Eight years reach the next 29 February even across a century that is no leap year.
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const found = dayFrom(year + ahead, month, day);
    if (found !== null && found >= today) return found;
  }
  return null;
}

/** The next such weekday (1 Monday – 7 Sunday) after today; a week ahead when today is one. */
export function nextWeekday(today: IsoDate, weekday: number): IsoDate {
  const now = new Date(utcOf(today)).getUTCDay() || 7;
  return addDays(today, ((weekday - now + 6) % 7) + 1);
}
