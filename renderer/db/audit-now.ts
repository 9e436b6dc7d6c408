import type { AuditAction, AuditDetails } from '#shared/domain/audit.ts';
import { audit } from './audit.ts';
import { vault } from './session.ts';

/** Tells something that changes no record in the activity log. Rejects as `commit` does, and throws when the vault is locked. */
export const auditNow = (action: AuditAction, details: AuditDetails = {}): Promise<void> =>
  vault().commit((change) => audit(change, action, details));
