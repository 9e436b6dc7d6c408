import type { FileId } from '#shared/domain/ids.ts';
import { auditNow } from './audit-now.ts';
import type { Erasure } from './erasure.ts';
import { ownVault } from './session.ts';

/**
 * Erases a client file for good. There is no way back: neither backups nor the journal open it any more.
 * @throws `PlatformError`: then nothing was erased.
 */
export async function eraseFile(fileId: FileId): Promise<Erasure> {
  const erasure = await ownVault().eraseFile(fileId);
  // The log must not make an erasure look as if it had failed; the keyring itself remembers it.
  await auditNow('fileErased', { fileId, fingerprint: erasure.fingerprint }).catch(() => undefined);
  for (const [index, absorbed] of erasure.absorbed.entries()) {
    const fingerprint = erasure.more[index] ?? '';
    await auditNow('fileErased', { fileId: absorbed, fingerprint }).catch(() => undefined);
  }
  return erasure;
}
