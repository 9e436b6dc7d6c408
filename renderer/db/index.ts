export { audit, auditNow } from './audit.ts';
export { VaultDamagedError, VaultLockedError } from './errors.ts';
export {
  changePassphrase,
  closeVault,
  createVault,
  openVault,
  prepareVault,
  reminderKey,
  unlockWithPassphrase,
  unlockWithRecoveryWords,
  vault,
  vaultHeader,
  type PreparedVault,
  type Work,
} from './session.ts';
export type { OpeningReport, Vault, VaultReader, VaultWriter } from './types.ts';
export type { VaultKey } from '#shared/crypto/vault-key.ts';
