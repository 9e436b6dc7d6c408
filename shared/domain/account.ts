import { agreedTotal, isAgreed, prepaidMinutes, type EngagementBody } from './engagement.ts';
import type { RecordId } from './ids.ts';
import { CURRENCIES, type Currency } from './money.ts';
import { countedMinutes, isCharge, type MoneyEntryBody } from './money-entry.ts';
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
  /** Fees, time, expenses, retainers and instalments. */
  readonly charged: number;
  /** Deposits that were asked for. */
  readonly deposits: number;
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

/**
 * What a set of entries asks for: what was charged, or the deposit while it is more. A deposit is on account of what is
 * charged, so the two are never added.
 */
const demanded = (entries: readonly MoneyEntryBody[]): number =>
  Math.max(amounts(entries.filter(isCharge)), amounts(entries.filter(({ kind }) => kind === 'deposit')));

const isPayment = ({ kind }: MoneyEntryBody): boolean => kind === 'payment';

function accountIn(currency: Currency, sources: AccountSources, today: IsoDate): Account {
  const entries = sources.entries.filter((entry) => entry.currency === currency);
  const agreed = sources.engagements
    .filter((engagement) => engagement.currency === currency && isAgreed(engagement))
    .map((engagement) => agreedTotal(engagement) ?? 0);
  const paid = amounts(entries.filter(isPayment));
  const isDue = ({ dueOn }: MoneyEntryBody): boolean => dueOn !== null && dueOn < today;

  // What is paid for an engagement counts there first; the rest, and what was paid for none, for what is due the longest.
  let [asked, unpaid, spare] = [0, 0, 0];
  for (const id of new Set(entries.map(({ engagementId }) => engagementId))) {
    const own = entries.filter(({ engagementId }) => engagementId === id);
    const ownPaid = amounts(own.filter(isPayment));
    const wanted = demanded(own);
    asked += wanted;
    const covered = id === null ? 0 : Math.min(ownPaid, wanted);
    spare += ownPaid - covered;
    unpaid += Math.max(0, demanded(own.filter(isDue)) - covered);
  }
  return {
    currency,
    agreed: sum(agreed),
    charged: amounts(entries.filter(isCharge)),
    deposits: amounts(entries.filter(({ kind }) => kind === 'deposit')),
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
