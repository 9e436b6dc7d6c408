import Box from '@mui/material/Box';
import Container from '@mui/material/Container';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useRef, type ReactNode } from 'react';

interface FrameProps {
  readonly title: string;
  /** Quiet line above the title. */
  readonly sign?: string;
  readonly children: ReactNode;
  /** Makes the frame a form: Enter submits it. */
  readonly onSubmit?: () => void;
}

/**
 * A closed vault's screen: one column, one thing to do, and nothing of any client. A screen that has no field to begin with
 * begins at its heading: keyboard and screen reader start where the news is.
 */
export function Frame({ title, sign, children, onSubmit }: FrameProps) {
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement?.closest('main') === null) heading.current?.focus({ preventScroll: true });
  }, []);
  const content = (
    <Stack spacing={6}>
      <Stack spacing={2}>
        {sign === undefined ? null : (
          <Typography variant="body2" sx={{ color: 'quiet' }}>
            {sign}
          </Typography>
        )}
        <Typography ref={heading} variant="h1" id={titleId} tabIndex={-1}>
          {title}
        </Typography>
      </Stack>
      {children}
    </Stack>
  );
  return (
    <Box component="main" sx={{ height: '100%', overflow: 'auto', bgcolor: 'background.default' }}>
      <Container maxWidth="sm" sx={{ py: 16 }}>
        {onSubmit === undefined ? (
          content
        ) : (
          <form
            noValidate
            aria-labelledby={titleId}
            onSubmit={(event) => {
              event.preventDefault();
              onSubmit();
            }}
          >
            {content}
          </form>
        )}
      </Container>
    </Box>
  );
}
