import Alert from '@mui/material/Alert';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupSet } from '#renderer/entities/backup/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import type { BackupContents } from '#renderer/operations/restore.ts';
import { TABLE_NAMES } from '#shared/domain/record.ts';
import { formatMoment, formatNumber } from '#shared/i18n/format.ts';
import { Facts } from '../Facts.tsx';

interface HoldingProps {
  readonly backup: BackupSet;
  readonly contents: BackupContents;
}

/** What a backup holds: when and why it was made, its newest change, and how many records of each kind. */
export function Holding({ backup, contents }: HoldingProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { madeAt, reason, counts, quarantined } = contents.manifest;
  const unreadable = quarantined.length + contents.unreadable;
  const known = TABLE_NAMES.filter((table) => (counts[table] ?? 0) > 0);
  const { newestChange } = backup;
  return (
    <>
      <Facts
        facts={[
          { name: t('backups.wizard.madeAt'), text: formatMoment(madeAt, language) },
          { name: t('backups.wizard.reason'), text: t(`backups.reason.${reason}`) },
          ...(newestChange === null
            ? []
            : [{ name: t('backups.wizard.newestChange'), text: formatMoment(newestChange, language) }]),
          {
            name: t('backups.wizard.state'),
            text: t(`backups.state.${backup.verified ? 'verified' : 'unverified'}`),
          },
        ]}
      />
      <Facts
        facts={known.map((table) => ({
          name: t(`backups.kind.${table}`),
          text: formatNumber(counts[table] ?? 0, language),
        }))}
      />
      {contents.origin === 'unsealed' && <Alert severity="warning">{t('backups.wizard.unsealed')}</Alert>}
      {unreadable > 0 && (
        <Alert severity="warning">{t('backups.wizard.unreadable', { count: unreadable })}</Alert>
      )}
    </>
  );
}
