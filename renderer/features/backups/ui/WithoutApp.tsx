import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';

/** What is typed in the folder of the backups; the same on every system. */
const COMMAND = 'node recover.mjs';
const STEPS = ['step1', 'step2', 'step3', 'step4'] as const;

/** How the backups are read when the app is not there. */
export function WithoutApp(): ReactElement {
  const { t } = useTranslation();
  const title = useId();
  return (
    <Box component="section" aria-labelledby={title} sx={{ display: 'grid', gap: 2 }}>
      <Typography id={title} variant="h3">
        {t('backups.without.title')}
      </Typography>
      <Typography>{t('backups.without.text')}</Typography>
      <Box component="ol" sx={{ m: 0, pl: 6, display: 'grid', gap: 1 }}>
        {STEPS.map((step) => (
          <Typography key={step} component="li" sx={{ userSelect: 'text' }}>
            {t(`backups.without.${step}`, { command: COMMAND })}
          </Typography>
        ))}
      </Box>
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {t('backups.without.age')}
      </Typography>
    </Box>
  );
}
