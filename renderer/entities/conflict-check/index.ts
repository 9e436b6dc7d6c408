export { conflictCheckCommands } from './conflict-check-commands.ts';
export { useConflictCheck, useConflictChecks } from './conflict-check-hooks.ts';
