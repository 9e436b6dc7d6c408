import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { formatMoment } from '#shared/i18n/format.ts';

interface KeptLineProps {
  /** When that was typed which is in the form; null: nothing is said. */
  readonly at: number | null;
  readonly onDiscard: () => void;
}

/** Says that a form goes on with what was typed earlier, and gives that up when asked. */
export function KeptLine({ at, onDiscard }: KeptLineProps): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  if (at === null) return null;
  return (
    <Box role="status" sx={{ display: 'flex', gap: 3, alignItems: 'baseline', pb: 3 }}>
      <Typography variant="body2" sx={{ color: 'quiet', flex: 1 }}>
        {t('common.draft.goesOn', { when: formatMoment(at, language) })}
      </Typography>
      <Button size="small" variant="text" onClick={onDiscard}>
        {t('common.draft.discard')}
      </Button>
    </Box>
  );
}
