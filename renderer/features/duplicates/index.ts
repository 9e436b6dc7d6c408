export { DuplicatesScreen } from './ui/DuplicatesScreen.tsx';
export { ElsewhereBox } from './ui/ElsewhereBox.tsx';
export { MergedBox } from './ui/MergedBox.tsx';
export { MergeScreen } from './ui/MergeScreen.tsx';
export { SamePeopleScreen } from './ui/SamePeopleScreen.tsx';
