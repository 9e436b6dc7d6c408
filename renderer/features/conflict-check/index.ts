export { startCheck } from './model/current-check.ts';
export { ConflictRecordScreen } from './ui/ConflictRecordScreen.tsx';
export { ConflictsScreen } from './ui/ConflictsScreen.tsx';
