import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { type Range, rangesText } from '#renderer/lib/ranges.ts';
import { Frame } from '#renderer/ui/Frame.tsx';

interface GapsProps {
  /** How many changes cannot be read. */
  readonly changes: number;
  /** Their numbers in the journal. */
  readonly lost: readonly Range[];
  /** Folder of the journal. */
  readonly folder: string;
  readonly onRetry: () => void;
  /** Opens with all the rest. */
  readonly onAccept: () => void;
}

/** Says which changes damage took, and lets the user choose: bring a backup first, or open with all the rest. */
export function Gaps({ changes, lost, folder, onRetry, onAccept }: GapsProps) {
  const { t } = useTranslation();
  const retry = t('common.retry');
  return (
    <Frame title={t('unlock.gaps.title')}>
      <Stack spacing={3} role="alert">
        <Typography>{t('unlock.gaps.happened', { count: changes })}</Typography>
        <Typography>{t('unlock.gaps.entries', { count: changes, entries: rangesText(lost) })}</Typography>
        <Typography>{t('unlock.gaps.kept')}</Typography>
        <Typography sx={{ overflowWrap: 'anywhere', userSelect: 'all', fontWeight: 'fontWeightBold' }}>
          {folder}
        </Typography>
        <Typography>{t('unlock.gaps.todo', { retry })}</Typography>
      </Stack>
      <Stack direction="row" spacing={3} sx={{ justifyContent: 'space-between', flexWrap: 'wrap' }}>
        <Button variant="text" onClick={onAccept} sx={{ ml: -2 }}>
          {t('unlock.gaps.accept')}
        </Button>
        <Button variant="contained" color="primary" onClick={onRetry}>
          {retry}
        </Button>
      </Stack>
    </Frame>
  );
}
