import { NUMBER_KINDS } from '#shared/domain/numbers/kinds.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import type { CustomField } from '#shared/domain/custom-field.ts';
import { IMPORT_TARGETS, type ImportTarget } from '#shared/domain/import.ts';
import { toHex, utf8 } from '#shared/lib/bytes.ts';
import { fold } from '#shared/lib/fold.ts';
import type { Table } from '#renderer/worker/import/table.ts';
import { type ColumnField, customColumn, type FieldName, takesMany } from './fields.ts';
import { HEADER_WORDS } from './header-words.ts';

/** A header as it is compared: folded, words only. */
export const headerKey = (header: string): string =>
  fold(header)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Names a kind of file by its headers. */
export const signatureOf = (headers: readonly string[]): string =>
  toHex(sha256(utf8(JSON.stringify(headers.map(headerKey)))));

/** Words that say nothing of what a column holds: «E-mail 1 - Value», «Telefon 2». */
const NOISE = /(^| )(value|values|hodnota|wartosc|значение|\d+)(?= |$)/g;
const EXACT = 3;
const CLEAN = 2;
/** What a header ends with says more than what it begins with: «Address 1 - Street». */
const AT_END = 1.5;
const WITHIN = 1;

function likeness(header: string, words: readonly string[]): number {
  if (words.includes(header)) return EXACT;
  const clean = header.replaceAll(NOISE, ' ').replaceAll(/ +/g, ' ').trim();
  if (clean !== '' && words.includes(clean)) return CLEAN;
  const long = words.filter((word) => word.length > 4 && ` ${clean} `.includes(` ${word} `));
  if (words.some((word) => word.length > 2 && clean.endsWith(` ${word}`))) return AT_END;
  return long.length > 0 ? WITHIN : 0;
}

interface Guess {
  readonly column: number;
  readonly field: ColumnField;
  readonly score: number;
}

/** Headers of labels, not of values: «E-mail 1 - Type», «Phone 1 - Label». */
const LABEL = / (type|label|typ|popisek|etykieta|тип|метка)$/;

function guesses(
  headers: readonly string[],
  target: ImportTarget,
  custom: readonly CustomField[],
): readonly Guess[] {
  const words: readonly (readonly [ColumnField, readonly string[]])[] = [
    ...(Object.entries(HEADER_WORDS[target]) as (readonly [ColumnField, readonly string[]])[]),
    ...custom.map((one) => [customColumn(one), [headerKey(one.label)]] as const),
  ];
  return headers.flatMap((header, column) => {
    const key = headerKey(header);
    if (key === '' || LABEL.test(key)) return [];
    return words.flatMap(([field, own]) => {
      const score = likeness(key, own);
      return score > 0 ? [{ column, field, score }] : [];
    });
  });
}

/** The field whose name a header is, in any language; undefined: the header is none, or says it otherwise. */
export const fieldNamed = (header: string, target: ImportTarget): FieldName | undefined =>
  (Object.entries(HEADER_WORDS[target]) as (readonly [FieldName, readonly string[]])[]).find(([, words]) =>
    words.includes(headerKey(header)),
  )?.[0];

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const SAMPLE = 50;

/** Which field each column fills, as its header says; an e-mail address is known without one. */
export function suggestColumns(
  { headers, rows }: Pick<Table, 'headers' | 'rows'>,
  target: ImportTarget,
  custom: readonly CustomField[],
): readonly ColumnField[] {
  const columns: ColumnField[] = headers.map(() => '');
  const used = new Set<ColumnField>();
  const best = guesses(headers, target, custom).toSorted(
    (one, other) => other.score - one.score || one.column - other.column,
  );
  for (const { column, field } of best) {
    if (columns[column] !== '' || (used.has(field) && !takesMany(field))) continue;
    columns[column] = field;
    used.add(field);
  }
  const mail: ColumnField = target === 'clients' || target === 'people' ? 'email' : 'clientEmail';
  columns.forEach((field, column) => {
    if (field !== '' || (used.has(mail) && !takesMany(mail))) return;
    const cells = rows.slice(0, SAMPLE).flatMap(({ cells: own }) => own[column] || []);
    if (cells.length > 0 && cells.every((cell) => MAIL.test(cell))) columns[column] = mail;
  });
  return namesWhole(columns);
}

/** One column of names beside that of surnames is the first name: «Jméno», «Příjmení». */
function namesWhole(columns: ColumnField[]): readonly ColumnField[] {
  const [name, last] = [columns.indexOf('name'), columns.indexOf('lastName')];
  if (name >= 0 && last >= 0 && !columns.includes('firstName')) columns[name] = 'firstName';
  const first = columns.indexOf('firstName');
  if (first >= 0 && !columns.includes('name') && last < 0) columns[first] = 'name';
  return columns;
}

const isNumber = (field: string): boolean =>
  NUMBER_KINDS.some((kind) => kind === (field === 'number' ? 'other' : field));

/** How many columns a target would have a use for, by their headers. */
const uses = (headers: readonly string[], target: ImportTarget): number =>
  new Set(
    guesses(headers, target, [])
      // A number beside a person is that of the client as well.
      .filter(({ field, score }) => score > AT_END && !(target === 'people' && isNumber(field)))
      .map(({ field }) => field),
  ).size;

/** What the rows of a file probably are. */
export function suggestTarget(headers: readonly string[]): ImportTarget {
  const keys = headers.map(headerKey);
  const has = (target: ImportTarget, field: string): boolean =>
    guesses(headers, target, []).some((guess) => guess.field === field && guess.score === EXACT);
  const linked = has('tasks', 'client') || keys.some((key) => key.startsWith('client'));
  const agreed = (['feeModel', 'price', 'contract'] as const).some((field) => has('engagements', field));
  const rated = IMPORT_TARGETS.map((target) => {
    const needsTitle = target !== 'clients' && target !== 'people';
    if (needsTitle && !has(target, 'title')) return { target, score: 0 };
    if (target === 'people' && !(linked && (has('people', 'role') || has('people', 'remark'))))
      return { target, score: 0 };
    if (target === 'engagements' && !(linked && agreed)) return { target, score: 0 };
    const bonus = target === 'notes' && has('notes', 'text') ? 1 : 0;
    const due = target === 'tasks' && (has('tasks', 'done') || has('tasks', 'who')) ? 1 : 0;
    return { target, score: uses(headers, target) + bonus + due };
  });
  return rated.reduce((best, one) => (one.score > best.score ? one : best)).target;
}
