import { z } from 'zod';
import type { Language } from './values.ts';

/** Currencies that can be agreed on (ISO 4217). Each has a hundred minor units to the unit. */
export const CURRENCIES = ['CZK', 'PLN', 'RUB', 'EUR', 'USD', 'GBP', 'CHF', 'UAH'] as const;
export const currencySchema = z.enum(CURRENCIES);
export type Currency = z.infer<typeof currencySchema>;

/** What people who speak a language mostly pay in. */
export const CURRENCY_OF: Readonly<Record<Language, Currency>> = {
  cs: 'CZK',
  pl: 'PLN',
  ru: 'RUB',
  en: 'EUR',
};

/** Minor units to the unit: haléře, grosze, kopecks, cents. */
export const MINOR_UNITS = 100;

/** Largest amount that can be entered, minor units: sums of thousands of them are still exact. */
export const MOST_MONEY = 1_000_000_000_000;

/** An amount of money in minor units of its currency; never a fraction. */
export const amountSchema = z.number().int().min(0).max(MOST_MONEY);

/** a × b ÷ c to the nearest whole number, halves away from zero. Exact however large the product is. */
export function timesOver(a: number, b: number, c: number): number {
  const product = BigInt(a) * BigInt(b);
  const divisor = BigInt(c);
  const size = product < 0n ? -product : product;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return Number(product < 0n ? -rounded : rounded);
}

/**
 * Splits an amount into parts that are equal but for one minor unit: what does not divide goes to the first of them, so
 * that together they are the amount.
 * @param count Whole, at least one.
 */
export function inParts(amount: number, count: number): readonly number[] {
  const part = Math.floor(amount / count);
  const left = amount - part * count;
  return Array.from({ length: count }, (_, index) => part + (index < left ? 1 : 0));
}

/** Signs between thousands, and between a currency and its number. */
const SPACES = /[\s\u00A0\u202F']/g;

/**
 * Reads hundredths as people write them: «12 500,50», «12,500.50», «1.250», «40». A last separator with three digits after
 * it parts thousands, since nothing has three decimals. Null: it is none, is less than nothing, or has more than two decimals.
 */
export function hundredthsFrom(text: string): number | null {
  const bare = text.replaceAll(SPACES, '');
  const { whole, decimals } =
    /^(?<whole>\d+|\d{1,3}(?:[.,]\d{3})+)(?:[.,](?<decimals>\d{0,2}))?$/.exec(bare)?.groups ?? {};
  if (whole === undefined) return null;
  const value = Number(`${whole.replaceAll(/[.,]/g, '')}${(decimals ?? '').padEnd(2, '0')}`);
  return Number.isSafeInteger(value) ? value : null;
}

/** Hundredths as they are typed, without parting thousands: 12500,50. */
export function hundredthsText(value: number, separator: string): string {
  const whole = Math.floor(value / 100);
  const rest = value % 100;
  return rest === 0 ? String(whole) : `${String(whole)}${separator}${String(rest).padStart(2, '0')}`;
}
