export { RestoreScreen } from './ui/RestoreScreen.tsx';
