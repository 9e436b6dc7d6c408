import type { SxProps, Theme } from '@mui/material/styles';
import type { ShownColumn } from '#shared/domain/register-view.ts';

/** Height of the register's head, pixels. */
export const HEAD_HEIGHT = 29;
/** Between two columns, and at both ends of a line, pixels. */
const GAP = 12;
const EDGE = 24;

/** The columns as CSS: the last takes what is left over. */
export const gridColumns = (columns: readonly ShownColumn[]): string =>
  columns
    .map(({ width }, index) =>
      index === columns.length - 1 ? `minmax(${String(width)}px, 1fr)` : `${String(width)}px`,
    )
    .join(' ');

/** What the columns need at least, pixels. */
export const leastWidth = (columns: readonly ShownColumn[]): number =>
  columns.reduce((sum, { width }) => sum + width, 0) + GAP * (columns.length - 1) + 2 * EDGE;

/**
 * The look of the register's lines, once for all of them: a class a line is what makes ten thousand scroll smoothly.
 * The widths come from the variables `--columns` and `--least`.
 */
export const registerStyle: SxProps<Theme> = {
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  contain: 'strict',
  '&:focus-visible': { outlineOffset: -2 },
  '& .line': {
    display: 'grid',
    gridTemplateColumns: 'var(--columns)',
    alignItems: 'center',
    columnGap: `${String(GAP)}px`,
    px: `${String(EDGE)}px`,
    minWidth: 'var(--least)',
  },
  '& .heads': {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: HEAD_HEIGHT,
    minWidth: 'var(--least)',
    bgcolor: 'paper',
    borderBottom: 1,
    borderColor: 'line',
  },
  '& .head': {
    position: 'relative',
    minWidth: 0,
    '&.dragged': { opacity: 0.5 },
    '&.left': { boxShadow: (theme: Theme) => `-2px 0 ${theme.palette.ink}` },
    '&.right': { boxShadow: (theme: Theme) => `2px 0 ${theme.palette.ink}` },
  },
  '& .sort': {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    p: 0,
    m: 0,
    border: 0,
    bgcolor: 'transparent',
    cursor: 'pointer',
    typography: 'body2',
    minHeight: 28,
    maxWidth: '100%',
    color: 'quiet',
    fontWeight: 'fontWeightMedium',
    '&:hover': { color: 'text.primary' },
  },
  '& .sorted > .sort': { color: 'text.primary' },
  '& .order': { ml: 1, whiteSpace: 'nowrap' },
  '& .edge': {
    position: 'absolute',
    insetBlock: 0,
    right: -10,
    width: 9,
    cursor: 'col-resize',
    touchAction: 'none',
    borderRight: 1,
    borderColor: 'transparent',
    '&:hover, &:active': { borderColor: 'ink' },
  },
  '& .client': {
    position: 'absolute',
    insetInline: 0,
    cursor: 'default',
    borderBottom: 1,
    borderColor: 'line',
    '&:hover': { bgcolor: 'hover' },
    '&.chosen, &.active': { bgcolor: 'selected' },
    '&.active': { boxShadow: (theme: Theme) => `inset 2px 0 ${theme.palette.ink}` },
  },
  '& .cell': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& .name': { fontWeight: 'fontWeightMedium' },
  '& .quiet': { color: 'quiet' },
  '& .overdue': { color: 'error.main', fontWeight: 'fontWeightBold' },
  '& .tick': {
    m: 0,
    mr: '10px',
    width: 14,
    height: 14,
    verticalAlign: '-2px',
    accentColor: (theme: Theme) => theme.palette.ink,
  },
  '& .sample': {
    ml: 2,
    px: '6px',
    border: 1,
    borderColor: 'line',
    borderRadius: 1,
    typography: 'caption',
    color: 'quiet',
  },
  '& .unseen': { position: 'absolute', clipPath: 'inset(50%)' },
};
