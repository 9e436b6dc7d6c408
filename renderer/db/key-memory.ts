import type { AuditAction, AuditDetails } from '#shared/domain/audit.ts';
import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import { practiceRecord, type PracticeBody } from '#shared/domain/practice.ts';
import { audit } from './audit.ts';
import { ownVault, vault, vaultHeader } from './session.ts';

const NEW: NonNullable<PracticeBody['keys']> = { revision: 0, epoch: 0 };

/** What the vault's own records say of its header. */
async function remembered(): Promise<NonNullable<PracticeBody['keys']>> {
  const [practice] = await vault().inFile(practiceRecord, PRACTICE_FILE);
  return practice?.keys ?? NEW;
}

/**
 * Notes in the vault how far its header has come, with the line of the activity log that tells why.
 * @throws As `commit` does; nothing is lost by it, since the next opening catches up.
 */
export async function rememberHeader(action?: AuditAction, details: AuditDetails = {}): Promise<void> {
  const { revision, epoch } = vaultHeader();
  await vault().commit(
    async (change) => {
      const [practice] = await change.inFile(practiceRecord, PRACTICE_FILE);
      if (practice) await change.update(practiceRecord, practice.id, () => ({ keys: { revision, epoch } }));
      if (action !== undefined) await audit(change, action, details);
    },
    { undoable: false },
  );
}

/**
 * Compares the header that the vault was opened with to what its records know of it, and finishes a rotation of the keys:
 * the practice's own records are sealed with the key of today.
 * @returns `older` when somebody has put an older header in the place of a newer one: then a passphrase or sheet that was
 * replaced opens the vault again.
 */
export async function settleHeader(): Promise<'current' | 'older'> {
  const { revision, epoch } = vaultHeader();
  const known = await remembered();
  if (revision < known.revision) return 'older';
  if (epoch > known.epoch) {
    await ownVault().resealPractice();
    await rememberHeader('keysRotated', { epoch });
  } else if (revision > known.revision) await rememberHeader();
  return 'current';
}
