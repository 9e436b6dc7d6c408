export { sheetCommands } from './sheet-commands.ts';
export { useSheetsInFile, useSheetsOf } from './sheet-hooks.ts';
export { sheetQueries } from './sheet-queries.ts';
