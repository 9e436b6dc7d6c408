import { originOf } from '#shared/formats/backup-seal.ts';
import type { BackupManifest } from '#shared/formats/backup-manifest.ts';
import type { RestoreCandidate } from '#shared/ipc/contract/backups.ts';
import type { Result } from '#shared/lib/result.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { platform, PlatformError } from '#renderer/platform/index.ts';
import { identitiesOf, keysOf, type Proof } from './identities.ts';

/** How a restore is to be done. */
export interface InstallOptions {
  /** There is a vault that does not open; it is set aside. */
  readonly replace: boolean;
  /** Takes also a backup of an older format, which has no seal: the user was told. */
  readonly acceptUnsealed: boolean;
  /** Ends it as long as it has not happened. */
  readonly signal: AbortSignal;
}

/** `wrong`: the words or the passphrase do not open it. `unsealed`: it has no seal, and that was not accepted. */
export type Installed = 'installed' | 'wrong' | 'unsealed' | 'cancelled';

const cancel = (): void => void platform().restore.cancel();

/**
 * Makes a backup the vault of this machine, once its seal was found right. Throws a `PlatformError` when it could not;
 * then, and whatever else it answers than `installed`, nothing changed.
 */
export async function install(
  candidate: RestoreCandidate,
  proof: Proof,
  options: InstallOptions,
): Promise<Installed> {
  options.signal.addEventListener('abort', cancel);
  try {
    return await tryToInstall(candidate, proof, options);
  } catch (error) {
    if (options.signal.aborted) return 'cancelled';
    throw error;
  } finally {
    options.signal.removeEventListener('abort', cancel);
  }
}

/** What main answered; null when the identity is not the right one. */
function valueOf<T>(result: Result<T, Failure>): T | null {
  if (result.ok) return result.value;
  if (result.error.code === 'backupLocked') return null;
  throw new PlatformError(result.error);
}

async function tryToInstall(
  candidate: RestoreCandidate,
  proof: Proof,
  { replace, acceptUnsealed, signal }: InstallOptions,
): Promise<Installed> {
  const { backupId, header } = candidate;
  const vaultKeys = await keysOf(header, proof);
  for (const identity of identitiesOf(proof, header?.vaultId, vaultKeys)) {
    signal.throwIfAborted();
    const opened = valueOf(await platform().backups.open({ backupId, identity }));
    if (opened === null) continue;
    const { readId, manifest } = opened;
    await platform().backups.closeRead({ readId });
    const origin = await originFor(manifest, proof, vaultKeys);
    if (origin === 'forged') throw new PlatformError({ code: 'backupForged', details: {} });
    if (origin === 'unsealed' && !acceptUnsealed) return 'unsealed';
    signal.throwIfAborted();
    const mac = manifest.mac ?? null;
    if (valueOf(await platform().restore.install({ backupId, identity, mac, replace }))) return 'installed';
  }
  return 'wrong';
}

/** Without a header beside it, the one in the backup gives the keys: whoever altered that has no right seal either. */
async function originFor(
  manifest: BackupManifest,
  proof: Proof,
  vaultKeys: Awaited<ReturnType<typeof keysOf>>,
) {
  const keys = vaultKeys.length > 0 ? vaultKeys : await keysOf(manifest.header, proof);
  return originOf(manifest, keys);
}
