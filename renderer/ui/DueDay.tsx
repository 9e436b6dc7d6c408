import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import type { IsoDate } from '#shared/domain/values.ts';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** A day by which something is due; bold and red when it has passed. */
export function DueDay({ day }: { readonly day: IsoDate | null }): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  if (day === null) return null;
  if (day >= dayOf(systemClock.now())) return <span>{formatDay(day, language)}</span>;
  return (
    <Box component="span" sx={{ color: 'error.main', fontWeight: 'fontWeightBold' }}>
      {formatDay(day, language)}
      <VisuallyHidden> {t('shell.date.overdue')}</VisuallyHidden>
    </Box>
  );
}
