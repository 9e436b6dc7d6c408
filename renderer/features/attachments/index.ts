export { DocumentsTab } from './ui/DocumentsTab.tsx';
export { FileDrop } from './ui/FileDrop.tsx';
