export { SummaryScreen } from './ui/SummaryScreen.tsx';
