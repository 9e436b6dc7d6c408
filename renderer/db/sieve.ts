import type { RecordKind, Stored } from '#shared/domain/record.ts';

/** What is asked of each record of a kind. */
export interface Sieve<Body, Field extends keyof Stored<Body>> {
  readonly kind: RecordKind<Body>;
  /** What is wanted of a record, besides its id and its client file. */
  readonly fields: readonly Field[];
  /** Only records that have these values. */
  readonly where?: Partial<Body>;
}

/** A record as far as it was asked for. */
export type Sifted<Body, Field extends keyof Stored<Body>> = Pick<Stored<Body>, Field | 'id' | 'fileId'>;

/** Where records go that were asked for. Begun anew when the store was filled anew meanwhile. */
export interface Basket<Record, Result> {
  readonly begin: () => Result;
  readonly take: (into: Result, records: readonly Record[]) => void;
}

/** What a sieve lets through. */
export function sifted<Body, Field extends keyof Stored<Body>>(
  records: readonly Stored<Body>[],
  { fields, where = {} }: Pick<Sieve<Body, Field>, 'fields' | 'where'>,
): readonly Sifted<Body, Field>[] {
  const asked = Object.entries(where) as [keyof Stored<Body>, unknown][];
  const wanted = [...new Set<keyof Stored<Body>>([...fields, 'id', 'fileId'])];
  return records
    .filter((record) => asked.every(([field, value]) => record[field] === value))
    .map((record) => {
      const there = wanted.filter((field) => Object.hasOwn(record, field));
      return Object.fromEntries(there.map((field) => [field, record[field]])) as Sifted<Body, Field>;
    });
}
