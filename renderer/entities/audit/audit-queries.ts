import { useLiveQuery } from 'dexie-react-hooks';
import { auditRecord, type AuditEntry } from '#shared/domain/audit.ts';
import { vault } from '#renderer/db/index.ts';

export const auditQueries = {
  /** The lines of the activity log, the first one first. */
  all: (): Promise<readonly AuditEntry[]> => vault().all(auditRecord),
};

/** The lines of the activity log, kept up to date; undefined while they load. */
export const useAuditEntries = (): readonly AuditEntry[] | undefined =>
  useLiveQuery(() => auditQueries.all());
