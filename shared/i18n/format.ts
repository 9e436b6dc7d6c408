import { DateTime } from 'luxon';
import { type Currency, MINOR_UNITS } from '#shared/domain/money.ts';
import type { IsoDate, Language } from '#shared/domain/values.ts';
import { LOCALES } from './numbers.ts';

// A file of its own: the first screen needs it, and nothing of Luxon.
export { formatNumber } from './numbers.ts';

const inLanguage = (time: DateTime, language: Language): DateTime => time.setLocale(LOCALES[language]);

/** Day as people of that language write it in numbers: 22. 11. 2026, 22.11.2026. */
export const formatDay = (day: IsoDate, language: Language): string =>
  inLanguage(DateTime.fromISO(day), language).toLocaleString({
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  });

/** Day with the month in words: 22. listopadu 2026. */
export const formatLongDay = (day: IsoDate, language: Language): string =>
  inLanguage(DateTime.fromISO(day), language).toLocaleString(DateTime.DATE_FULL);

/** Time of day of a moment (milliseconds since the epoch), in the machine's zone. */
export const formatTime = (epochMs: number, language: Language): string =>
  inLanguage(DateTime.fromMillis(epochMs), language).toLocaleString({ hour: 'numeric', minute: '2-digit' });

/** Day and time of a moment (milliseconds since the epoch), in the machine's zone. */
export const formatMoment = (epochMs: number, language: Language): string =>
  inLanguage(DateTime.fromMillis(epochMs), language).toLocaleString({
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });

/** Day of a moment, in the machine's zone. */
export const dayOf = (epochMs: number): IsoDate => DateTime.fromMillis(epochMs).toISODate() ?? '';

/** Day and time of a wall time `YYYY-MM-DDTHH:mm`. */
export const formatWallTime = (wall: string, language: Language): string =>
  inLanguage(DateTime.fromISO(wall), language).toLocaleString({
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });

/** How long ago or ahead a moment is: «2 days ago». */
export const formatRelative = (epochMs: number, now: number, language: Language): string =>
  DateTime.fromMillis(epochMs).toRelative({ base: DateTime.fromMillis(now), locale: LOCALES[language] }) ??
  '';

/** Number with decimals as the language writes it; an amount of money where there is a currency (ISO 4217). */
export const formatAmount = (value: number, language: Language, currency: string): string =>
  new Intl.NumberFormat(
    LOCALES[language],
    currency === '' ? { maximumFractionDigits: 6 } : { style: 'currency', currency },
  ).format(value);

/** An amount of money in minor units, with its currency: 12 500,50 Kč. */
export const formatMoney = (minor: number, currency: Currency, language: Language): string =>
  formatAmount(minor / MINOR_UNITS, language, currency);

/** Hundredths of something that is counted: 150 is 1,5. */
export const formatHundredths = (value: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }).format(value / 100);

/** Time that was worked, hours and minutes: 1 h 30 min. */
export function formatMinutes(minutes: number, language: Language): string {
  const unit = (value: number, name: 'hour' | 'minute'): string =>
    new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit: name, unitDisplay: 'short' }).format(
      value,
    );
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60];
  const parts = [
    ...(hours === 0 ? [] : [unit(hours, 'hour')]),
    ...(rest === 0 && hours !== 0 ? [] : [unit(rest, 'minute')]),
  ];
  return `${minutes < 0 ? '−' : ''}${parts.join(' ')}`;
}

/** A length on paper as the language writes it: 99,1 mm. */
export const formatMillimetres = (value: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit: 'millimeter',
    maximumFractionDigits: 1,
  }).format(value);

const SIZE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Size of data as the language writes it, in the unit that keeps it short: 12 kB, 3,4 МБ. Decimal units, as disks are sold. */
export function formatSize(bytes: number, language: Language): string {
  const power = bytes < 1000 ? 0 : Math.min(SIZE_UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit: SIZE_UNITS[power],
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value);
}

/** Whole percent as the language writes it: 80 %, 80%. */
export const formatPercent = (percent: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { style: 'percent' }).format(percent / 100);

const collators = new Map<Language, Intl.Collator>();

/** Sort order of the language's alphabet, numbers by value. */
export function collator(language: Language): Intl.Collator {
  const known = collators.get(language);
  if (known) return known;
  const made = new Intl.Collator(language, { numeric: true, sensitivity: 'variant' });
  collators.set(language, made);
  return made;
}
