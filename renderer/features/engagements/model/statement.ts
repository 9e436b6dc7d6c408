import { encode } from 'uqr';
import { letterheadLines } from '#shared/documents/letterhead.ts';
import { type Block, type DocumentModel, plain } from '#shared/documents/model.ts';
import { accountsOf, prepaidLeft } from '#shared/domain/account.ts';
import type { Client } from '#shared/domain/client.ts';
import type { Engagement } from '#shared/domain/engagement.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Currency } from '#shared/domain/money.ts';
import { countedMinutes, inColumns, type MoneyEntry } from '#shared/domain/money-entry.ts';
import { formatNumber } from '#shared/domain/numbers/numbers.ts';
import { engagementFacts } from '#shared/domain/own-fields.ts';
import type { Party } from '#shared/domain/party.ts';
import type { Practice } from '#shared/domain/practice.ts';
import type { IsoDate, Language } from '#shared/domain/values.ts';
import { formatDay, formatLongDay, formatMinutes, formatMoney } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import { spayd } from './spayd.ts';

/** What a statement is made of, and what the user chose. */
export interface StatementInput {
  readonly client: Client;
  readonly practice: Practice;
  readonly engagements: readonly Engagement[];
  readonly entries: readonly MoneyEntry[];
  readonly currency: Currency;
  /** The one engagement that it is about; null: all. */
  readonly engagementId: RecordId | null;
  /** Time that costs nothing by itself stands in it too. */
  readonly withNotedTime: boolean;
  /** What the engagements say in the practice's own fields stands in it too. */
  readonly withOwnFields: boolean;
  readonly parties: readonly Party[];
  /** Number by which the payment is known; up to ten digits. */
  readonly variableSymbol: string;
  readonly payBy: IsoDate | null;
  readonly language: Language;
  readonly today: IsoDate;
}

/** A statement, and why it has no code to pay by: the account is missing or wrong; null: it has one, or needs none. */
export interface Statement {
  readonly document: DocumentModel;
  readonly open: number;
  readonly noCode: 'noAccount' | null;
}

type Translate = ReturnType<typeof translator>;

/** What of a file is on the statement. */
function chosen({ engagements, entries, currency, engagementId }: StatementInput): {
  readonly engagements: readonly Engagement[];
  readonly entries: readonly MoneyEntry[];
} {
  return {
    engagements: engagements.filter((one) => engagementId === null || one.id === engagementId),
    entries: entries
      .filter(
        (one) => one.currency === currency && (engagementId === null || one.engagementId === engagementId),
      )
      .toSorted((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id)),
  };
}

/** What an entry is for: its words, else its kind; then time, engagement and number. */
function whatFor(entry: MoneyEntry, input: StatementInput, t: Translate): string {
  const { kind, text, time, number, engagementId, currency } = entry;
  const { language } = input;
  const kindText = t(`domain.moneyKind.${kind}`);
  const engagement = input.engagements.find(({ id }) => id === engagementId);
  const rate = time === null || time.rate === 0 ? '' : ` × ${formatMoney(time.rate, currency, language)}`;
  const about = [
    text === '' ? '' : kindText,
    time === null ? '' : `${formatMinutes(countedMinutes(time), language)}${rate}`,
    input.engagementId === null ? (engagement?.title ?? '') : '',
    number,
  ].filter((part) => part !== '');
  return [text === '' ? kindText : text, about.join(' · ')].filter((part) => part !== '').join('\n');
}

/** Where the columns of amounts begin. */
const FIRST_AMOUNT = 3;

function entriesTable(entries: readonly MoneyEntry[], input: StatementInput, t: Translate): Block[] {
  const { language, withNotedTime } = input;
  const day = (date: IsoDate | null): string => (date === null ? '' : formatDay(date, language));
  const shown = entries.filter(({ kind, amount }) => kind !== 'time' || amount > 0 || withNotedTime);
  if (shown.length === 0) return [];
  const head = [
    t('money.column.day'),
    t('money.column.what'),
    t('money.field.dueOn'),
    t('money.column.charged'),
    t('money.column.paid'),
  ];
  return [
    {
      type: 'table',
      widths: [14, 34, 14, 16, 16],
      head: head.map((text, column) => ({ text: plain(text), header: true, end: column >= FIRST_AMOUNT })),
      rows: shown.map((entry) => {
        const money = (amount: number | null): string =>
          amount === null ? '' : formatMoney(amount, entry.currency, language);
        const { toPay, paid } = inColumns(entry);
        return [day(entry.day), whatFor(entry, input, t), day(entry.dueOn), money(toPay), money(paid)].map(
          (text, column) => ({ text: plain(text), end: column >= FIRST_AMOUNT }),
        );
      }),
    },
  ];
}

/** What the engagements on it say in the practice's own fields, each under its title where there are several. */
function ownBlocks(engagements: readonly Engagement[], input: StatementInput, t: Translate): Block[] {
  const { practice, parties, language, withOwnFields, engagementId } = input;
  if (!withOwnFields) return [];
  const words = {
    language,
    yes: t('register.yes'),
    no: t('register.no'),
    partyName: (id: string) => parties.find((party) => party.id === id)?.name,
  };
  return engagements.flatMap((engagement): Block[] => {
    const facts = engagementFacts(engagement, practice, words);
    if (facts.length === 0) return [];
    return [
      ...(engagementId === null
        ? [{ type: 'heading', level: 2, text: plain(engagement.title) } as const]
        : []),
      { type: 'facts', facts: facts.map(({ label, text }) => fact(label, text)) },
    ];
  });
}

const fact = (label: string, text: string, bold = false) => ({ label, value: [{ text, bold }] });

/** Where and how to pay what is open; a code of it where Czech banks know one. */
function payment(open: number, input: StatementInput, t: Translate): Block[] {
  const { practice, client, currency, variableSymbol, payBy, language } = input;
  const iban = (practice.iban ?? '').trim();
  if (open === 0 || iban === '') return [];
  const facts = [
    fact(t('money.statement.recipient'), practice.letterhead.name || practice.professional),
    fact(t('money.statement.account'), formatNumber('iban', iban)),
    fact(t('money.field.amount'), formatMoney(open, currency, language), true),
    fact(t('money.statement.variableSymbol'), variableSymbol),
    fact(t('money.field.dueOn'), payBy === null ? '' : formatDay(payBy, language)),
  ].filter(({ value }) => value[0]?.text !== '');
  const said =
    currency === 'CZK'
      ? spayd({
          iban,
          amount: open,
          variableSymbol,
          recipient: practice.letterhead.name || practice.professional,
          message: client.name,
          dueOn: payBy,
        })
      : null;
  const heading: Block = { type: 'heading', level: 1, text: plain(t('money.statement.payment')) };
  if (said === null) return [heading, { type: 'facts', facts }];
  const { data } = encode(said, { ecc: 'M', border: 0 });
  const rows = data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
  return [heading, { type: 'code', rows, label: 'QR Platba', facts }];
}

/** What a client was charged and has paid in one currency, and how to pay the rest. It says nothing of taxes. */
export function statement(input: StatementInput): Statement {
  const { client, practice, currency, language, today } = input;
  const t = translator(language);
  const sources = chosen(input);
  const account = accountsOf(sources, today).find((one) => one.currency === currency);
  const money = (amount: number): string => formatMoney(amount, currency, language);
  const open = account?.open ?? 0;
  const prepaid = prepaidLeft(sources);
  const totals = [
    fact(t('money.figure.charged'), money(account?.charged ?? 0)),
    ...(account && account.deposits > 0 ? [fact(t('money.figure.deposits'), money(account.deposits))] : []),
    fact(t('money.figure.paid'), money(account?.paid ?? 0)),
    fact(t('money.figure.open'), money(open), true),
    ...(account && account.overdue > 0 ? [fact(t('money.figure.overdue'), money(account.overdue))] : []),
    ...(account && account.credit > 0 ? [fact(t('money.figure.credit'), money(account.credit))] : []),
    ...(prepaid === null ? [] : [fact(t('money.statement.prepaid'), formatMinutes(prepaid, language))]),
  ];
  const about = [
    fact(t('money.statement.client'), client.name),
    fact(t('clients.field.address'), client.address),
    fact(
      t('money.field.engagement'),
      input.engagementId === null ? '' : (sources.engagements[0]?.title ?? ''),
    ),
  ].filter(({ value }) => value[0]?.text !== '');
  const rightAccount = spayd({
    iban: practice.iban ?? '',
    amount: 1,
    variableSymbol: '',
    recipient: '',
    message: '',
    dueOn: null,
  });
  return {
    open,
    noCode: currency === 'CZK' && open > 0 && rightAccount === null ? 'noAccount' : null,
    document: {
      title: t('money.statement.title'),
      language,
      letterhead: letterheadLines(practice.letterhead),
      subtitle: formatLongDay(today, language),
      blocks: [
        { type: 'facts', facts: about },
        ...ownBlocks(sources.engagements, input, t),
        ...entriesTable(sources.entries, input, t),
        { type: 'facts', facts: totals },
        ...payment(open, input, t),
      ],
      foot: practice.confidentiality,
    },
  };
}
