import type { Client } from '#shared/domain/client.ts';
import type { CustomField, CustomValue } from '#shared/domain/custom-field.ts';
import type { RegisterFilter } from '#shared/domain/register-view.ts';
import { fold } from '#shared/lib/fold.ts';

const PREFIX = 'custom:';

/** The id of the column of a field of the practice's own. */
export const customColumn = (field: string): string => `${PREFIX}${field}`;
/** The field of a column; null where the column is one of the app's. */
export const fieldOfColumn = (column: string): string | null =>
  column.startsWith(PREFIX) ? column.slice(PREFIX.length) : null;

/** Fields whose values are chosen, not written. */
export const isChosen = ({ kind }: CustomField): boolean =>
  kind === 'choice' || kind === 'choices' || kind === 'yesNo';

/** What can be chosen of a value: ids of options, «yes» or «no». */
const chosenIn = (value: CustomValue | undefined): readonly string[] => {
  if (value === undefined) return [];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return Array.isArray(value) ? value : [String(value)];
};

/** Whether a client has the wanted value in a field. */
export function meetsCustom(
  client: Client,
  field: string,
  wanted: RegisterFilter['custom'][string],
): boolean {
  const value = client.custom[field];
  const chosen = chosenIn(value);
  if (wanted.anyOf.length > 0 && !wanted.anyOf.some((one) => chosen.includes(one))) return false;
  if (wanted.filled !== undefined && wanted.filled !== (value !== undefined)) return false;
  const { from, to } = wanted;
  if (from !== undefined && !(typeof value === 'string' && value >= from)) return false;
  if (to !== undefined && !(typeof value === 'string' && value <= to)) return false;
  return wanted.text === '' || fold(chosen.join(' ')).includes(fold(wanted.text));
}
