export { SheetScreen } from './ui/SheetScreen.tsx';
