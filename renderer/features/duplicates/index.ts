export { DuplicatesScreen } from './ui/DuplicatesScreen.tsx';
export { MergedBox } from './ui/MergedBox.tsx';
export { MergeScreen } from './ui/MergeScreen.tsx';
