import Link from '@mui/material/Link';
import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useBackupsStatus } from '#renderer/entities/backup/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { type BackupWork, isOverdue, useBackupWork } from '#renderer/operations/backups.ts';
import type { Language } from '#shared/domain/values.ts';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import type { BackupsStatus } from '#shared/ipc/contract/backups.ts';
import { systemClock } from '#shared/lib/clock.ts';

interface State {
  readonly text: string;
  readonly warning: boolean;
}

/** The one line that says how well the vault is backed up: the worst that is true, else the best. */
export function backupState(
  { lastDrill, lastVerifiedAt }: BackupsStatus,
  { running, unbackedSince, owed }: BackupWork,
  { t, language, now }: { readonly t: TFunction; readonly language: Language; readonly now: number },
): State {
  const day = (at: number): { readonly day: string } => ({ day: formatDay(dayOf(at), language) });
  if (running) return { text: t('backups.status.running'), warning: false };
  if (typeof unbackedSince === 'number' && isOverdue(unbackedSince, now)) {
    return { text: t('backups.status.overdue', day(unbackedSince)), warning: true };
  }
  if (owed) return { text: t('backups.status.owed'), warning: true };
  if (lastDrill?.ok === false) return { text: t('backups.status.drillFailed'), warning: true };
  if (lastDrill) return { text: t('backups.status.proven', day(lastDrill.at)), warning: false };
  if (lastVerifiedAt !== null)
    return { text: t('backups.status.verified', day(lastVerifiedAt)), warning: false };
  return { text: t('backups.status.none'), warning: false };
}

/** How well the vault is backed up, at the foot of the window; leads to the settings of backups. */
export function BackupState(): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const status = useBackupsStatus();
  const work = useBackupWork();
  if (!status) return null;
  const { text, warning } = backupState(status, work, { t, language, now: systemClock.now() });
  return (
    <Link
      component="button"
      type="button"
      underline="hover"
      color={warning ? 'warning.main' : 'inherit'}
      aria-label={t('backups.status.label', { state: text })}
      onClick={() => void navigate(routes.backups)}
      sx={{ typography: 'caption', ...(warning && { fontWeight: 'fontWeightBold' }) }}
    >
      {text}
    </Link>
  );
}
