import type { CustomField } from '#shared/domain/custom-field.ts';
import type { ImportTarget } from '#shared/domain/import.ts';
import { HEADER_WORDS } from './header-words.ts';

type Fields = typeof HEADER_WORDS;
/** A field of its own name in `imports.field.<name>`. */
export type FieldName = { [Target in ImportTarget]: keyof Fields[Target] & string }[ImportTarget];

/** What a column fills: a field of the record, a field of the practice's own (`custom:` and its id), or nothing (empty). */
export type ColumnField = FieldName | `custom:${string}` | '';

/** Fields that several columns may fill. */
const MANY: ReadonlySet<string> = new Set([
  'email',
  'phone',
  'keyFacts',
  'tags',
  'number',
  'iban',
  'formerNames',
  'aliases',
  'remark',
  'text',
  'address',
]);

/** Whether several columns may fill a field. */
export const takesMany = (field: string): boolean => field === '' || MANY.has(field);

/**
 * The fields that rows can fill, in the order they are offered.
 * @param custom The practice's own fields of what the rows become.
 */
export const fieldsFor = (target: ImportTarget, custom: readonly CustomField[]): readonly ColumnField[] => [
  ...(Object.keys(HEADER_WORDS[target]) as FieldName[]),
  // An engagement's people are those of its file, which a row of engagements cannot add to.
  ...custom.filter(({ kind }) => target === 'clients' || kind !== 'party').map(customColumn),
];

/** The column name of a field of the practice's own. */
export const customColumn = ({ id }: Pick<CustomField, 'id'>): `custom:${string}` => `custom:${id}`;

/** The field of the practice's own that a column fills. */
export const customFieldOf = (field: string, custom: readonly CustomField[]): CustomField | undefined =>
  field.startsWith('custom:') ? custom.find((one) => customColumn(one) === field) : undefined;

/** Whether a text names a field there is. */
export const isField = (
  target: ImportTarget,
  custom: readonly CustomField[],
  text: string,
): text is ColumnField => text === '' || (fieldsFor(target, custom) as readonly string[]).includes(text);

/** The fields of which rows must have one, at least. */
export const needsOf = (target: ImportTarget): readonly FieldName[] =>
  target === 'clients' || target === 'people'
    ? ['name', 'firstName', 'lastName', 'organisation']
    : target === 'engagements'
      ? ['title']
      : ['title', 'text'];
