import { useEffect, useState } from 'react';
import { clientQueries, useClient } from '#renderer/entities/client/index.ts';
import type { Client } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';

/** The client of a file; `missing` when there is no such file, undefined while it loads. */
export function useFileClient(fileId: FileId): Client | 'missing' | undefined {
  const client = useClient(fileId);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let current = true;
    const look = async (): Promise<void> => {
      const found = await clientQueries.get(fileId);
      if (current) setMissing(found === undefined);
    };
    void look();
    return () => {
      current = false;
    };
  }, [fileId]);
  return client ?? (missing ? 'missing' : undefined);
}
