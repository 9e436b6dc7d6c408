import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useBackupWork } from '#renderer/operations/backups.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx';
import { formatNumber } from '#shared/i18n/format.ts';
import { cancel, useFlow } from '../model/flow.ts';

/** What goes on, how far it is, and the way to stop it. */
export function Working(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { step, done, read, plan } = useFlow();
  const backup = useBackupWork(({ running }) => running);
  const number = formatNumber(done, language);
  const shown = {
    reading: { text: t('imports.reading'), done: 0, total: 0 },
    checking: { text: t('imports.checking', { number }), done, total: read?.rows.length ?? 0 },
    backup: { text: t('imports.backup'), done: backup?.done ?? 0, total: backup?.total ?? 0 },
    writing: { text: t('imports.writing', { number }), done, total: plan?.rows.length ?? 0 },
  };
  const current = step in shown ? shown[step as keyof typeof shown] : shown.reading;
  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: 560, justifyItems: 'start' }}>
      <Box sx={{ width: '100%' }}>
        <WorkProgress {...current} />
      </Box>
      <Button onClick={cancel}>{t('common.cancel')}</Button>
    </Box>
  );
}
