import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactElement, type ReactNode, useId } from 'react';
import { Writes } from '#renderer/ui/read-only/index.ts';

interface PartProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** A titled part of a tab: its fields stand on six columns. */
export function Part({ title, text, children }: PartProps): ReactElement {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ px: 5, py: 4, borderTop: 1, borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}
    >
      <Typography id={id} variant="h2" sx={{ mb: text === undefined ? 3 : 1 }}>
        {title}
      </Typography>
      {text !== undefined && (
        <Typography variant="body2" sx={{ color: 'quiet', mb: 3 }}>
          {text}
        </Typography>
      )}
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
          gap: 3,
          alignItems: 'start',
        }}
      >
        <Writes>{children}</Writes>
      </Box>
    </Box>
  );
}
