export { duplicateCommands } from './duplicate-commands.ts';
export { useDecisions, useMerges, useSurvivor } from './duplicate-hooks.ts';
export { duplicateQueries } from './duplicate-queries.ts';
