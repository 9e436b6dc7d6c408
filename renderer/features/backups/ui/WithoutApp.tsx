import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';

/** Makes the script print the key of the age format, in place of recovering. */
const KEY_OPTION = '--identity';
const STEPS = ['step1', 'step2', 'step3', 'step4'] as const;

interface WithoutAppProps {
  /** Name of the newest backup, for the example; null while there is none. */
  readonly fileName: string | null;
}

/** How the backups are read when the app is not there. */
export function WithoutApp({ fileName }: WithoutAppProps): ReactElement {
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
          <Typography key={step} component="li" sx={{ userSelect: 'text', overflowWrap: 'anywhere' }}>
            {t(`backups.without.${step}`, { command: `node recover.mjs ${fileName ?? '…'}` })}
          </Typography>
        ))}
      </Box>
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {t('backups.without.age', { option: KEY_OPTION })}
      </Typography>
    </Box>
  );
}
