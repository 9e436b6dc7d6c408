import type { TFunction } from 'i18next';
import type { AuditEntry } from '#shared/domain/audit.ts';
import { COVERED_ACTIONS, type CoveredAction, OVERRIDE_REASONS } from '#shared/domain/consent.ts';
import { WORK_TABLES } from '#shared/domain/record.ts';
import { BACKUP_REASONS } from '#shared/formats/backup-manifest.ts';

const WAYS = ['passphrase', 'recovery', 'device'] as const;
const DOCUMENTS = ['agreedSheet', 'summary', 'requirements', 'statement', 'conflictCheck', 'labels'] as const;

const COVERED = Object.keys(COVERED_ACTIONS) as CoveredAction[];

const known = <Value extends string>(values: readonly Value[], found: unknown): Value | undefined =>
  values.find((one) => one === found);

/**
 * What a line of the log says besides its action, in the user's language. A client file is named as it is called now; one
 * that is no longer there has no name any more.
 */
export function detailsText(
  { details }: Pick<AuditEntry, 'details'>,
  clientName: (fileId: string) => string | undefined,
  t: TFunction,
): string {
  const number = (name: string): number => Number(details[name] ?? 0);
  const way = known(WAYS, details['way']);
  const document = known(DOCUMENTS, details['document']);
  const reason = known(BACKUP_REASONS, details['reason']);
  const covered = known(COVERED, details['covered']);
  const override = known(OVERRIDE_REASONS, details['reason']);
  const table = known(WORK_TABLES, details['table']);
  const { fileId, ok } = details;
  const count = number('count') || number('records') || number('entries');
  return [
    way && t(`activity.way.${way}`),
    number('failures') > 0 && t('activity.failures', { count: number('failures') }),
    document && t(`activity.document.${document}`),
    table && t(`activity.table.${table}`),
    reason && t(`activity.reason.${reason}`),
    covered && t(`activity.covered.${covered}`),
    override && t(`consent.reason.${override}`),
    typeof ok === 'boolean' && t(ok ? 'activity.ok' : 'activity.notOk'),
    count > 1 && t('activity.records', { count }),
    typeof fileId === 'string' && (clientName(fileId) ?? t('activity.fileGone')),
  ]
    .filter((part) => typeof part === 'string')
    .join(' · ');
}
