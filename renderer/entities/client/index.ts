export { clientCommands } from './client-commands.ts';
export { useClient, useClients } from './client-hooks.ts';
export { clientQueries } from './client-queries.ts';
