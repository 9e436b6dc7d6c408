import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';

interface ScreenHeaderProps {
  readonly title: ReactNode;
  /** Quiet line under the title. */
  readonly meta?: ReactNode;
  /** Actions, at the right; at most one of them primary. */
  readonly children?: ReactNode;
}

/**
 * Head of a screen. When the screen appears the focus moves to its heading, unless the screen put it elsewhere, so that
 * keyboard and screen reader start where the news is.
 */
export function ScreenHeader({ title, meta, children }: ScreenHeaderProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const focused = document.activeElement;
    const elsewhere = focused?.closest('main, [aria-modal=true]') ?? null;
    if (elsewhere === null) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Box
      component="header"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, px: 6, pt: 4, pb: 3, alignItems: 'flex-start' }}
    >
      <Box sx={{ flex: '1 1 360px', minWidth: 0 }}>
        <Typography ref={heading} variant="h1" tabIndex={-1} sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {meta !== undefined && (
          <Box sx={{ typography: 'body2', color: 'quiet', display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
            {meta}
          </Box>
        )}
      </Box>
      {children !== undefined && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>{children}</Box>
      )}
    </Box>
  );
}
