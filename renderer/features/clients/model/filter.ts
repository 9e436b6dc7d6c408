import type { Client } from '#shared/domain/client.ts';
import { NO_FILTER, type RegisterFilter } from '#shared/domain/register-view.ts';
import type { IsoDate } from '#shared/domain/values.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { fold } from '#shared/lib/fold.ts';
import { meetsCustom } from './custom.ts';
import type { ClientRow } from './rows.ts';

const DAY_MS = 86_400_000;
const searched = new WeakMap<Client, string>();

/** Everything the words of a filter are looked for in: names, addresses, numbers (also without their spaces), folded. */
function searchText(client: Client): string {
  const known = searched.get(client);
  if (known !== undefined) return known;
  const { name, formerNames, aliases, contactPerson, email, phone, moreEmails, morePhones, group } = client;
  const numbers = client.numbers.map(({ value }) => value).join('\n');
  const phones = `${phone}\n${morePhones}`;
  const said = [name, formerNames, aliases, contactPerson, email, moreEmails, phones, numbers, group];
  const digits = `${phones}\n${numbers}`.replaceAll(/[^\d\n]/g, '');
  const made = `${fold(said.join('\n'))}\n${digits}`;
  searched.set(client, made);
  return made;
}

type Condition = (row: ClientRow) => boolean;

/** A condition for a choice of values; an empty choice lets everything through. */
function oneOf(choice: readonly string[], valueOf: (row: ClientRow) => string): readonly Condition[] {
  if (choice.length === 0) return [];
  const wanted = new Set(choice);
  return [(row) => wanted.has(valueOf(row))];
}

/** Whether a client's consent of that kind holds on a day. */
const holds = ({ consents }: Client, kind: string, day: IsoDate): boolean =>
  consents.some(
    (one) =>
      one.kind === kind &&
      one.givenOn <= day &&
      one.withdrawnOn === null &&
      (one.validUntil === null || one.validUntil >= day),
  );

function byLastContact(wanted: RegisterFilter['lastContact'], now: number): readonly Condition[] {
  if (wanted === null) return [];
  const since = now - wanted.days * DAY_MS;
  return wanted.how === 'within'
    ? [({ lastContact }) => lastContact !== null && lastContact >= since]
    : [({ lastContact }) => lastContact === null || lastContact < since];
}

/**
 * The rows that meet every condition of the filter, in the order they came.
 * @param now Milliseconds since the epoch; days are counted back from it.
 */
export function filterRows(
  rows: readonly ClientRow[],
  filter: RegisterFilter,
  now: number,
): readonly ClientRow[] {
  const words = fold(filter.query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const today = dayOf(now);
  const conditions: readonly Condition[] = [
    ...oneOf(filter.stages, ({ stage }) => stage),
    ...oneOf(filter.kinds, ({ client }) => client.kind),
    ...oneOf(filter.types, ({ client }) => client.type),
    ...oneOf(filter.responsible, ({ client }) => client.responsible),
    ...oneOf(filter.groups, ({ client }) => client.group),
    ...filter.tags.map(
      (tag): Condition =>
        ({ client }) =>
          client.tags.includes(tag),
    ),
    ...filter.consents.map(
      (kind): Condition =>
        ({ client }) =>
          holds(client, kind, today),
    ),
    ...filter.noConsents.map(
      (kind): Condition =>
        ({ client }) =>
          !holds(client, kind, today),
    ),
    ...Object.entries(filter.custom).map(
      ([field, wanted]): Condition =>
        ({ client }) =>
          meetsCustom(client, field, wanted),
    ),
    ...byLastContact(filter.lastContact, now),
    ...(filter.noNextDate ? [({ nextDate }: ClientRow) => nextDate === null] : []),
    ...(filter.forgotten ? [({ forgotten }: ClientRow) => forgotten.length > 0] : []),
    ...words.map(
      (word): Condition =>
        ({ client }) =>
          searchText(client).includes(word),
    ),
  ];
  if (conditions.length === 0) return rows;
  return rows.filter((row) => conditions.every((condition) => condition(row)));
}

/** The parts of a filter that narrow the register down, apart from its words. */
export const activeParts = (filter: RegisterFilter): readonly (keyof RegisterFilter)[] =>
  (Object.keys(NO_FILTER) as (keyof RegisterFilter)[]).filter(
    (part) => part !== 'query' && JSON.stringify(filter[part]) !== JSON.stringify(NO_FILTER[part]),
  );
