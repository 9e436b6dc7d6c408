export { ReminderBell } from './ui/ReminderBell.tsx';
