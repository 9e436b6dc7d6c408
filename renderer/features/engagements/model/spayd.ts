import { numberProblem } from '#shared/domain/numbers/numbers.ts';
import type { IsoDate } from '#shared/domain/values.ts';

/** A payment as a Czech bank's app reads it from a code. */
export interface Payment {
  readonly iban: string;
  /** Haléře. */
  readonly amount: number;
  /** Up to ten digits; empty: none. */
  readonly variableSymbol: string;
  readonly recipient: string;
  readonly message: string;
  readonly dueOn: IsoDate | null;
}

/** Longest texts that the format takes, characters. */
const RECIPIENT = 35;
const MESSAGE = 60;
/** The amount has ten characters at most: 9999999.99. */
const MOST = 999_999_999;

/** The letters and signs that a QR code holds most densely; the asterisk parts the fields and is none of them. */
const plainText = (text: string, longest: number): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll('Ł', 'L')
    .replaceAll(/[^0-9A-Z $+\-./]+/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
    .slice(0, longest)
    .trim();

/**
 * The payment in the Short Payment Descriptor 1.0, which the standard of Czech banks («QR Platba») puts into a QR code.
 * Null: there is no account with right check digits, or no amount that the format takes.
 */
export function spayd({ iban, amount, variableSymbol, recipient, message, dueOn }: Payment): string | null {
  const account = iban.replaceAll(/\s/g, '').toUpperCase();
  if (account === '' || numberProblem('iban', account) !== null) return null;
  if (!Number.isInteger(amount) || amount <= 0 || amount > MOST) return null;
  const [name, text] = [plainText(recipient, RECIPIENT), plainText(message, MESSAGE)];
  return [
    'SPD*1.0',
    `ACC:${account}`,
    `AM:${String(Math.floor(amount / 100))}.${String(amount % 100).padStart(2, '0')}`,
    'CC:CZK',
    ...(name === '' ? [] : [`RN:${name}`]),
    ...(dueOn === null ? [] : [`DT:${dueOn.replaceAll('-', '')}`]),
    ...(text === '' ? [] : [`MSG:${text}`]),
    ...(/^\d{1,10}$/.test(variableSymbol) ? [`X-VS:${variableSymbol}`] : []),
  ].join('*');
}
