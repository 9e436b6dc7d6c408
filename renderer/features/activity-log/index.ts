export { ActivityScreen } from './ui/ActivityScreen.tsx';
