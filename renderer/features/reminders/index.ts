export { DuePanel } from './ui/DuePanel.tsx';
export { ReminderBell } from './ui/ReminderBell.tsx';
