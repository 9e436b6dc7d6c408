import { useEffect, useMemo, useState } from 'react';
import { useClients } from '#renderer/entities/client/index.ts';
import { useDecisions } from '#renderer/entities/duplicate/index.ts';
import { useParties } from '#renderer/entities/party/index.ts';
import { findSamePeople, type Person } from '#renderer/operations/duplicates/find.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { Pair } from '#shared/duplicates/duplicate-index.ts';

/** People who stand in several files and look like one. */
export interface SamePeople {
  /** The likest first. */
  readonly pairs: readonly Pair<Person>[];
  /** Whose each file is. */
  readonly clientNames: ReadonlyMap<FileId, string>;
}

/** People of different files who look like one person; undefined while they are looked for the first time. */
export function useSamePeople(): SamePeople | undefined {
  const clients = useClients();
  const parties = useParties();
  const decisions = useDecisions();
  const [pairs, setPairs] = useState<readonly Pair<Person>[]>();
  const clientNames = useMemo(
    () => new Map((clients ?? []).map(({ fileId, name }) => [fileId, name])),
    [clients],
  );
  useEffect(() => {
    if (!clients || !parties || !decisions) return undefined;
    const control = new AbortController();
    findSamePeople([...clients, ...parties], decisions, control.signal)
      .then(setPairs)
      .catch(() => undefined); // Something was changed meanwhile, and it is looked for anew.
    return () => control.abort();
  }, [clients, parties, decisions]);
  return pairs && { pairs, clientNames };
}
