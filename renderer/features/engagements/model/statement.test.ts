import { describe, expect, it } from 'vitest';
import { documentHtml } from '#shared/documents/html.ts';
import { documentModelSchema } from '#shared/documents/model.ts';
import { documentText } from '#shared/documents/text.ts';
import { newFileId, newRecordId } from '#shared/domain/ids.ts';
import type { Stored } from '#shared/domain/record.ts';
import { aClient, aMoneyEntry, anEngagement, aPractice } from '#test/builders/bodies.ts';
import { statement, type StatementInput } from './statement.ts';

const fileId = newFileId();
const stored = <Body extends object>(body: Body): Stored<Body> => ({
  id: newRecordId(),
  fileId,
  rev: 'r',
  parent: null,
  stamp: 's',
  ...body,
});
const IBAN = 'CZ65 0800 0000 1920 0014 5399';
const sale = stored(anEngagement({ title: 'Prodej bytu' }));
const other = stored(anEngagement({ title: 'Porada' }));
const input = (changes: Partial<StatementInput> = {}): StatementInput => ({
  client: stored(aClient({ address: 'Dlouhá 1\nPraha' })),
  practice: stored(aPractice({ iban: IBAN })),
  engagements: [sale, other],
  entries: [
    stored(aMoneyEntry({ engagementId: sale.id, text: 'Smlouva', amount: 500_050, dueOn: '2026-11-01' })),
    stored(
      aMoneyEntry({ engagementId: sale.id, kind: 'payment', text: '', amount: 200_000, day: '2026-11-05' }),
    ),
    stored(
      aMoneyEntry({
        engagementId: other.id,
        kind: 'time',
        text: 'Telefonát',
        amount: 75_000,
        time: { minutes: 20, rate: 150_000, step: 30 },
      }),
    ),
    stored(
      aMoneyEntry({ kind: 'time', text: 'Příprava', amount: 0, time: { minutes: 40, rate: 0, step: 1 } }),
    ),
    stored(aMoneyEntry({ text: 'V eurech', currency: 'EUR', amount: 9900 })),
  ],
  currency: 'CZK',
  engagementId: null,
  withNotedTime: false,
  withOwnFields: false,
  parties: [],
  variableSymbol: '2026042',
  payBy: '2026-12-06',
  language: 'cs',
  today: '2026-11-22',
  ...changes,
});
const said = (changes: Partial<StatementInput> = {}): string =>
  documentText(statement(input(changes)).document).replaceAll('\u00A0', ' ');

describe('a statement', () => {
  it('says what the engagements say in the practice’s own fields, where that is wanted', () => {
    const field = { id: 'f1', label: 'Spisová značka', kind: 'text', options: [], currency: '' } as const;
    const practice = stored(
      aPractice({ iban: IBAN, engagementFields: { [aPractice().kind]: [{ ...field, options: [] }] } }),
    );
    const own = { ...sale, custom: { f1: '12 C 34/2026' } };
    const of = { practice, engagements: [own, other] };
    expect(said(of)).not.toContain('12 C 34/2026');
    expect(said({ ...of, withOwnFields: true })).toMatch(/Prodej bytu\s+Spisová značka:?\s+12 C 34\/2026/);
  });

  it.each([
    ['cs', 'Vrácená úhrada', 'Vrácená záloha nebo přeplatek', '-500,00 Kč'],
    ['en', 'Charge given back', 'Prepayment given back', '-CZK 500.00'],
    ['pl', 'Zwrot należności', 'Zwrot zaliczki lub nadpłaty', '-500,00 CZK'],
    ['ru', 'Возврат оплаты', 'Возврат аванса или переплаты', '-500,00 CZK'],
  ] as const)('says what was given back with a minus, in %s', (language, refund, prepayment, amount) => {
    const entries = [
      stored(aMoneyEntry({ text: '', amount: 100_000 })),
      stored(aMoneyEntry({ kind: 'payment', amount: 150_000 })),
      stored(aMoneyEntry({ kind: 'prepaymentBack', text: '', amount: 50_000 })),
      stored(aMoneyEntry({ kind: 'refund', text: '', amount: 50_000 })),
    ];
    const text = said({ entries, language });
    for (const part of [refund, prepayment]) expect(text).toContain(part);
    // Once in «Paid» for each, once in «To pay» for the charge that is given up.
    expect(text.split(amount)).toHaveLength(4);
    expect(statement(input({ entries })).open).toBe(0);
  });

  it('says what was charged and paid in one currency, and what is open', () => {
    const text = said();
    for (const part of [
      'Horáková & Partners',
      'Nováková Jana',
      'Smlouva',
      '5 000,50 Kč',
      'Přijatá platba',
      '2 000,00 Kč',
      '30 min × 1 500,00 Kč',
      'K úhradě: 3 750,50 Kč',
      'Po splatnosti: 3 000,50 Kč',
      'CZ65 0800 0000 1920 0014 5399',
      'Variabilní symbol: 2026042',
    ])
      expect(text).toContain(part);
    for (const left of ['Příprava', 'V eurech']) expect(text).not.toContain(left);
    expect(said({ withNotedTime: true })).toContain('Příprava');
    expect(said({ currency: 'EUR' })).toContain('V eurech');
  });

  it('is about one engagement when that is wanted', () => {
    const text = said({ engagementId: other.id });
    expect(text).toContain('K úhradě: 750,00 Kč');
    expect(text).not.toContain('Smlouva');
  });

  it('has a code to pay by for korunas alone, and only where there is a right account', () => {
    const codes = (changes: Partial<StatementInput>) =>
      statement(input(changes)).document.blocks.flatMap((block) => (block.type === 'code' ? [block] : []));
    const [code] = codes({});
    expect(code?.rows.every((row) => row.length === code.rows.length)).toBe(true);
    expect(codes({ currency: 'EUR' })).toEqual([]);
    const wrong = { practice: stored(aPractice({ iban: 'CZ65 0800 0000 1920 0014 5398' })) };
    expect(codes(wrong)).toEqual([]);
    expect(statement(input(wrong)).noCode).toBe('noAccount');
    expect(statement(input({ practice: stored(aPractice()) })).noCode).toBe('noAccount');
    expect(said({ practice: stored(aPractice()) })).not.toContain('Jak zaplatit');
  });

  it('is drawn as one picture that its words name, and fits the model', () => {
    const { document } = statement(input());
    expect(documentModelSchema.safeParse(document).error).toBeUndefined();
    expect(documentHtml(document, [])).toMatch(
      /<svg viewBox="0 0 (\d+) \1" role="img" aria-label="QR Platba"/,
    );
  });
});
