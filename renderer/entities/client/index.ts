export { clientCommands } from './client-commands.ts';
export { type StageChange, useClient, useClients, useStageChanges } from './client-hooks.ts';
export { clientQueries } from './client-queries.ts';
