import { auditRecord, newAuditId, type AuditAction, type AuditDetails } from '#shared/domain/audit.ts';
import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import { nextAuditEntry } from '#shared/formats/audit-chain.ts';
import { systemClock, type Clock } from '#shared/lib/clock.ts';
import type { VaultWriter } from './types.ts';

/**
 * Tells something in the activity log, as part of the change that it tells of: both are stored or neither.
 * @param details Ids, numbers and codes, see `shared/domain/audit.ts`; never a name or a text of a client.
 */
export async function audit(
  change: VaultWriter,
  action: AuditAction,
  details: AuditDetails = {},
  clock: Clock = systemClock,
): Promise<void> {
  const last = await change.last(auditRecord);
  const entry = nextAuditEntry(last, { at: clock.now(), action, details });
  change.put(auditRecord, { id: newAuditId(entry.seq), fileId: PRACTICE_FILE }, entry);
}
