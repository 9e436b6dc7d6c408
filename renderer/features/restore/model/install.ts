import type { RestoreCandidate } from '#shared/ipc/contract/backups.ts';
import { platform, PlatformError } from '#renderer/platform/index.ts';
import { identitiesOf, type Proof } from './identities.ts';

/**
 * Makes a backup the vault of this machine. Throws a `PlatformError` when it could not; then nothing changed.
 * @param replace There is a vault that does not open; it is set aside.
 * @returns `wrong` when the words or the passphrase do not open it.
 */
export async function install(
  candidate: RestoreCandidate,
  proof: Proof,
  replace: boolean,
): Promise<'installed' | 'wrong'> {
  for (const identity of await identitiesOf(candidate, proof)) {
    const result = await platform().restore.install({ backupId: candidate.backupId, identity, replace });
    if (result.ok) return 'installed';
    if (result.error.code !== 'backupLocked') throw new PlatformError(result.error);
  }
  return 'wrong';
}
