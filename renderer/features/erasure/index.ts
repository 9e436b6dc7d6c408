export { EraseFile } from './ui/EraseFile.tsx';
export { EraseFiles } from './ui/EraseFiles.tsx';
