import { dayFrom } from '#shared/domain/calendar-day.ts';
import type { DateOrder } from '#shared/domain/import.ts';
import { LANGUAGES, type IsoDate } from '#shared/domain/values.ts';
import { fold } from '#shared/lib/fold.ts';

const FORMS = ['long', 'short'] as const;

/** Names of months, folded: as they stand alone and as they stand in a date. */
const months: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) =>
    FORMS.flatMap((month) =>
      Array.from({ length: 12 }, (_, index) => index).flatMap((index) => {
        const day = new Date(Date.UTC(2024, index, 15));
        const inDate = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' })
          .formatToParts(day)
          .find(({ type }) => type === 'month');
        const alone = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }).format(day);
        return [inDate?.value ?? alone, alone].map(
          (name) => [fold(name).replaceAll('.', ''), index + 1] as const,
        );
      }),
    ),
  ),
);

/** Two digits of a year: nobody is to be born in the future, and few are a hundred. */
function fullYear(text: string, today: IsoDate): number {
  const year = Number(text);
  if (text.length > 2) return year;
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
  return century + year > Number(today.slice(0, 4)) + 10 ? century - 100 + year : century + year;
}

const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NUMBERS = /^(\d{1,4})\s*[./\-\s]\s*(\d{1,2})\s*[./\-\s]\s*(\d{1,4})\.?$/;
const WORDS = /^(\d{1,2})\.?\s+(\p{L}+)\.?,?\s+(\d{4})/u;
const WORDS_FIRST = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/u;
/** A time after a date, and the words that stand for «year» after one. */
const REST = /(?:[T\s]+\d{1,2}[:.]\d{2}.*|\s*(?:г\.?|года|r\.?|roku))$/u;

/** What the three numbers of a date are, in the order that is known or that they give away. */
function inOrder(
  parts: readonly [string, string, string],
  order: DateOrder,
): readonly [string, string, string] {
  const [a, b, c] = parts;
  if (a.length > 2) return [a, b, c];
  if (order === 'ymd' && c.length <= 2) return [a, b, c];
  return order === 'mdy' ? [c, a, b] : [c, b, a];
}

/** The day that a text says; null when it says none. Spreadsheets and programs write it in many ways. */
export function parseDay(text: string, order: DateOrder, today: IsoDate): IsoDate | null {
  const clean = text.trim().replace(REST, '').trim();
  const compact = COMPACT.exec(clean);
  if (compact) return dayFrom(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const numbers = NUMBERS.exec(clean);
  if (numbers) {
    const [, a = '', b = '', c = ''] = numbers;
    const [year, month, day] = inOrder([a, b, c], order);
    return dayFrom(fullYear(year, today), Number(month), Number(day));
  }
  const words = WORDS.exec(fold(clean)) ?? WORDS_FIRST.exec(fold(clean));
  if (!words) return null;
  const [, one = '', other = '', year = ''] = words;
  const [day, name] = /^\d/.test(one) ? [one, other] : [other, one];
  const month = months.get(name);
  return month === undefined ? null : dayFrom(Number(year), month, Number(day));
}

/** A day without a year, as contact programs keep birthdays: «--05-28». Null: it is none. */
export const isYearless = (text: string): boolean => /^--\d{2}-?\d{2}$/.test(text.trim());

const TIME = /(?:^|[T\s])(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*(am|pm)?/i;

/** The time in a text, `HH:mm`; null when it has none. */
export function parseTime(text: string): string | null {
  const found = TIME.exec(text.trim());
  if (!found) return null;
  const [, hour = '', minute = '', half = ''] = found;
  const late = half.toLowerCase() === 'pm' && Number(hour) < 12 ? 12 : 0;
  const hours = half.toLowerCase() === 'am' && Number(hour) === 12 ? 0 : Number(hour) + late;
  if (hours > 23 || Number(minute) > 59) return null;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

/** The order in which most of some texts are dates. Day first when nothing speaks for another. */
export function detectDateOrder(texts: readonly string[], today: IsoDate): DateOrder {
  const count = (order: DateOrder): number =>
    texts.filter((text) => parseDay(text, order, today) !== null).length;
  const [dmy, mdy, ymd] = [count('dmy'), count('mdy'), count('ymd')];
  if (mdy > dmy && mdy >= ymd) return 'mdy';
  return ymd > dmy ? 'ymd' : 'dmy';
}

/** How programs write that there is no day: Outlook «0/0/00», databases «0000-00-00». */
export const isNoDay = (text: string): boolean => /^0+(?:[./-]0+){2}$/.test(text.trim());
