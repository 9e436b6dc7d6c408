import { plain, type Block } from '#shared/documents/model.ts';
import { type Account, accountsOf, prepaidLeft } from '#shared/domain/account.ts';
import type { Engagement } from '#shared/domain/engagement.ts';
import type { MoneyEntry } from '#shared/domain/money-entry.ts';
import type { Source } from '#shared/domain/source.ts';
import type { Language } from '#shared/domain/values.ts';
import { dayOf, formatDay, formatMinutes, formatMoney } from '#shared/i18n/format.ts';
import type { translator } from '#shared/i18n/translate.ts';
import { priceDetails, priceText } from '#renderer/entities/engagement/index.ts';

interface MoneyPart {
  readonly t: ReturnType<typeof translator>;
  readonly engagements: readonly Engagement[];
  readonly money: readonly MoneyEntry[];
  readonly language: Language;
  readonly now: number;
  readonly mayShow: (text: string, source: Source | null) => boolean;
}

const FIGURES = [
  'agreed',
  'charged',
  'paid',
  'open',
  'overdue',
] as const satisfies readonly (keyof Account)[];

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

function engagementsTable({ t, engagements, language, mayShow }: MoneyPart): Block[] {
  const shown = engagements.filter(({ title, contract }) => mayShow(title, null) && mayShow(contract, null));
  if (shown.length === 0) return [];
  const day = (date: string | null): string => (date === null ? '' : formatDay(date, language));
  const head = [
    t('engagements.column.title'),
    t('engagements.field.status'),
    t('engagements.column.time'),
    t('engagements.column.price'),
  ];
  return [
    {
      type: 'table',
      widths: [4, 2, 3, 4],
      head: head.map((text) => ({ text: plain(text), header: true })),
      rows: shown.map((engagement) =>
        [
          lines(engagement.title, engagement.contract),
          t(`domain.engagementStatus.${engagement.status}`),
          [day(engagement.startOn), day(engagement.endOn)].filter((part) => part !== '').join(' – '),
          lines(priceText(engagement, t, language), priceDetails(engagement, t, language)),
        ].map((text) => ({ text: plain(text) })),
      ),
    },
  ];
}

/** What is done for the client at which price, and how things stand in each currency. */
export function moneyBlocks(part: MoneyPart): Block[] {
  const { t, engagements, money, language, now } = part;
  const sources = { engagements, entries: money };
  const accounts = accountsOf(sources, dayOf(now));
  const prepaid = prepaidLeft(sources);
  return [
    ...engagementsTable(part),
    ...(accounts.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            widths: FIGURES.map(() => 1),
            head: FIGURES.map((figure) => ({
              text: plain(t(`money.figure.${figure}`)),
              header: true,
              end: true,
            })),
            rows: accounts.map((account) =>
              FIGURES.map((figure) => ({
                text: plain(
                  figure === 'agreed' && account.agreed === 0
                    ? '–'
                    : formatMoney(account[figure], account.currency, language),
                ),
                end: true,
              })),
            ),
          },
        ]),
    ...(prepaid === null
      ? []
      : [
          {
            type: 'paragraph' as const,
            text: plain(
              t(prepaid < 0 ? 'money.prepaidOver' : 'money.prepaidLeft', {
                time: formatMinutes(Math.abs(prepaid), language),
              }),
            ),
          },
        ]),
  ];
}
