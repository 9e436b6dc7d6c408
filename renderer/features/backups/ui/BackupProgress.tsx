import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { cancelBackup, useBackupWork } from '#renderer/operations/backups.ts';
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx';
import { formatNumber } from '#shared/i18n/format.ts';

/** How far the backup that is being made has come; nothing while none is. */
export function BackupProgress(): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const { running } = useBackupWork();
  if (!running) return null;
  const { done, total } = running;
  const counting = total > 0 && done < total;
  const text = counting
    ? t('backups.now.counted', { done: formatNumber(done, language), total: formatNumber(total, language) })
    : t('backups.now.verifying');
  return (
    <Box sx={{ display: 'flex', gap: 4, alignItems: 'end' }}>
      <Box sx={{ flex: 1 }}>
        <WorkProgress text={text} done={done} total={total} />
      </Box>
      <Button onClick={cancelBackup}>{t('common.cancel')}</Button>
    </Box>
  );
}
