export { Setup } from './ui/Setup.tsx';
