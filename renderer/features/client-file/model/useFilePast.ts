import { useMemo } from 'react';
import { useStageChanges } from '#renderer/entities/client/index.ts';
import { useConflictChecks } from '#renderer/entities/conflict-check/index.ts';
import { useImports } from '#renderer/entities/import/index.ts';
import type { Client } from '#shared/domain/client.ts';
import type { FilePast } from './past.ts';

/** What happened with a client besides what stands in the file; what is still loading is missing from it. */
export function useFilePast(client: Client): FilePast {
  const stages = useStageChanges(client.fileId);
  const checks = useConflictChecks();
  const imports = useImports();
  return useMemo(
    () => ({ client, stages: stages ?? [], checks: checks ?? [], imports: imports ?? [] }),
    [client, stages, checks, imports],
  );
}
