import { agreedTotal, type Engagement } from '#shared/domain/engagement.ts';
import type { Currency } from '#shared/domain/money.ts';
import {
  type EntryTime,
  isCharge,
  isRefund,
  type MoneyEntry,
  type MoneyEntryBody,
  type MoneyKind,
  timeAmount,
} from '#shared/domain/money-entry.ts';
import type { IsoDate } from '#shared/domain/values.ts';

/** What is being entered: something to pay, time worked, money that came, or money given back. */
export type EntryMode = 'charge' | 'time' | 'payment' | 'refund';

export function modeOf(kind: MoneyKind): EntryMode {
  if (isRefund({ kind })) return 'refund';
  return kind === 'time' || kind === 'payment' ? kind : 'charge';
}

/** Kinds that are charged or asked for, and entered as an amount. */
export const CHARGE_KINDS = ['fee', 'expense', 'retainer', 'instalment', 'deposit'] as const;

/** Kinds of money that goes back. */
export const REFUND_KINDS = ['refund', 'prepaymentBack'] as const;

/** An entry as the form has it: an amount may still be missing. */
export type EntryDraft = Omit<MoneyEntryBody, 'amount'> & { readonly amount: number | null };

const amounts = (entries: readonly MoneyEntryBody[]): number =>
  entries.reduce((sum, { amount }) => sum + amount, 0);

/** What is usually asked for next for an engagement, and how much. */
export function nextCharge(
  engagement: Engagement,
  entries: readonly MoneyEntry[],
): Pick<EntryDraft, 'kind' | 'amount'> {
  const own = entries.filter(({ engagementId }) => engagementId === engagement.id);
  const total = agreedTotal(engagement);
  const left = total === null ? null : total - amounts(own.filter(isCharge));
  const rest = left !== null && left > 0 ? left : null;
  switch (engagement.feeModel) {
    case 'retainer':
      return { kind: 'retainer', amount: engagement.price };
    case 'instalments':
      return { kind: 'instalment', amount: null };
    case 'deposit':
      return engagement.deposit !== null && !own.some(({ kind }) => kind === 'deposit')
        ? { kind: 'deposit', amount: engagement.deposit }
        : { kind: 'fee', amount: rest };
    case 'hourly':
      return { kind: 'fee', amount: null };
    case 'oneOff':
    case 'prepaid':
      return { kind: 'fee', amount: rest };
    default:
      return engagement.feeModel satisfies never;
  }
}

/** What an hour of an engagement costs; nothing where time is part of another price. */
const timeOf = (engagement: Engagement | undefined, minutes: number): EntryTime => ({
  minutes,
  rate: engagement?.feeModel === 'hourly' ? (engagement.price ?? 0) : 0,
  step: engagement?.timeStep ?? 1,
});

/** What is usually asked for next; an amount that is not known leaves the one that was typed. */
function charge(engagement: Engagement, entries: readonly MoneyEntry[]): Partial<EntryDraft> {
  const { kind, amount } = nextCharge(engagement, entries);
  return { kind, ...(amount !== null && { amount }) };
}

/** What an entry takes from the engagement it is for. */
export function forEngagement(
  mode: EntryMode,
  engagement: Engagement | undefined,
  entries: readonly MoneyEntry[],
  minutes = 60,
): Partial<EntryDraft> {
  const time = mode === 'time' ? timeOf(engagement, minutes) : null;
  return {
    engagementId: engagement?.id ?? null,
    ...(engagement && { currency: engagement.currency }),
    ...(mode === 'charge' && engagement && charge(engagement, entries)),
    ...(time && { time, amount: timeAmount(time) }),
  };
}

/** What goes back is what came last: a deposit, while the payment is on account of one; else a charge. */
function newRefund(
  engagements: readonly Engagement[],
  entries: readonly MoneyEntry[],
  { currency, today }: { readonly currency: Currency; readonly today: IsoDate },
): EntryDraft {
  const payments = entries.filter(({ kind }) => kind === 'payment');
  const last = payments.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1);
  const engagement = engagements.find(({ id }) => id === last?.engagementId);
  const own = entries.filter(({ engagementId }) => engagementId === (engagement?.id ?? null));
  const ahead = amounts(own.filter(({ kind }) => kind === 'payment')) > amounts(own.filter(isCharge));
  return {
    kind: ahead ? 'prepaymentBack' : 'refund',
    text: '',
    day: today,
    dueOn: null,
    amount: null,
    currency: last?.currency ?? currency,
    number: '',
    engagementId: engagement?.id ?? null,
    time: null,
  };
}

/** A new entry: for the one engagement that is going on, when there is just one. */
export function newEntry(
  mode: EntryMode,
  engagements: readonly Engagement[],
  entries: readonly MoneyEntry[],
  { currency, today }: { readonly currency: Currency; readonly today: IsoDate },
): EntryDraft {
  const active = engagements.filter(({ status }) => status === 'active');
  if (mode === 'refund') return newRefund(engagements, entries, { currency, today });
  return {
    kind: mode === 'charge' ? 'fee' : mode,
    text: '',
    day: today,
    dueOn: null,
    amount: null,
    currency,
    number: '',
    engagementId: null,
    time: null,
    ...forEngagement(mode, active.length === 1 ? active[0] : undefined, entries),
  };
}

/** The draft as it is stored; null while something is missing. What time costs follows from the time. */
export function entryOf(draft: EntryDraft): MoneyEntryBody | null {
  const amount = draft.time === null ? draft.amount : timeAmount(draft.time);
  return amount === null || (amount === 0 && draft.time === null)
    ? null
    : { ...draft, amount, text: draft.text.trim().normalize('NFC'), number: draft.number.trim() };
}
