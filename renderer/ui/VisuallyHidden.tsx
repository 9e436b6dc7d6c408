import Box from '@mui/material/Box';
import type { ReactElement, ReactNode } from 'react';

interface VisuallyHiddenProps {
  readonly children: ReactNode;
  readonly id?: string;
}

/** Text for screen readers alone. */
export const VisuallyHidden = ({ children, id }: VisuallyHiddenProps): ReactElement => (
  <Box
    component="span"
    {...(id !== undefined && { id })}
    sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }}
  >
    {children}
  </Box>
);
