import { useEffect, useState } from 'react';
import { useClients } from '#renderer/entities/client/index.ts';
import { useDecisions } from '#renderer/entities/duplicate/index.ts';
import { findDuplicates } from '#renderer/operations/duplicates/find.ts';
import type { Client } from '#shared/domain/client.ts';
import type { Pair } from '#shared/duplicates/duplicate-index.ts';

/** Clients that look like one, the likest first; undefined while they are looked for the first time. */
export function useDuplicates(): readonly Pair<Client>[] | undefined {
  const clients = useClients();
  const decisions = useDecisions();
  const [pairs, setPairs] = useState<readonly Pair<Client>[]>();
  useEffect(() => {
    if (!clients || !decisions) return undefined;
    const control = new AbortController();
    findDuplicates(clients, decisions, control.signal)
      .then(setPairs)
      .catch(() => undefined); // Something was changed meanwhile, and it is looked for anew.
    return () => control.abort();
  }, [clients, decisions]);
  return pairs;
}
