import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMoneyEntry, anEngagement } from '#test/builders/bodies.ts';
import { type Account, accountsOf, prepaidLeft } from './account.ts';
import { newRecordId } from './ids.ts';
import { CURRENCIES } from './money.ts';
import { isCharge, MONEY_KINDS, type MoneyEntryBody } from './money-entry.ts';

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
          expect(account.charged).toBe(sum(own.filter(isCharge)));
          expect(account.paid).toBe(sum(own.filter(({ kind }) => kind === 'payment')));
          expect(account.open).toBeLessThanOrEqual(account.charged + deposits);
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
