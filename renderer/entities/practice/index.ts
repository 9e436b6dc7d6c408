export { practiceCommands } from './practice-commands.ts';
export { usePractice } from './practice-hooks.ts';
export { practiceQueries } from './practice-queries.ts';
export { type Stages, useStages } from './stage-hooks.ts';
