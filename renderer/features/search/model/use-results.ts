import { DateTime } from 'luxon';
import { useEffect, useState } from 'react';
import { foundRecord, search, useSearchState } from '#renderer/entities/search/index.ts';
import type { SearchKind } from '#renderer/worker/search/docs.ts';
import { parseQuery } from '#renderer/worker/search/query.ts';
import type { SearchFilters } from '#renderer/worker/search/search.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { isNarrowed, type Narrowing, useSearchView } from './view.ts';
import { type ShownHit, shownHit } from './shown.ts';

/** What was found, and for what: it stays until the next answer is there. */
export interface Results {
  readonly query: string;
  readonly narrowing: Narrowing;
  readonly hits: readonly ShownHit[];
  readonly total: number;
  readonly kinds: Readonly<Partial<Record<SearchKind, number>>>;
  readonly similar: boolean;
  /** The state of the index that it was found in. */
  readonly version: number;
}

function filtersOf({ kinds, marks, client, from, to }: Narrowing): SearchFilters {
  return {
    ...(kinds.length > 0 && { kinds }),
    ...(marks.length > 0 && { marks }),
    ...(client !== null && { fileId: client.fileId }),
    ...(from !== null && { from: DateTime.fromISO(from).toMillis() }),
    ...(to !== null && { to: DateTime.fromISO(to).plus({ days: 1 }).toMillis() }),
  };
}

/** Whether there is anything to look for. */
export const isAsked = (query: string, narrowing: Narrowing): boolean =>
  parseQuery(query).length > 0 || isNarrowed(narrowing);

/** The results of what is looked for now; null before there are any, or when nothing is looked for. */
export function useResults(): { readonly results: Results | null; readonly failed: boolean } {
  const { query, narrowing, order, most } = useSearchView();
  const version = useSearchState((state) => state.version);
  const [results, setResults] = useState<Results | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!isAsked(query, narrowing)) return undefined;
    let current = true;
    const find = async (): Promise<void> => {
      const clauses = parseQuery(query);
      const request = { query, filters: filtersOf(narrowing), order, most, now: systemClock.now() };
      const { hits, ...rest } = await search(request);
      if (!current) return;
      const records = await Promise.all(hits.map(foundRecord));
      if (!current) return;
      const there = records.filter((record) => record !== null);
      setResults({
        query,
        narrowing,
        version,
        ...rest,
        hits: there.map((one) => shownHit(one, clauses, rest.similar)),
      });
      setFailed(false);
    };
    find().catch(() => current && setFailed(true));
    return () => {
      current = false;
    };
  }, [query, narrowing, order, most, version]);
  return { results: isAsked(query, narrowing) ? results : null, failed };
}
