export { clientCommands } from './client-commands.ts';
export { useClient, useClients, useStageChanges } from './client-hooks.ts';
export { clientQueries, lastClients, type StageChange } from './client-queries.ts';
export { useKnownValues } from './known-values.ts';
