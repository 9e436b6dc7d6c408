export { duplicateCommands } from './duplicate-commands.ts';
export { useDecisions, useElsewhere, useMerges, useSurvivor } from './duplicate-hooks.ts';
export { duplicateQueries, type Elsewhere } from './duplicate-queries.ts';
