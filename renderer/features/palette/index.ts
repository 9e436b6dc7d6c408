export { Palette } from './ui/Palette.tsx';
