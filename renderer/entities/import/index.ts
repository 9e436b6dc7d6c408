export { useImports } from './import-hooks.ts';
