import type { TFunction } from 'i18next';
import type { BackupTrouble } from '#renderer/operations/backups.ts';
import { failureOf } from '#renderer/ui/FailureMessage.tsx';
import type { Notice } from '#renderer/ui/notices.ts';
import type { Language } from '#shared/domain/values.ts';
import { dayOf, formatLongDay } from '#shared/i18n/format.ts';

function textOf(trouble: BackupTrouble, t: TFunction, language: Language): string {
  const cause = (failure: unknown): string => {
    const { code, details } = failureOf(failure);
    return t(`errors.${code}.happened`, details);
  };
  switch (trouble.kind) {
    case 'failed':
      return t('backups.notice.failed', { cause: cause(trouble.failure) });
    case 'placeFailed':
      return t('backups.notice.placeFailed', { path: trouble.path, cause: cause(trouble.failure) });
    case 'quarantined':
      return t('backups.notice.quarantined', { count: trouble.count });
    case 'shrunken':
    case 'drillFailed':
      return t(`backups.notice.${trouble.kind}`);
    case 'overdue':
      return t('backups.notice.overdue', { day: formatLongDay(dayOf(trouble.since), language) });
    default:
      return trouble satisfies never;
  }
}

/** Words for what the user is to know of the backups; each leads to their settings and stays until it is closed. */
export const backupNotice = (
  trouble: BackupTrouble,
  { t, language, open }: { readonly t: TFunction; readonly language: Language; readonly open: () => void },
): Notice => ({
  text: textOf(trouble, t, language),
  tone: 'warning',
  action: { label: t('backups.notice.open'), run: open },
});
