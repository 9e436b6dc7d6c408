import Box from '@mui/material/Box';
import { type ReactElement, useMemo } from 'react';
import { numbered } from '../../model/numbered.ts';

/** Lines that are laid out together. */
const LINES = 80;
/** Height of such a piece before it was laid out, pixels. */
const ABOUT = LINES * 24;

/** A text of any length: only what is near the place in sight is laid out. */
export function LongText({ text }: { readonly text: string }): ReactElement {
  const pieces = useMemo(() => {
    const lines = text.split('\n');
    return Array.from({ length: Math.ceil(lines.length / LINES) }, (_, index) =>
      lines.slice(index * LINES, (index + 1) * LINES).join('\n'),
    );
  }, [text]);
  return (
    <Box
      dir="auto"
      sx={{
        maxWidth: '96ch',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        tabSize: 4,
        '& > div': { contentVisibility: 'auto', containIntrinsicSize: `auto ${String(ABOUT)}px` },
      }}
    >
      {numbered(pieces).map(({ at, value }) => (
        <div key={at}>{value === '' ? '\u00A0' : value}</div>
      ))}
    </Box>
  );
}
