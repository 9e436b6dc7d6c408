import Box from '@mui/material/Box';
import type { ReactElement, ReactNode, Ref } from 'react';

interface DeskProps {
  /** Name of what lies on it, for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
  /** Whether it is darker than what lies on it. */
  readonly shaded?: boolean;
  readonly ref?: Ref<HTMLDivElement>;
}

/** What a document lies on: it scrolls, and can have the focus. */
export const Desk = ({ label, children, shaded = false, ref }: DeskProps): ReactElement => (
  <Box
    ref={ref}
    component="section"
    aria-label={label}
    tabIndex={0}
    sx={{
      position: 'relative',
      flex: '1 1 auto',
      minHeight: 0,
      overflow: 'auto',
      bgcolor: shaded ? 'hover' : undefined,
      '&:focus-visible': { outlineOffset: '-2px' },
    }}
  >
    {children}
  </Box>
);

/** The line of what can be done with what lies on the desk. */
export const DeskBar = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <Box
    sx={{
      display: 'flex',
      flexWrap: 'wrap',
      gap: 3,
      alignItems: 'center',
      px: 5,
      py: 2,
      borderBottom: 1,
      borderColor: 'line',
    }}
  >
    {children}
  </Box>
);
