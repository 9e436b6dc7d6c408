export { TodayScreen } from './ui/TodayScreen.tsx';
