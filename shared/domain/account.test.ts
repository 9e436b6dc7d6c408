import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMoneyEntry, anEngagement } from '#test/builders/bodies.ts';
import { type Account, accountsOf, overdueIn, prepaidLeft } from './account.ts';
import { newRecordId } from './ids.ts';
import { CURRENCIES } from './money.ts';
import { inColumns, isCharge, isRefund, MONEY_KINDS, type MoneyEntryBody } from './money-entry.ts';

const TODAY = '2026-11-22';
const [ONE, OTHER] = [newRecordId(), newRecordId()];

const kroner = (entries: readonly MoneyEntryBody[]): Account => {
  const [account] = accountsOf({ engagements: [], entries }, TODAY);
  if (!account) throw new Error('There is no account');
  return account;
};
const sum = (entries: readonly MoneyEntryBody[]): number =>
  entries.reduce((total, { amount }) => total + amount, 0);

describe('an account', () => {
  it('counts a deposit on account of what is charged', () => {
    const deposit = aMoneyEntry({ kind: 'deposit', engagementId: ONE, amount: 5000 });
    const paid = aMoneyEntry({ kind: 'payment', engagementId: ONE, amount: 5000 });
    expect(kroner([deposit])).toMatchObject({ charged: 0, deposits: 5000, open: 5000 });
    expect(kroner([deposit, paid])).toMatchObject({ open: 0, credit: 0 });
    const fee = aMoneyEntry({ engagementId: ONE, amount: 20_000 });
    expect(kroner([deposit, paid, fee])).toMatchObject({ charged: 20_000, open: 15_000, credit: 0 });
  });

  it('is overdue from the day after the last day to pay', () => {
    const due = (dueOn: string) => aMoneyEntry({ amount: 1000, dueOn });
    expect(kroner([due(TODAY)]).overdue).toBe(0);
    expect(kroner([due('2026-11-21')]).overdue).toBe(1000);
    expect(kroner([aMoneyEntry({ amount: 1000 })]).overdue).toBe(0);
  });

  it('lets a payment cover its own engagement first, and the rest what is due the longest', () => {
    const late = aMoneyEntry({ engagementId: ONE, amount: 1000, dueOn: '2026-11-01' });
    const later = aMoneyEntry({ engagementId: OTHER, amount: 3000, dueOn: '2026-12-01' });
    const forOther = aMoneyEntry({ kind: 'payment', engagementId: OTHER, amount: 3000 });
    expect(kroner([late, later, forOther])).toMatchObject({ open: 1000, overdue: 1000 });
    const tooMuch = aMoneyEntry({ kind: 'payment', engagementId: OTHER, amount: 3400 });
    expect(kroner([late, later, tooMuch])).toMatchObject({ open: 600, overdue: 600 });
    const forNone = aMoneyEntry({ kind: 'payment', amount: 1000 });
    expect(kroner([late, later, forNone])).toMatchObject({ open: 3000, overdue: 0 });
  });

  it('asks for nothing again that was given back', () => {
    const entry = (kind: MoneyEntryBody['kind'], amount: number, dueOn: string | null = null) =>
      aMoneyEntry({ kind, amount, dueOn, engagementId: ONE });
    const nothing = { open: 0, overdue: 0, credit: 0 };
    // A fee was paid and is given back: it is not owed any more.
    const fee = [entry('fee', 1000, '2026-11-01'), entry('payment', 1000), entry('refund', 1000)];
    expect(kroner(fee)).toMatchObject({ ...nothing, charged: 0, paid: 0 });
    expect(kroner([...fee, entry('fee', 800)])).toMatchObject({ charged: 800, open: 800 });
    // A deposit is returned, whole and in part; what is charged later is owed.
    const deposit = [entry('deposit', 1000, '2026-11-01'), entry('payment', 1000)];
    const returned = [...deposit, entry('prepaymentBack', 1000)];
    expect(kroner(returned)).toMatchObject({ ...nothing, charged: 0, deposits: 1000, paid: 0 });
    expect(kroner([...returned, entry('fee', 800)])).toMatchObject({ open: 800 });
    expect(kroner([...deposit, entry('fee', 600), entry('prepaymentBack', 400)])).toMatchObject(nothing);
    expect(kroner([...deposit, entry('fee', 1000), entry('refund', 300)])).toMatchObject(nothing);
    // What was paid too much is returned.
    const over = [entry('fee', 1000), entry('payment', 1500)];
    expect(kroner(over)).toMatchObject({ open: 0, credit: 500 });
    expect(kroner([...over, entry('prepaymentBack', 500)])).toMatchObject({ ...nothing, paid: 1000 });
  });

  it('says since when money is overdue: payments cover the oldest first', () => {
    const due = (dueOn: string, amount = 1000) => aMoneyEntry({ amount, dueOn });
    const entries = [due('2026-09-30'), due('2026-10-31'), due('2026-11-10'), due('2026-12-24')];
    const paid = (amount: number) => aMoneyEntry({ kind: 'payment', amount });
    const overdue = (amount: number) => overdueIn([...entries, paid(amount)], TODAY);
    expect(overdue(0)).toEqual([{ currency: 'CZK', amount: 3000, since: '2026-09-30' }]);
    expect(overdue(999)).toMatchObject([{ amount: 2001, since: '2026-09-30' }]);
    expect(overdue(1000)).toMatchObject([{ amount: 2000, since: '2026-10-31' }]);
    expect(overdue(3000)).toEqual([]);
    const euro = aMoneyEntry({ amount: 5, dueOn: '2026-11-21', currency: 'EUR' });
    expect(overdueIn([...entries, euro], TODAY).map(({ currency }) => currency)).toEqual(['CZK', 'EUR']);
  });

  it('agrees on what is neither proposed nor cancelled, as far as the price is known', () => {
    const of = (changes: Parameters<typeof anEngagement>[0]) => ({
      id: newRecordId(),
      ...anEngagement(changes),
    });
    const engagements = [
      of({ price: 10_000, quantity: 150 }),
      of({ price: 99, status: 'proposed' }),
      of({ price: 99, status: 'cancelled' }),
      of({ price: 99, quantity: null, feeModel: 'hourly' }),
      of({ price: 700, currency: 'EUR' }),
    ];
    const accounts = accountsOf({ engagements, entries: [] }, TODAY);
    expect(accounts.map(({ currency, agreed }) => [currency, agreed])).toEqual([
      ['CZK', 15_000],
      ['EUR', 700],
    ]);
  });

  it('says what is left of prepaid time, and by how much it is exceeded', () => {
    const engagement = {
      id: ONE,
      ...anEngagement({ feeModel: 'prepaid', packageMinutes: 600, quantity: 200, timeStep: 15 }),
    };
    const worked = (minutes: number) =>
      aMoneyEntry({ kind: 'time', engagementId: ONE, amount: 0, time: { minutes, rate: 0, step: 15 } });
    expect(prepaidLeft({ engagements: [], entries: [] })).toBeNull();
    expect(prepaidLeft({ engagements: [engagement], entries: [worked(61)] })).toBe(1200 - 75);
    expect(prepaidLeft({ engagements: [engagement], entries: [worked(1230)] })).toBe(-30);
  });
});

const anyEntries = fc.array(
  fc.record({
    kind: fc.constantFrom(...MONEY_KINDS),
    engagementId: fc.constantFrom(null, ONE, OTHER),
    amount: fc.integer({ min: 0, max: 1_000_000_000 }),
    currency: fc.constantFrom(...CURRENCIES.slice(0, 3)),
    dueOn: fc.constantFrom(null, '2026-11-01', TODAY, '2026-12-24'),
  }),
  { maxLength: 12 },
);

describe('properties of accounts', () => {
  it('whatever was entered: sums are exact, currencies apart, and what is open is between nothing and all', () => {
    fc.assert(
      fc.property(anyEntries, (made) => {
        const entries = made.map((changes) => aMoneyEntry(changes));
        for (const account of accountsOf({ engagements: [], entries }, TODAY)) {
          const own = entries.filter(({ currency }) => currency === account.currency);
          const deposits = sum(own.filter(({ kind }) => kind === 'deposit'));
          const back = sum(own.filter(isRefund));
          const given = sum(own.filter(({ kind }) => kind === 'refund'));
          expect(account.charged).toBe(sum(own.filter(isCharge)) - given);
          expect(account.paid).toBe(sum(own.filter(({ kind }) => kind === 'payment')) - back);
          const column = (name: 'toPay' | 'paid') =>
            own.reduce((total, entry) => total + (inColumns(entry)[name] ?? 0), 0);
          expect(column('toPay')).toBe(account.charged + deposits);
          expect(column('paid')).toBe(account.paid);
          expect(account.open).toBeLessThanOrEqual(sum(own.filter(isCharge)) + deposits + back);
          expect(account.open).toBeGreaterThanOrEqual(account.charged - account.paid);
          expect(account.overdue).toBeGreaterThanOrEqual(0);
          expect(account.overdue).toBeLessThanOrEqual(account.open);
          expect(Math.min(account.open, account.credit)).toBe(0);
          expect(
            Object.values(account).filter((one) => typeof one === 'number' && !Number.isSafeInteger(one)),
          ).toEqual([]);
        }
      }),
    );
  });

  it('a payment of what is open closes it, in whatever order things were entered', () => {
    fc.assert(
      fc.property(anyEntries, fc.nat(), (made, seed) => {
        const entries = made.map((changes) => aMoneyEntry({ ...changes, currency: 'CZK' }));
        fc.pre(entries.length > 0);
        const before = kroner(entries);
        const turned = [...entries.slice(seed % entries.length), ...entries.slice(0, seed % entries.length)];
        expect(kroner(turned)).toEqual(before);
        const after = kroner([...entries, aMoneyEntry({ kind: 'payment', amount: before.open })]);
        expect(after).toMatchObject({ open: 0, overdue: 0, credit: before.credit });
      }),
    );
  });
});
