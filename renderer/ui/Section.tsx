import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactElement, type ReactNode, useId } from 'react';
import { Writes } from './read-only/index.ts';

interface SectionProps {
  readonly title: string;
  /** What this is about, in a sentence. */
  readonly text?: string;
  /** Every choice in it changes the vault. */
  readonly writes?: boolean;
  readonly children: ReactNode;
}

/** A titled part of the settings: what it is about at the left, the choices at the right. */
export function Section({ title, text, writes = false, children }: SectionProps): ReactElement {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: '240px minmax(0, 640px)' },
        columnGap: 8,
        rowGap: 3,
        py: 5,
        borderTop: 1,
        borderColor: 'line',
      }}
    >
      <Box>
        <Typography id={id} variant="h2">
          {title}
        </Typography>
        {text !== undefined && (
          <Typography variant="body2" sx={{ color: 'quiet', mt: 1 }}>
            {text}
          </Typography>
        )}
      </Box>
      <Box sx={{ display: 'grid', gap: 4, alignContent: 'start' }}>
        {writes ? <Writes>{children}</Writes> : children}
      </Box>
    </Box>
  );
}
