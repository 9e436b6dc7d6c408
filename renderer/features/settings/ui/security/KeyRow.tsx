import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement, ReactNode } from 'react';

interface KeyRowProps {
  readonly title: string;
  /** Since when it holds, in words. */
  readonly since: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** One of the things that guard the vault: what it is, how old, and what can be done. */
export function KeyRow({ title, since, text, children }: KeyRowProps): ReactElement {
  return (
    <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
      <Typography variant="h3">{title}</Typography>
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {since}
      </Typography>
      <Typography>{text}</Typography>
      {children}
    </Box>
  );
}
