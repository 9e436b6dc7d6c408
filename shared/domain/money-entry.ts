import { z } from 'zod';
import { TIME_STEPS } from './engagement.ts';
import { recordIdSchema } from './ids.ts';
import { amountSchema, currencySchema, timesOver } from './money.ts';
import type { RecordKind, Stored } from './record.ts';
import { isoDateSchema, lineSchema } from './values.ts';

/**
 * What an entry is. What is neither a deposit, a payment nor given back is charged; a deposit is asked for on account of
 * what will be. Money goes back in two ways: what was charged is given up (`refund`), or what was paid ahead is returned.
 */
export const MONEY_KINDS = [
  'fee',
  'time',
  'expense',
  'retainer',
  'instalment',
  'deposit',
  'payment',
  'refund',
  'prepaymentBack',
] as const;
export const moneyKindSchema = z.enum(MONEY_KINDS);
export type MoneyKind = z.infer<typeof moneyKindSchema>;

const timeSchema = z.object({
  minutes: z.number().int().positive().max(10_000_000),
  /** Price of an hour, minor units; 0: the time is noted and costs nothing by itself. */
  rate: amountSchema,
  step: z.union(TIME_STEPS.map((step) => z.literal(step))),
});
export type EntryTime = z.infer<typeof timeSchema>;

export const moneyEntrySchema = z.object({
  kind: moneyKindSchema,
  /** The engagement it belongs to; null: to the client as a whole. */
  engagementId: recordIdSchema.nullable(),
  /** What it is for. */
  text: lineSchema,
  /** When it was charged, spent, worked or received. */
  day: isoDateSchema,
  /** The last day to pay; null: none was set. */
  dueOn: isoDateSchema.nullable(),
  /** Minor units; for time what {@link timeAmount} makes of it. */
  amount: amountSchema,
  currency: currencySchema,
  /** For `time` alone. */
  time: timeSchema.nullable(),
  /** Number of the receipt, invoice or bank statement. */
  number: lineSchema,
});
export type MoneyEntryBody = z.infer<typeof moneyEntrySchema>;
/** Money that a client owes, has paid, or time worked for them. */
export type MoneyEntry = Stored<MoneyEntryBody>;

export const moneyEntryRecord: RecordKind<MoneyEntryBody> = {
  table: 'moneyEntries',
  version: 1,
  schema: moneyEntrySchema,
};

/** Minutes that count: every step that was begun is whole. */
export const countedMinutes = ({ minutes, step }: Pick<EntryTime, 'minutes' | 'step'>): number =>
  Math.ceil(minutes / step) * step;

/** What time costs, minor units: counted minutes × price of an hour ÷ 60, rounded to the nearest, halves up. */
export const timeAmount = (time: EntryTime): number => timesOver(countedMinutes(time), time.rate, 60);

/** Whether an entry is money that was given back to the client. */
export const isRefund = ({ kind }: Pick<MoneyEntryBody, 'kind'>): boolean =>
  kind === 'refund' || kind === 'prepaymentBack';

/** Whether an entry adds to what was charged. */
export const isCharge = (entry: Pick<MoneyEntryBody, 'kind'>): boolean =>
  entry.kind !== 'payment' && entry.kind !== 'deposit' && !isRefund(entry);

/** What an entry adds to the columns «To pay» and «Paid», minor units: less than nothing where money went back; null: nothing. */
export function inColumns({ kind, amount }: Pick<MoneyEntryBody, 'kind' | 'amount'>): {
  readonly toPay: number | null;
  readonly paid: number | null;
} {
  if (kind === 'payment') return { toPay: null, paid: amount };
  if (kind === 'refund') return { toPay: -amount, paid: -amount };
  if (kind === 'prepaymentBack') return { toPay: null, paid: -amount };
  return { toPay: amount === 0 ? null : amount, paid: null };
}

/** Reads time as people write it: «1:30» and «1,5» are hours, «90» is minutes. Null: it is none. */
export function minutesFrom(text: string): number | null {
  const bare = text.trim();
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(bare);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  if (/^\d{1,6}$/.test(bare)) return Number(bare);
  const decimal = /^(\d{1,4})[.,](\d{1,2})$/.exec(bare);
  return decimal
    ? timesOver(Number(decimal[1]) * 100 + Number((decimal[2] ?? '').padEnd(2, '0')), 60, 100)
    : null;
}

/** Time as it is typed: 1:30. */
export const minutesText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;
