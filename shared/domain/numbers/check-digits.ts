/** Sum of the digits, each times its weight. */
function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
}

const last = (digits: string): number => Number(digits.at(-1));

/** Whether a calendar has the day; months from 1. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * IČO, eight digits: weights 8 to 2, the check digit completes the sum to a multiple of 11 (10 becomes 0, 11 becomes 1).
 * Source: the VIES algorithms of the EU for CZ legal persons, whose numbers are IČO.
 */
export const icoFits = (digits: string): boolean =>
  (11 - (weighted(digits, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === last(digits);

/**
 * Rodné číslo, nine digits until 1953 and ten since 1954: six of the day of birth (women's months from 51, full series from 21
 * or 71), and with ten digits the whole divisible by 11; a remainder of 10 was once written 0.
 * Source: Act 133/2000 Coll., § 13.
 */
export function birthNumberProblem(digits: string): 'date' | 'checkDigit' | null {
  const [two, month, day] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)].map(Number);
  if (two === undefined || month === undefined || day === undefined) return 'date';
  const old = digits.length === 9;
  if (old && two >= 54 && two < 80) return 'date';
  const century = old ? (two >= 80 ? 1800 : 1900) : two >= 54 ? 1900 : 2000;
  if (!isDay(century + two, (month % 50) % 20, day)) return 'date';
  return old || (Number(digits.slice(0, -1)) % 11) % 10 === last(digits) ? null : 'checkDigit';
}

/**
 * DIČ of nine digits that begins with 6, for natural persons without a birth number: weights 8 to 2 on the digits after the 6.
 * Source: the EU's VIES algorithms (CZ, special cases), as checked by python-stdnum.
 */
export const specialDicFits = (digits: string): boolean => {
  const rest = weighted(digits.slice(1), [8, 7, 6, 5, 4, 3, 2]) % 11;
  return (8 - ((((10 - rest) % 11) + 11) % 11) + 10) % 10 === last(digits);
};

/**
 * NIP, ten digits: weights 6 5 7 2 3 4 5 6 7 modulo 11; a remainder of 10 is never given out.
 * Source: Polish Ministry of Finance, Act on the registration of taxpayers; VIES algorithms for PL.
 */
export const nipFits = (digits: string): boolean =>
  weighted(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === last(digits);

/**
 * REGON, nine digits, or fourteen for a local unit, whose first nine are the REGON of its owner: weights modulo 11, 10
 * becomes 0. Source: Regulation of the Polish Council of Ministers of 30 November 2015 on the REGON register, annex.
 */
export function regonFits(digits: string): boolean {
  const nine = (weighted(digits, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 === Number(digits[8]);
  if (digits.length === 9) return nine;
  const weights = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];
  return nine && (weighted(digits, weights) % 11) % 10 === last(digits);
}

const PESEL_CENTURIES = [1900, 2000, 2100, 2200, 1800];

/**
 * PESEL, eleven digits: the day of birth, its century told by the month (+20 for 2000, +80 for 1800); weights 1 3 7 9 and the
 * check digit make a multiple of ten. Source: Polish Act of 24 September 2010 on population records, art. 15.
 */
export function peselProblem(digits: string): 'date' | 'checkDigit' | null {
  const [two, month, day] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)].map(Number);
  if (two === undefined || month === undefined || day === undefined) return 'date';
  const century = PESEL_CENTURIES[Math.floor(month / 20)];
  if (century === undefined || !isDay(century + two, month % 20, day)) return 'date';
  return (10 - (weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === last(digits)
    ? null
    : 'checkDigit';
}

const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_11 = [7, ...INN_10];
const INN_12 = [3, ...INN_11];

/**
 * ИНН, ten digits for organisations with one check digit, twelve for persons with two.
 * Source: Order of the Russian tax service ММВ-7-6/435@ of 29 June 2012.
 */
export function innFits(digits: string): boolean {
  const fits = (weights: readonly number[], at: number): boolean =>
    (weighted(digits, weights) % 11) % 10 === Number(digits[at]);
  return digits.length === 10 ? fits(INN_10, 9) : fits(INN_11, 10) && fits(INN_12, 11);
}

/**
 * ОГРН, thirteen digits, and ОГРНИП, fifteen: the last is the last digit of the remainder of the number before it by 11 or
 * by 13. Source: Order of the Russian Ministry of Finance 165н of 30 October 2017, annex.
 */
export const ogrnFits = (digits: string): boolean =>
  (Number(digits.slice(0, -1)) % (digits.length - 2)) % 10 === last(digits);

/** Remainder by 97 of a number too long for a number. */
const mod97 = (digits: string): number =>
  Array.from(digits, Number).reduce((rest, digit) => (rest * 10 + digit) % 97, 0);

/**
 * IBAN: the first four characters at the end, letters as 10 to 35, the remainder by 97 is 1.
 * Source: ISO 13616-1 with ISO/IEC 7064 MOD 97-10.
 */
export const ibanFits = (text: string): boolean =>
  mod97(
    `${text.slice(4)}${text.slice(0, 4)}`.replaceAll(/[A-Z]/g, (sign) => String(Number.parseInt(sign, 36))),
  ) === 1;
