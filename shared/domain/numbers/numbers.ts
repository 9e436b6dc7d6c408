import {
  birthNumberProblem,
  ibanFits,
  icoFits,
  innFits,
  nipFits,
  ogrnFits,
  peselProblem,
  regonFits,
  specialDicFits,
} from './check-digits.ts';
import { IBAN_LENGTHS } from './iban-lengths.ts';
import type { NumberKind } from './kinds.ts';

/** What is wrong with a number, for a warning beside it. Its words: `clients.numbers.problem.<problem>`. */
export type NumberProblem = 'characters' | 'length' | 'checkDigit' | 'date' | 'country';

type Rule = (compact: string) => NumberProblem | null;

/** A number of digits alone, of some lengths. */
const digits =
  (lengths: readonly number[], rest: Rule): Rule =>
  (compact) => {
    if (!/^\d+$/.test(compact)) return 'characters';
    return lengths.includes(compact.length) ? rest(compact) : 'length';
  };

const unless =
  (fits: (compact: string) => boolean): Rule =>
  (compact) =>
    fits(compact) ? null : 'checkDigit';

const dic = digits([8, 9, 10], (compact) => {
  // Legal persons' numbers never begin with 9.
  if (compact.length === 8) return compact.startsWith('9') || !icoFits(compact) ? 'checkDigit' : null;
  if (compact.length === 9 && compact.startsWith('6')) {
    return specialDicFits(compact) || birthNumberProblem(compact) === null ? null : 'checkDigit';
  }
  return birthNumberProblem(compact);
});

function iban(compact: string): NumberProblem | null {
  if (!/^[A-Z]{2}\d{2}[A-Z\d]+$/.test(compact)) return 'characters';
  const length = IBAN_LENGTHS[compact.slice(0, 2)];
  if (length === undefined) return 'country';
  if (compact.length !== length) return 'length';
  return ibanFits(compact) ? null : 'checkDigit';
}

const RULES: Readonly<Record<NumberKind, Rule>> = {
  ico: digits([8], unless(icoFits)),
  dic,
  nip: digits([10], unless(nipFits)),
  regon: digits([9, 14], unless(regonFits)),
  pesel: digits([11], peselProblem),
  inn: digits([10, 12], unless(innFits)),
  ogrn: digits([13], unless(ogrnFits)),
  ogrnip: digits([15], unless(ogrnFits)),
  iban,
  other: () => null,
};

/** The number without what people write between: spaces, points, dashes, strokes; capital letters. */
const compacted = (value: string): string => value.replaceAll(/[\s./-]/g, '').toUpperCase();

const PREFIXES: Partial<Readonly<Record<NumberKind, string>>> = { dic: 'CZ', nip: 'PL' };

/** As the rules take it: without the prefix of the country; an IČO may lack the zeros that it begins with. */
function bare(kind: NumberKind, value: string): string {
  const compact = compacted(value);
  const prefix = PREFIXES[kind];
  if (prefix !== undefined && compact.startsWith(prefix)) return compact.slice(prefix.length);
  return kind === 'ico' && /^\d{6,7}$/.test(compact) ? compact.padStart(8, '0') : compact;
}

/** What is wrong with a number of a kind; null: nothing that can be seen, or nothing was typed. */
export function numberProblem(kind: NumberKind, value: string): NumberProblem | null {
  return value.trim() === '' ? null : RULES[kind](bare(kind, value));
}

const grouped = (text: string, sizes: readonly number[], between: string): string => {
  let at = 0;
  return sizes.map((size) => text.slice(at, (at += size))).join(between);
};

/**
 * A number in the grouping in which people read it: IČO 270 82 440, DIČ CZ27082440, NIP 525-267-47-98, IBAN in fours. One that
 * breaks its rules is left as it was typed.
 */
export function formatNumber(kind: NumberKind, value: string): string {
  if (value.trim() === '' || numberProblem(kind, value) !== null) return value;
  const compact = bare(kind, value);
  if (kind === 'ico') return grouped(compact, [3, 2, 3], ' ');
  if (kind === 'dic') return `CZ${compact}`;
  if (kind === 'nip') return grouped(compact, [3, 3, 2, 2], '-');
  if (kind === 'iban') return compact.replaceAll(/(.{4})(?=.)/g, '$1 ');
  return kind === 'other' ? value : compact;
}

const TELLING = ['ico', 'dic', 'nip', 'regon', 'pesel', 'inn', 'ogrn', 'ogrnip', 'iban'] as const;
const LABELS: readonly (readonly [RegExp, NumberKind])[] = [
  [/^I[ČC]O?$/i, 'ico'],
  [/^DI[ČC]$/i, 'dic'],
  [/^NIP$/i, 'nip'],
  [/^REGON$/i, 'regon'],
  [/^PESEL$/i, 'pesel'],
  [/^(ИНН|INN)$/i, 'inn'],
  [/^(ОГРН|OGRN)$/i, 'ogrn'],
  [/^(ОГРНИП|OGRNIP)$/i, 'ogrnip'],
  [/^IBAN$/i, 'iban'],
];

/**
 * The number that a line of no kind gives: «IČO: 27082440» by its word, a bare number where one kind alone takes it. Null: it
 * cannot be told.
 */
export function recognisedNumber(line: string): { readonly kind: NumberKind; readonly value: string } | null {
  const [, word = '', value = ''] = /^\s*(\p{L}{2,6})\s*[:.]?\s+(.*\d.*)$/u.exec(line) ?? [];
  const labelled = LABELS.find(([pattern]) => pattern.test(word))?.[1];
  if (labelled !== undefined)
    return numberProblem(labelled, value) === null ? { kind: labelled, value } : null;
  const fitting = TELLING.filter((kind) => line.trim() !== '' && numberProblem(kind, line) === null);
  // A DIČ of a legal person is its IČO with CZ before it.
  const told = fitting.filter((kind) => kind !== 'dic' || compacted(line).startsWith('CZ'));
  const [kind] = told;
  return kind !== undefined && told.length === 1 ? { kind, value: line } : null;
}
