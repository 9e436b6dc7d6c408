import type { EngagementBody } from '#shared/domain/engagement.ts';
import type { MoneyEntryBody } from '#shared/domain/money-entry.ts';
import type { ServiceBody } from '#shared/domain/service.ts';
import { formatHundredths, formatMinutes, formatMoney, formatPercent } from '#shared/i18n/format.ts';
import type { Texts, Words } from './field-names.ts';

/** The parts of an item of the catalogue. */
export const serviceTexts = (body: ServiceBody, { t, language }: Words): Texts => [
  ['name', body.name],
  ['unit', body.unit],
  ['price', body.price === null ? '' : formatMoney(body.price, body.currency, language)],
  ['feeModel', t(`domain.feeModel.${body.feeModel}`)],
];

/** The parts of an engagement. */
export function engagementTexts(body: EngagementBody, { t, language, day }: Words): Texts {
  const money = (amount: number | null): string =>
    amount === null ? '' : formatMoney(amount, body.currency, language);
  return [
    ['title', body.title],
    ['status', t(`domain.engagementStatus.${body.status}`)],
    ['feeModel', t(`domain.feeModel.${body.feeModel}`)],
    ['price', money(body.price)],
    [
      'quantity',
      body.quantity === null ? '' : `${formatHundredths(body.quantity, language)} ${body.unit}`.trim(),
    ],
    ['packageTime', body.packageMinutes === null ? '' : formatMinutes(body.packageMinutes, language)],
    ['deposit', money(body.deposit)],
    ['contract', [body.contract, day(body.contractOn)].filter((part) => part !== '').join(', ')],
    ['began', day(body.startOn)],
    ['ended', day(body.endOn)],
    ['progress', formatPercent(body.progress, language)],
    ['remark', body.remark],
    [
      'custom',
      Object.values(body.custom ?? {})
        .map(String)
        .join('\n'),
    ],
  ];
}

/** The parts of an entry. */
export const moneyEntryTexts = (body: MoneyEntryBody, { t, language, day }: Words): Texts => [
  ['text', body.text === '' ? t(`domain.moneyKind.${body.kind}`) : body.text],
  ['kind', t(`domain.moneyKind.${body.kind}`)],
  ['amount', formatMoney(body.amount, body.currency, language)],
  ['time', body.time === null ? '' : formatMinutes(body.time.minutes, language)],
  ['day', day(body.day)],
  ['due', day(body.dueOn)],
  ['receipt', body.number],
];
