export { backupCommands } from './backup-commands.ts';
export { backupSets, recordsIn, type BackupSet } from './backup-sets.ts';
export { readBackups, useBackups, useBackupsStatus, watchBackups } from './backup-store.ts';
