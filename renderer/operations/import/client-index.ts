import type { Client } from '#shared/domain/client.ts';
import { LIKELY } from '#shared/duplicates/compare.ts';
import { DuplicateIndex } from '#shared/duplicates/duplicate-index.ts';
import type { Common, Known } from '#shared/duplicates/keys.ts';

/** What a row and a record have in common. Each has its words in `imports.why.<why>`. */
export type Why = Common | 'title';

/** Somebody that was recognised. */
export interface Hit<Value> {
  readonly value: Value;
  readonly why: Common;
}

/** Who is so much like somebody that an import takes them for one; null: nobody. */
export function recognised<Value>(index: DuplicateIndex<Value>, known: Known): Hit<Value> | null {
  const [first] = index.find(known, LIKELY);
  return first ? { value: first.value, why: first.reasons[0]?.why ?? 'name' } : null;
}

/** An index of every client there is. */
export function indexOfClients(clients: readonly Client[]): DuplicateIndex<Client> {
  const index = new DuplicateIndex<Client>();
  for (const client of clients) index.add(client, client);
  return index;
}
