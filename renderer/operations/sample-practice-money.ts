import {
  emptyEngagement,
  type EngagementBody,
  engagementRecord,
  isOpenEnded,
} from '#shared/domain/engagement.ts';
import { newRecordId, type RecordId } from '#shared/domain/ids.ts';
import { type Currency, inParts } from '#shared/domain/money.ts';
import { type MoneyEntryBody, moneyEntryRecord, timeAmount } from '#shared/domain/money-entry.ts';
import type { ServiceBody } from '#shared/domain/service.ts';
import { isoDay, workingDay, type FileContext } from './sample-practice-context.ts';

/** Price of an hour in the sample, minor units. */
const HOUR: Readonly<Record<Currency, number>> = {
  CZK: 180_000,
  PLN: 25_000,
  RUB: 450_000,
  EUR: 9000,
  USD: 9500,
  GBP: 8000,
  CHF: 12_000,
  UAH: 150_000,
};

/** How many hours' price each service costs. */
const HOURS = { oneOff: 4, hourly: 1, retainer: 3, prepaid: 9, instalments: 12, deposit: 10 } as const;

/** Days before the sample is added on which the work began. */
const BEGAN = -48;

function engagementOf(context: FileContext, service: ServiceBody, loyal: boolean): EngagementBody {
  const { setting } = context;
  const { feeModel, currency } = service;
  const price = HOUR[currency] * HOURS[feeModel];
  const begun = isoDay(workingDay(setting.now, BEGAN));
  return {
    ...emptyEngagement(currency, begun),
    title: service.name,
    serviceId: setting.serviceIds?.get(service.name) ?? null,
    feeModel,
    price,
    quantity: isOpenEnded(feeModel) ? null : 100,
    unit: service.unit,
    packageMinutes: feeModel === 'prepaid' ? 600 : null,
    deposit: feeModel === 'deposit' ? Math.floor(price / 4) : null,
    timeStep: feeModel === 'hourly' || feeModel === 'prepaid' ? 15 : 1,
    contractOn: begun,
    status: loyal ? 'active' : 'done',
    endOn: loyal ? null : isoDay(workingDay(setting.now, -6)),
    progress: loyal ? 50 : 100,
  };
}

/** What was charged, worked and paid for an engagement so far. */
function entriesOf(
  context: FileContext,
  engagement: EngagementBody,
  id: RecordId,
): readonly MoneyEntryBody[] {
  const { now } = context.setting;
  const { price, currency, feeModel, deposit, timeStep } = engagement;
  const full = price ?? 0;
  const day = (days: number): string => isoDay(workingDay(now, days));
  const entry = (changes: Partial<MoneyEntryBody>): MoneyEntryBody => ({
    kind: 'fee',
    engagementId: id,
    text: '',
    day: day(-30),
    dueOn: null,
    amount: full,
    currency,
    time: null,
    number: '',
    ...changes,
  });
  const paid = (amount: number, days: number): MoneyEntryBody =>
    entry({ kind: 'payment', amount, day: day(days) });
  const worked = (minutes: number, days: number): MoneyEntryBody => {
    const time = { minutes, rate: feeModel === 'hourly' ? full : 0, step: timeStep };
    return entry({ kind: 'time', time, amount: timeAmount(time), day: day(days) });
  };
  switch (feeModel) {
    case 'hourly': {
      const work = [worked(50, -40), worked(130, -9)];
      return [...work, paid(work[0]?.amount ?? 0, -20)];
    }
    case 'prepaid':
      return [entry({ day: day(-45) }), paid(full, -44), worked(90, -30), worked(125, -5)];
    case 'retainer':
      return [
        entry({ kind: 'retainer', day: day(-45), dueOn: day(-35) }),
        paid(full, -36),
        entry({ kind: 'retainer', day: day(-14), dueOn: day(-3) }),
      ];
    case 'instalments':
      return [
        ...inParts(full, 3).map((amount, month) =>
          entry({ kind: 'instalment', amount, day: day(-45), dueOn: day(-30 + month * 30) }),
        ),
        paid(inParts(full, 3)[0] ?? 0, -31),
      ];
    case 'deposit':
      return [
        entry({ kind: 'deposit', amount: deposit ?? 0, day: day(-47), dueOn: day(-40) }),
        paid(deposit ?? 0, -41),
      ];
    case 'oneOff':
      return [entry({ day: day(-20), dueOn: day(-6) }), paid(full, -8)];
    default:
      return feeModel satisfies never;
  }
}

/** Puts what was agreed on with a client who stayed, and what was paid. */
export function putMoney(context: FileContext, service: ServiceBody | undefined): void {
  const { client, fileId, put } = context;
  if (
    !service ||
    (client.stage !== 'retention' && client.stage !== 'inspiration' && client.stage !== 'ended')
  )
    return;
  const engagement = engagementOf(context, service, client.stage !== 'ended');
  const id = newRecordId();
  put(engagementRecord, { id, fileId }, engagement);
  for (const entry of entriesOf(context, engagement, id))
    put(moneyEntryRecord, { id: newRecordId(), fileId }, entry);
}
