export { audit, auditNow } from './audit.ts';
export { HeaderAlteredError, VaultDamagedError, VaultLockedError } from './errors.ts';
export {
  changePassphrase,
  changeRecoveryWords,
  makeRecoveryWords,
  openDoor,
  type Door,
  type OpenedDoor,
} from './key-changes.ts';
export {
  closeVault,
  createVault,
  firstChangeAfter,
  openVault,
  prepareVault,
  reminderKey,
  vault,
  vaultHeader,
  type PreparedVault,
} from './session.ts';
export { unlockWithPassphrase, unlockWithRecoveryWords, type Work } from './slots.ts';
export type { OpeningReport, Vault, VaultReader, VaultWriter } from './types.ts';
export type { VaultKey } from '#shared/crypto/vault-key.ts';
