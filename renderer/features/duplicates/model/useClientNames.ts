import { useEffect, useState } from 'react';
import { clientNameOf } from '#renderer/operations/duplicates/client-name.ts';
import type { Merge } from '#shared/domain/duplicate.ts';
import type { FileId } from '#shared/domain/ids.ts';

/** What the clients of merges are or were called; erased ones are not there. Undefined while they load. */
export function useClientNames(
  merges: readonly Merge[] | undefined,
): ReadonlyMap<FileId, string> | undefined {
  const [names, setNames] = useState<ReadonlyMap<FileId, string>>();
  useEffect(() => {
    if (!merges) return undefined;
    let current = true;
    const read = async (): Promise<void> => {
      const found = new Map<FileId, string>();
      for (const fileId of new Set(merges.flatMap(({ into, from }) => [into, from]))) {
        const name = await clientNameOf(fileId);
        if (name !== null) found.set(fileId, name);
      }
      if (current) setNames(found);
    };
    read().catch(() => undefined); // The vault was locked meanwhile.
    return () => {
      current = false;
    };
  }, [merges]);
  return names;
}
