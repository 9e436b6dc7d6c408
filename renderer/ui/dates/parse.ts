import { DateTime } from 'luxon';
import type { IsoDate } from '#shared/domain/values.ts';

const day = (year: number, month: number, date: number): DateTime =>
  DateTime.fromObject({ year, month, day: date });
const iso = (time: DateTime): IsoDate | null => time.toISODate();

const fullYear = (year: string): number => (year.length <= 2 ? 2000 + Number(year) : Number(year));

/** Day first, as all four languages are written here; the other order when only that makes sense (22 is no month). */
const dayAndMonth = (one: number, two: number): readonly [day: number, month: number] =>
  two > 12 ? [two, one] : [one, two];

/**
 * Reads a day as people type it: `22. 11. 2026`, `22.11.26`, `22.11.` (the next one to come), `22/11/2026`,
 * `+7` (days from today), `2026-11-22`. Null when it names no day.
 */
export function parseDay(text: string, today: IsoDate): IsoDate | null {
  const ahead = /^\+(\d{1,4})$/.exec(text.trim())?.[1];
  if (ahead !== undefined) return iso(DateTime.fromISO(today).plus({ days: Number(ahead) }));
  if (!/^[\d\s./-]+$/.test(text)) return null;
  const [first, second, third, ...rest] = text.split(/\D+/).filter((part) => part !== '');
  if (first === undefined || second === undefined || rest.length > 0) return null;
  if (first.length === 4)
    return third === undefined ? null : iso(day(Number(first), Number(second), Number(third)));
  const [date, month] = dayAndMonth(Number(first), Number(second));
  if (third !== undefined) return iso(day(fullYear(third), month, date));
  const soonest = day(DateTime.fromISO(today).year, month, date);
  const past = (iso(soonest) ?? today) < today;
  return iso(past ? soonest.plus({ years: 1 }) : soonest);
}

/** Reads a time of day as people type it: `9`, `930`, `9:30`, `9.30`. Gives `HH:mm`; null when it names no time. */
export function parseTime(text: string): string | null {
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text.trim());
  const hour = Number(found?.[1]);
  const minute = Number(found?.[2] ?? 0);
  if (!found || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
