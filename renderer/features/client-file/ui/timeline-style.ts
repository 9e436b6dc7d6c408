import type { SxProps, Theme } from '@mui/material/styles';

/** Height of a day before it was laid out, pixels. */
const ABOUT_A_DAY = '88px';

/** The look of the timeline's lines, once for all of them: a long file has thousands. */
export const timelineStyle: SxProps<Theme> = {
  px: 5,
  pb: 4,
  '& .day': { pt: 4, contentVisibility: 'auto', containIntrinsicSize: `auto ${ABOUT_A_DAY}` },
  '& .head': { pb: 1, borderBottom: 1, borderColor: 'line' },
  '& .planned .head': { color: 'ink' },
  '& ul': { listStyle: 'none', m: 0, p: 0 },
  '& .entry': {
    display: 'grid',
    gridTemplateColumns: '64px 148px minmax(0, 1fr)',
    columnGap: 3,
    py: '6px',
    typography: 'body2',
  },
  '& .time': { color: 'quiet', fontVariantNumeric: 'tabular-nums' },
  '& .kind': { color: 'quiet' },
  '& .what': { overflowWrap: 'anywhere' },
  '& .what a': {
    color: 'ink',
    textDecoration: 'none',
    '&:hover, &:focus-visible': { textDecoration: 'underline' },
  },
};
