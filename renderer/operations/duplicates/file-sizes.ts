import { useEffect, useState } from 'react';
import type { FileId } from '#shared/domain/ids.ts';
import { WORK_TABLES } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { vault } from '#renderer/db/index.ts';

/** How many records stand in a client file beside the client. */
async function recordsIn(fileId: FileId): Promise<number> {
  let count = 0;
  for (const table of WORK_TABLES)
    if (table !== 'clients') count += (await vault().inFile(kindOf(table), fileId)).length;
  return count;
}

/** How many records two files hold; null while they are counted. */
export function useFileSizes(one: FileId, other: FileId): ReadonlyMap<FileId, number> | null {
  const [sizes, setSizes] = useState<ReadonlyMap<FileId, number> | null>(null);
  useEffect(() => {
    let current = true;
    const count = async (): Promise<void> => {
      const found = new Map<FileId, number>();
      for (const fileId of [one, other]) found.set(fileId, await recordsIn(fileId));
      if (current) setSizes(found);
    };
    // Without numbers the first is taken for the one that stays.
    count().catch(() => {
      if (current) setSizes(new Map());
    });
    return () => {
      current = false;
    };
  }, [one, other]);
  return sizes;
}
