export { taskCommands } from './task-commands.ts';
export { useOpenTasks, useTasksOf } from './task-hooks.ts';
export { taskQueries } from './task-queries.ts';
