import type { CustomField, CustomValue } from '#shared/domain/custom-field.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import { parseYesNo } from './choices.ts';
import { customColumn } from './fields.ts';
import { parseAmount } from './numbers.ts';
import type { RowReader } from './row-reader.ts';
import { headerKey } from './suggest.ts';

const SEVERAL = /[;,\n]|\s:::\s/;

function customValue(row: RowReader, field: CustomField): CustomValue | null {
  const column = customColumn(field);
  const option = (text: string): string | null =>
    field.options.find(({ label }) => headerKey(label) === headerKey(text))?.id ?? null;
  switch (field.kind) {
    case 'number':
    case 'money':
      return row.parsed(column, (text) => parseAmount(text, row.decimal), 'badNumber');
    case 'date':
      return row.day(column);
    case 'choice':
      return row.parsed(column, option, 'badChoice');
    case 'choices': {
      const found = row.parts(column, SEVERAL).map(option);
      if (found.includes(null)) row.complain('badChoice', column, false);
      const ids = found.filter((id) => id !== null);
      return ids.length > 0 ? ids : null;
    }
    case 'yesNo':
      return row.parsed(column, parseYesNo, 'badChoice');
    case 'text':
      return row.text(column) || null;
    case 'party':
      // Who it is shows when the file is written: see `peopleNamed`.
      return null;
    default:
      return assertNever(field.kind);
  }
}

/** What a row says in the practice's own fields, by the id of the field; null: nothing. */
export function customValues(
  row: RowReader,
  fields: readonly CustomField[],
): Record<string, CustomValue> | null {
  const values = fields.flatMap((field) => {
    const value = customValue(row, field);
    return value === null ? [] : [[field.id, value] as const];
  });
  return values.length > 0 ? Object.fromEntries(values) : null;
}

/** The names of the people that a row gives in the practice's own fields, by the id of the field. */
export const peopleNamed = (row: RowReader, fields: readonly CustomField[]): Record<string, string> =>
  Object.fromEntries(
    fields
      .filter(({ kind }) => kind === 'party')
      .map((field) => [field.id, row.line(customColumn(field))] as const)
      .filter(([, name]) => name !== ''),
  );
