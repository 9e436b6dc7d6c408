export { audit } from './audit.ts';
export { auditNow } from './audit-now.ts';
export { backUp, type BackupResult } from './backup.ts';
export { inspectBackup, type BackedUpClient, type BackupContents } from './backup-contents.ts';
export { drill } from './drill.ts';
export { HeaderAlteredError, JournalGapsError, VaultDamagedError, VaultLockedError } from './errors.ts';
export { eraseFile } from './erase-file.ts';
export type { Erasure } from './erasure.ts';
export { LastAnswer } from './last-answer.ts';
export {
  changePassphrase,
  changeRecoveryWords,
  disableDevice,
  enableDevice,
  makeRecoveryWords,
  openDoor,
  type Door,
  type OpenedDoor,
} from './key-changes.ts';
export { settleHeader } from './key-memory.ts';
export { planRestore, restoreFrom, type RestoreOutcome, type RestoreScope } from './restore.ts';
export { rotateKeys, type NewWays } from './rotate-keys.ts';
export {
  attachmentKeysOf,
  closeVault,
  createVault,
  firstChangeAfter,
  isReadOnly,
  openForReading,
  openVault,
  prepareVault,
  reminderKey,
  sealedSource,
  vault,
  vaultKeyInUse,
  vaultHeader,
  vaultIdInUse,
  wholeVault,
  type PreparedVault,
} from './session.ts';
export type { KeysOfFiles, SealedChange } from './sealed-source.ts';
export { unlockWithPassphrase, unlockWithRecoveryWords, unlockWithSecret, type Work } from './slots.ts';
export { timeOf } from './stamp.ts';
export type {
  Action,
  ActionName,
  OpeningReport,
  UndoResult,
  UndoState,
  Vault,
  VaultReader,
  VaultWriter,
  Version,
} from './types.ts';
export { wakeVault } from './wake.ts';
export type { VaultKey } from '#shared/crypto/vault-key.ts';
