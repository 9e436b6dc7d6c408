import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement, ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  /** What belongs here. */
  readonly text: string;
  /** The one thing that starts it. */
  readonly action?: ReactNode;
}

/** Stands where a list has nothing to show: says what belongs here and how it gets here. */
export const EmptyState = ({ title, text, action }: EmptyStateProps): ReactElement => (
  <Box sx={{ px: 6, py: 8, maxWidth: 'calc(66ch + 48px)' }}>
    <Typography variant="h2" component="p">
      {title}
    </Typography>
    <Typography sx={{ mt: 1, color: 'quiet' }}>{text}</Typography>
    {action !== undefined && <Box sx={{ mt: 4, display: 'flex', gap: 2 }}>{action}</Box>}
  </Box>
);
