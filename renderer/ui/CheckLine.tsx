import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import type { ReactElement, ReactNode } from 'react';
import { Writes } from './read-only/index.ts';

interface CheckLineProps {
  readonly checked: boolean;
  /** What is ticked off; also the name of the box. */
  readonly title: string;
  readonly onToggle: (checked: boolean) => void;
  /** In place of the plain title, for example a link with the same words. */
  readonly children?: ReactNode;
  /** At the right: who, when. */
  readonly meta?: ReactNode;
}

/** A line that can be ticked off. Stays where it is when it is, so that the eye and the focus stay too. */
export const CheckLine = ({ checked, title, onToggle, children, meta }: CheckLineProps): ReactElement => (
  <Box
    component="li"
    sx={{
      display: 'flex',
      alignItems: 'center',
      gap: 2,
      minHeight: (theme) => theme.layout.row,
      borderBottom: 1,
      borderColor: 'line',
      typography: 'body2',
      '&:last-of-type': { borderBottom: 0 },
    }}
  >
    <Writes>
      <Checkbox
        checked={checked}
        onChange={(event) => onToggle(event.target.checked)}
        slotProps={{ input: { 'aria-label': title } }}
      />
    </Writes>
    <Box
      sx={{
        flex: '1 1 auto',
        minWidth: 0,
        overflowWrap: 'anywhere',
        py: 1,
        ...(checked && { textDecoration: 'line-through', color: 'quiet' }),
      }}
    >
      {children ?? title}
    </Box>
    <Box
      sx={{
        display: 'flex',
        gap: 3,
        alignItems: 'center',
        color: 'quiet',
        whiteSpace: 'nowrap',
        fontVariantNumeric: 'tabular-nums',
      }}
    >
      {meta}
    </Box>
  </Box>
);
