import { agreedTotal, isAgreed, prepaidMinutes, type EngagementBody } from './engagement.ts';
import type { RecordId } from './ids.ts';
import { CURRENCIES, type Currency } from './money.ts';
import { countedMinutes, inColumns, isCharge, isRefund, type MoneyEntryBody } from './money-entry.ts';
import type { IsoDate } from './values.ts';

/** What an account is made of. */
export interface AccountSources {
  readonly engagements: readonly (EngagementBody & { readonly id: RecordId })[];
  readonly entries: readonly MoneyEntryBody[];
}

/** How things stand between a client and the practice in one currency, minor units. */
export interface Account {
  readonly currency: Currency;
  /** Prices of the engagements that are agreed on, as far as they are known. */
  readonly agreed: number;
  /** Fees, time, expenses, retainers and instalments, without what was given up by giving it back. */
  readonly charged: number;
  /** Deposits that were asked for. */
  readonly deposits: number;
  /** What was paid, without what was given back. */
  readonly paid: number;
  /** What is still to be paid of what was charged or asked for. */
  readonly open: number;
  /** The part of it whose last day to pay has passed. */
  readonly overdue: number;
  /** What was paid beyond that. */
  readonly credit: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const amounts = (entries: readonly MoneyEntryBody[]): number => sum(entries.map(({ amount }) => amount));

const ofKind = (entries: readonly MoneyEntryBody[], wanted: MoneyEntryBody['kind']): number =>
  amounts(entries.filter(({ kind }) => kind === wanted));
const paidIn = (entries: readonly MoneyEntryBody[]): number =>
  sum(entries.map((entry) => inColumns(entry).paid ?? 0));
const chargedIn = (entries: readonly MoneyEntryBody[]): number =>
  amounts(entries.filter(isCharge)) - ofKind(entries, 'refund');

/**
 * What a set of entries asks for: what was charged, or the deposit while it is more. A deposit is on account of what is
 * charged, so the two are never added. What was given back is not asked for again.
 */
const demanded = (entries: readonly MoneyEntryBody[]): number =>
  Math.max(0, chargedIn(entries), ofKind(entries, 'deposit') - amounts(entries.filter(isRefund)));

const isPast = ({ dueOn }: MoneyEntryBody, today: IsoDate): boolean => dueOn !== null && dueOn < today;

function accountIn(currency: Currency, sources: AccountSources, today: IsoDate): Account {
  const entries = sources.entries.filter((entry) => entry.currency === currency);
  const agreed = sources.engagements
    .filter((engagement) => engagement.currency === currency && isAgreed(engagement))
    .map((engagement) => agreedTotal(engagement) ?? 0);
  const paid = paidIn(entries);

  // What is paid for an engagement counts there first; the rest, and what was paid for none, for what is due the longest.
  let [asked, unpaid, spare] = [0, 0, 0];
  for (const id of new Set(entries.map(({ engagementId }) => engagementId))) {
    const own = entries.filter(({ engagementId }) => engagementId === id);
    const ownPaid = paidIn(own);
    const wanted = demanded(own);
    asked += wanted;
    const covered = id === null ? 0 : Math.min(ownPaid, wanted);
    spare += ownPaid - covered;
    // What was given back was, as far as it may be, of what is not due yet.
    const due = Math.min(demanded(own.filter((entry) => isPast(entry, today))), wanted);
    unpaid += Math.max(0, due - covered);
  }
  return {
    currency,
    agreed: sum(agreed),
    charged: chargedIn(entries),
    deposits: ofKind(entries, 'deposit'),
    paid,
    open: Math.max(0, asked - paid),
    overdue: Math.max(0, unpaid - spare),
    credit: Math.max(0, paid - asked),
  };
}

/** How things stand with a client in each currency that anything was agreed or entered in. Currencies are never mixed. */
export function accountsOf(sources: AccountSources, today: IsoDate): readonly Account[] {
  const used = new Set([
    ...sources.entries.map(({ currency }) => currency),
    ...sources.engagements
      .filter((engagement) => isAgreed(engagement) && agreedTotal(engagement) !== null)
      .map(({ currency }) => currency),
  ]);
  return CURRENCIES.filter((currency) => used.has(currency)).map((currency) =>
    accountIn(currency, sources, today),
  );
}

/** What a client has not paid in time, in one currency. */
export interface Overdue {
  readonly currency: Currency;
  /** Minor units. */
  readonly amount: number;
  /** The last day on which the oldest of it was to be paid. */
  readonly since: IsoDate;
}

/** What is overdue in each currency. Payments cover what is due the longest first, so it is what fell due last. */
export function overdueIn(entries: readonly MoneyEntryBody[], today: IsoDate): readonly Overdue[] {
  return accountsOf({ engagements: [], entries }, today).flatMap(({ currency, overdue }) => {
    const due = entries
      .filter((entry) => entry.currency === currency && isPast(entry, today))
      .toSorted((a, b) => (b.dueOn ?? '').localeCompare(a.dueOn ?? ''));
    let left = overdue;
    const unpaid = due.filter(({ amount }) => {
      const open = left > 0;
      left -= amount;
      return open;
    });
    const since = unpaid.at(-1)?.dueOn;
    return overdue > 0 && since ? [{ currency, amount: overdue, since }] : [];
  });
}

/** Time that was noted on an engagement, minutes that count. */
export const workedMinutes = (id: RecordId, entries: readonly MoneyEntryBody[]): number =>
  sum(
    entries.flatMap(({ engagementId, time }) =>
      engagementId === id && time !== null ? [countedMinutes(time)] : [],
    ),
  );

/** Prepaid time that is left, minutes; less than nothing when more was worked; null when none is prepaid. */
export function prepaidLeft({ engagements, entries }: AccountSources): number | null {
  const left = engagements.filter(isAgreed).flatMap((engagement) => {
    const prepaid = prepaidMinutes(engagement);
    return prepaid === null ? [] : [prepaid - workedMinutes(engagement.id, entries)];
  });
  return left.length === 0 ? null : sum(left);
}
