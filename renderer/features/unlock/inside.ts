/** What works on the vault itself (keys, journal, store), and the screens that need it. */
export {
  JournalGapsError,
  openDoor,
  auditNow,
  openForReading,
  openVault,
  reminderKey,
  settleHeader,
  unlockWithPassphrase,
  unlockWithSecret,
  wakeVault,
} from '#renderer/db/index.ts';
export { lastClients } from '#renderer/entities/client/index.ts';
export { lastViews } from '#renderer/entities/register-view/index.ts';
export { practiceCommands, practiceQueries } from '#renderer/entities/practice/index.ts';
export { Progress } from './ui/Progress.tsx';
export { RecoveryForm } from './ui/RecoveryForm.tsx';
export { RenewForm } from './ui/RenewForm.tsx';
