import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonWords, strengthWords } from '#renderer/operations/duplicates/words.ts';
import type { Resemblance } from '#shared/duplicates/compare.ts';

interface PairFrameProps {
  readonly pair: Pick<Resemblance, 'reasons' | 'score'>;
  readonly one: ReactNode;
  readonly other: ReactNode;
  /** What can be done. */
  readonly children: ReactNode;
}

/** Two that look like one, side by side: what they say, why, and what can be done. */
export function PairFrame({ pair, one, other, children }: PairFrameProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr) auto' },
        columnGap: 5,
        rowGap: 1,
        px: 6,
        py: 3,
        borderTop: 1,
        borderColor: 'line',
        alignItems: 'start',
      }}
    >
      {one}
      {other}
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2">{strengthWords(pair, t)}</Typography>
        <Typography variant="body2" sx={{ color: 'quiet', overflowWrap: 'anywhere' }}>
          {reasonWords(pair, t)}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>{children}</Box>
    </Box>
  );
}
