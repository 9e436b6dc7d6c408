/** A number or address that is looked for, reduced to what is compared. */
export type Num =
  | { readonly kind: 'email'; readonly value: string }
  /** Digits without anything between them. */
  | { readonly kind: 'digits'; readonly value: string };

/** Below this many digits a number says nothing. */
const FEWEST = 5;
/** A phone number without the prefix of its country. */
const PHONE = 9;

/** Takes a text for an e-mail address or a number (IČO, NIP, ИНН, phone); null: it is neither. */
export function parseNumber(text: string): Num | null {
  const trimmed = text.trim();
  if (/^[^\s@]+@[^\s@]+$/.test(trimmed)) return { kind: 'email', value: trimmed.toLowerCase() };
  const digits = trimmed.replaceAll(/\D/g, '');
  const letters = trimmed.replaceAll(/\P{L}/gu, '');
  return digits.length >= FEWEST && letters.length <= 3 ? { kind: 'digits', value: digits } : null;
}

const withoutZeros = (digits: string): string => digits.replace(/^0+/, '');

/** Whether two numbers are one: leading zeros, «CZ» and the like, and the prefix of a country left aside. */
export function sameNumber(one: Num, other: Num): boolean {
  if (one.kind !== other.kind) return false;
  if (one.value === other.value) return true;
  if (one.kind === 'email') return false;
  const [a, b] = [withoutZeros(one.value), withoutZeros(other.value)];
  if (a === b) return a !== '';
  return (
    a.length >= PHONE &&
    b.length >= PHONE &&
    a.endsWith(b.slice(-PHONE)) &&
    Math.min(a.length, b.length) === PHONE
  );
}

const NUMBERS = /\+?\d[\d\u00A0 ()./-]{3,}\d/g;
const EMAILS = /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\s@<>(),;:.]+/g;

/** Every number and e-mail address in a text. */
export const numbersIn = (text: string): readonly Num[] =>
  [...text.matchAll(NUMBERS), ...text.matchAll(EMAILS)].flatMap(([found]) => parseNumber(found) ?? []);

/** Every number in a text, as its digits. */
export const digitsIn = (text: string): readonly string[] =>
  [...text.matchAll(NUMBERS)].flatMap(([found]) => {
    const number = parseNumber(found);
    return number ? [number.value] : [];
  });
