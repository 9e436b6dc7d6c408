import { auditSchema, type AuditBody } from '#shared/domain/audit.ts';
import { utf8 } from '#shared/lib/bytes.ts';
import type { ResponseOf } from '#shared/ipc/contract.ts';
import { auditNow, vaultHeader } from '#renderer/db/index.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { auditQueries } from './audit-queries.ts';

/** The activity log as it is exported: what is needed to check its chain without the app, and nothing else. */
export const auditExport = (
  vaultId: string,
  exportedAt: number,
  entries: readonly AuditBody[],
): Uint8Array<ArrayBuffer> => {
  const log = {
    format: 'kartoteka/activity-log/1',
    vaultId,
    exportedAt,
    entries: entries.map((entry) => auditSchema.parse(entry)),
  };
  return Uint8Array.from(utf8(`${JSON.stringify(log, null, 2)}\n`));
};

/**
 * Saves the whole activity log as JSON where the user says, and tells so in the log.
 * @throws `PlatformError` when it could not be written.
 */
export async function exportLog(suggestedName: string, now: number): Promise<ResponseOf<'files.save'>> {
  const entries = await auditQueries.all();
  const bytes = auditExport(vaultHeader().vaultId, now, entries);
  const saved = await value(platform().files.save({ suggestedName, kind: 'json', bytes }));
  if (saved.state === 'saved') await auditNow('logExported', { entries: entries.length });
  return saved;
}
