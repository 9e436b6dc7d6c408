import type { Client, LifecycleStage } from '#shared/domain/client.ts';
import type { IsoDate, Language } from '#shared/domain/values.ts';
import { collator } from '#shared/i18n/format.ts';
import { fold } from '#shared/lib/fold.ts';

/** One line of the register. */
export interface ClientRow {
  readonly client: Client;
  /** When the last meeting began, milliseconds since the epoch; null when there was none. */
  readonly lastContact: number | null;
  /** Day of the earliest open task or reminder; null when nothing is planned. */
  readonly nextDate: IsoDate | null;
}

export const SORT_COLUMNS = ['name', 'kind', 'stage', 'lastContact', 'nextDate', 'reach'] as const;
/** What the register can be sorted by. */
export type SortColumn = (typeof SORT_COLUMNS)[number];
/** The order of the register. */
export interface Sorting {
  readonly column: SortColumn;
  readonly descending: boolean;
}

const searched = new WeakMap<Client, string>();

/** Everything a filter looks at: names, addresses, numbers (also without their spaces), folded. */
function searchText(client: Client): string {
  const known = searched.get(client);
  if (known !== undefined) return known;
  const { name, contactPerson, email, phone } = client;
  const numbers = client.numbers.map(({ value }) => value).join('\n');
  const text = fold([name, contactPerson, email, phone, numbers].join('\n'));
  const made = `${text}\n${phone.replaceAll(/\D/g, '')}\n${numbers.replaceAll(/[^\d\n]/g, '')}`;
  searched.set(client, made);
  return made;
}

/** The rows that contain every word of the query, in that stage; null lets every stage through. */
export function filterRows(
  rows: readonly ClientRow[],
  query: string,
  stage: LifecycleStage | null,
): readonly ClientRow[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0 && stage === null) return rows;
  return rows.filter(({ client }) => {
    if (stage !== null && client.stage !== stage) return false;
    const text = searchText(client);
    return words.every((word) => text.includes(word));
  });
}

/** Labels of the values that are sorted as the user reads them. */
export interface SortLabels {
  readonly kind: (row: ClientRow) => string;
  readonly stage: (row: ClientRow) => string;
}

/** Compares, those without a value last in either direction. */
function withEmptyLast<Value>(
  a: Value | null,
  b: Value | null,
  descending: boolean,
  compare: (a: Value, b: Value) => number,
): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return descending ? compare(b, a) : compare(a, b);
}

const textOrNull = (text: string): string | null => (text === '' ? null : text);

/** The rows in order; names by the alphabet of the language, and by name where two are equal. */
export function sortRows(
  rows: readonly ClientRow[],
  { column, descending }: Sorting,
  language: Language,
  labels: SortLabels,
): readonly ClientRow[] {
  const { compare } = collator(language);
  const valueOf = (row: ClientRow): string | number | null => {
    switch (column) {
      case 'name':
        return row.client.name;
      case 'kind':
        return labels.kind(row);
      case 'stage':
        return labels.stage(row);
      case 'lastContact':
        return row.lastContact;
      case 'nextDate':
        return row.nextDate;
      case 'reach':
        return textOrNull(row.client.phone) ?? textOrNull(row.client.email);
      default:
        return column satisfies never;
    }
  };
  const both = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
  return rows.toSorted(
    (a, b) =>
      withEmptyLast(valueOf(a), valueOf(b), descending, both) || compare(a.client.name, b.client.name),
  );
}
