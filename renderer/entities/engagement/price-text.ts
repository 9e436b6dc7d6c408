import type { TFunction } from 'i18next';
import { agreedTotal, type EngagementBody, prepaidMinutes } from '#shared/domain/engagement.ts';
import type { Language } from '#shared/domain/values.ts';
import { formatHundredths, formatMinutes, formatMoney } from '#shared/i18n/format.ts';

/** What was agreed, in words: «10 × 1 500 Kč = 15 000 Kč», «2 500 Kč an hour». Empty when nothing was. */
export function priceText(engagement: EngagementBody, t: TFunction, language: Language): string {
  const { feeModel, price, currency, quantity, unit } = engagement;
  if (price === null) return '';
  const money = (amount: number): string => formatMoney(amount, currency, language);
  const total = agreedTotal(engagement);
  if (feeModel === 'hourly' || feeModel === 'retainer') {
    const each = t(feeModel === 'hourly' ? 'engagements.price.hour' : 'engagements.price.month', {
      price: money(price),
    });
    if (quantity === null || total === null) return each;
    return `${each} × ${formatHundredths(quantity, language)} = ${money(total)}`;
  }
  if (total === null || quantity === 100) return money(price);
  return `${[formatHundredths(quantity ?? 100, language), unit].filter((part) => part !== '').join(' ')} × ${money(price)} = ${money(total)}`;
}

/** What belongs to the price: the time of a package, the deposit. */
export function priceDetails(engagement: EngagementBody, t: TFunction, language: Language): string {
  const { deposit, currency } = engagement;
  const prepaid = prepaidMinutes(engagement);
  return [
    prepaid === null ? '' : t('engagements.price.package', { time: formatMinutes(prepaid, language) }),
    deposit === null
      ? ''
      : t('engagements.price.deposit', { amount: formatMoney(deposit, currency, language) }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
