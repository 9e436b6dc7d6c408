import type { SxProps, Theme } from '@mui/material/styles';

/** Height of the heads of the stages, of a card, and of a card with the space below it; pixels. */
export const BOARD_HEAD = 36;
const CARD_HEIGHT = 60;
export const CARD_SLOT = CARD_HEIGHT + 8;
const STAGE_WIDTH = 196;

/** The look of the board, once for all cards. */
export const boardStyle: SxProps<Theme> = {
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  contain: 'strict',
  '&:focus-visible': { outlineOffset: -2 },
  '& .stages': {
    display: 'flex',
    gap: 3,
    px: 6,
    pb: 4,
    width: 'max-content',
    minWidth: '100%',
    minHeight: '100%',
  },
  '& .stage': {
    position: 'relative',
    flex: `1 0 ${String(STAGE_WIDTH)}px`,
    borderTop: 2,
    borderColor: 'line',
    '&.over': { borderColor: 'ink', bgcolor: 'hover' },
  },
  '& .head': {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    height: BOARD_HEAD,
    px: 1,
    bgcolor: 'paper',
  },
  '& .card': {
    position: 'absolute',
    top: 0,
    insetInline: 0,
    height: CARD_HEIGHT,
    px: 3,
    py: 2,
    border: 1,
    borderColor: 'line',
    borderRadius: 1,
    bgcolor: 'surface',
    cursor: 'default',
    '&:hover': { bgcolor: 'hover' },
    '&.chosen, &.active': { bgcolor: 'selected' },
    '&.active': { borderColor: 'ink', boxShadow: (theme: Theme) => `inset 2px 0 ${theme.palette.ink}` },
    '&.dragging': { opacity: 0.5 },
  },
  '& .name': {
    fontWeight: 'fontWeightMedium',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& .facts': {
    display: 'flex',
    justifyContent: 'space-between',
    gap: 2,
    typography: 'caption',
    mt: '2px',
    whiteSpace: 'nowrap',
    '& span': { overflow: 'hidden', textOverflow: 'ellipsis' },
  },
  '& .quiet': { color: 'quiet' },
  '& .overdue': { color: 'error.main', fontWeight: 'fontWeightBold' },
  '& .unseen': { position: 'absolute', clipPath: 'inset(50%)' },
};
