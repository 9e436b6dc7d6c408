import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveState } from '#renderer/lib/save-state.ts';

/** Whether everything typed is in both copies: «Saved» is said only then. */
export function SaveState(): ReactElement {
  const { t } = useTranslation();
  const { state } = useSaveState();
  return (
    <Typography
      variant="body2"
      component="output"
      sx={{ color: state === 'failed' ? 'error.main' : 'quiet', whiteSpace: 'nowrap', minWidth: '12ch' }}
    >
      {t(`shell.save.${state}`)}
      {state === 'saved' && (
        <Box component="span" aria-hidden sx={{ color: 'success.main', ml: 1, letterSpacing: '-0.2em' }}>
          ✓✓
        </Box>
      )}
    </Typography>
  );
}
