import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactElement, type ReactNode, useId } from 'react';

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A titled part of the column beside the sheet. */
export function Part({ title, children }: PartProps): ReactElement {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 1 }}>
      <Typography id={id} variant="h3" component="h2" sx={{ color: 'quiet' }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}
