export { reminderCommands } from './reminder-commands.ts';
export { useReminders, useRemindersOf } from './reminder-hooks.ts';
