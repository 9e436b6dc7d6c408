export { ImportScreen } from './ui/ImportScreen.tsx';
