export { EraseFile } from './ui/EraseFile.tsx';
