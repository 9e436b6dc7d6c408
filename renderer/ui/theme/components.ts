import type { Components, Theme } from '@mui/material/styles';
import { type ColorTokens, SIZES, TYPE, WEIGHTS } from './tokens.ts';

type Overrides = Components<Omit<Theme, 'components'>>;

const px = (value: number): string => `${String(value)}px`;

/** Everything that can have the focus shows it in the same way. */
const focusRing = (color: ColorTokens, offset: number) => ({
  outline: `${px(SIZES.focusRing)} solid ${color.ink}`,
  outlineOffset: px(offset),
});

const baseline = (color: ColorTokens) => ({
  '*, *::before, *::after': { boxSizing: 'border-box' as const },
  'html, body, #root': { height: '100%' },
  body: {
    fontSize: px(TYPE.list.size),
    lineHeight: px(TYPE.list.line),
    fontFeatureSettings: "'cv05', 'ss03'",
    overflow: 'hidden',
  },
  a: { color: color.ink },
  ':focus-visible': focusRing(color, 1),
  'h1:focus, h1:focus-visible, h2:focus, h2:focus-visible, main:focus, main:focus-visible': {
    outline: 'none',
  },
  '::selection': { backgroundColor: color.selected, color: color.text },
  '*': { scrollbarWidth: 'thin', scrollbarColor: `${color.edge} transparent` },
  kbd: { fontFamily: 'inherit' },
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': {
      animationDuration: '0.01ms !important',
      animationIterationCount: '1 !important',
      transitionDuration: '0.01ms !important',
      scrollBehavior: 'auto !important',
    },
  },
});

const buttons = (color: ColorTokens): Overrides => ({
  MuiButtonBase: {
    defaultProps: { disableRipple: true, disableTouchRipple: true },
    styleOverrides: { root: { '&.Mui-focusVisible': focusRing(color, 1) } },
  },
  MuiButton: {
    defaultProps: { disableElevation: true, size: 'small', variant: 'outlined', color: 'inherit' },
    styleOverrides: {
      root: {
        minHeight: px(32),
        minWidth: 0,
        padding: '4px 12px',
        gap: '8px',
        whiteSpace: 'nowrap',
        lineHeight: px(TYPE.list.line),
        fontSize: px(TYPE.list.size),
        '&.Mui-disabled': { color: color.quiet, opacity: 0.7 },
      },
      outlined: {
        borderColor: color.line,
        backgroundColor: color.surface,
        '&:hover': { borderColor: color.edge, backgroundColor: color.hover },
      },
      text: { padding: '4px 8px', '&:hover': { backgroundColor: color.hover } },
      contained: { '&:hover': { filter: 'brightness(1.12)' } },
    },
  },
  MuiIconButton: {
    defaultProps: { size: 'small' },
    styleOverrides: { root: { borderRadius: px(SIZES.radius), minWidth: px(28), minHeight: px(28) } },
  },
  MuiToggleButton: {
    styleOverrides: {
      root: {
        minHeight: px(32),
        padding: '4px 12px',
        textTransform: 'none',
        borderColor: color.line,
        color: color.quiet,
        fontSize: px(TYPE.list.size),
        lineHeight: px(TYPE.list.line),
        '&.Mui-selected': { backgroundColor: color.selected, color: color.text },
      },
    },
  },
});

const fields = (color: ColorTokens): Overrides => ({
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: {
      root: {
        position: 'static',
        transform: 'none',
        marginBottom: '4px',
        maxWidth: '100%',
        fontSize: px(TYPE.list.size),
        lineHeight: px(TYPE.list.line),
        color: color.quiet,
        whiteSpace: 'normal',
        '&.Mui-focused': { color: color.ink },
      },
    },
  },
  MuiOutlinedInput: {
    styleOverrides: {
      root: {
        backgroundColor: color.surface,
        fontSize: px(TYPE.form.size),
        lineHeight: px(TYPE.form.line),
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: color.text },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: color.ink, borderWidth: '2px' },
      },
      input: { padding: '5px 10px', height: px(TYPE.form.line) },
      multiline: { padding: '5px 10px', '& textarea': { padding: 0, height: 'auto' } },
      notchedOutline: { top: 0, borderColor: color.edge, '& legend': { display: 'none' } },
    },
  },
  MuiInputBase: {
    // Chromium would offer names typed into other files, and keep them outside the vault.
    defaultProps: { autoComplete: 'off' },
    styleOverrides: { input: { '&::placeholder': { color: color.quiet, opacity: 1 } } },
  },
  MuiFormHelperText: {
    styleOverrides: { root: { marginLeft: 0, marginRight: 0, fontSize: px(TYPE.small.size) } },
  },
  MuiFormControlLabel: {
    styleOverrides: { root: { marginLeft: '-4px' }, label: { fontSize: px(TYPE.form.size) } },
  },
  MuiCheckbox: {
    defaultProps: { size: 'small' },
    styleOverrides: {
      root: {
        padding: '4px',
        borderRadius: px(SIZES.radius),
        color: color.edge,
        '&:has(:focus-visible)': focusRing(color, -2),
      },
    },
  },
  MuiRadio: {
    defaultProps: { size: 'small' },
    styleOverrides: {
      root: { padding: '4px', color: color.edge, '&:has(:focus-visible)': focusRing(color, -2) },
    },
  },
  MuiSwitch: { defaultProps: { size: 'small' } },
  MuiLinearProgress: { styleOverrides: { root: { backgroundColor: color.line } } },
});

const surfaces = (color: ColorTokens): Overrides => {
  const raised = {
    border: `1px solid ${color.line}`,
    boxShadow: `0 6px 24px ${color.shadow}`,
    backgroundImage: 'none',
  };
  return {
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none', boxShadow: 'none' } },
    },
    MuiDialog: { styleOverrides: { paper: raised } },
    MuiDialogTitle: {
      styleOverrides: {
        root: {
          padding: '16px 20px 8px',
          fontSize: px(TYPE.form.size),
          lineHeight: px(TYPE.form.line),
          fontWeight: WEIGHTS.strong,
        },
      },
    },
    MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px 16px' } } },
    MuiDialogActions: {
      styleOverrides: { root: { padding: '12px 20px', borderTop: `1px solid ${color.line}` } },
    },
    MuiPopover: { styleOverrides: { paper: raised } },
    MuiMenu: { styleOverrides: { paper: raised } },
    MuiAutocomplete: {
      styleOverrides: {
        // As high as the fields beside it.
        inputRoot: {
          '&.MuiOutlinedInput-root.MuiInputBase-sizeSmall': {
            paddingTop: '2px',
            paddingBottom: '2px',
            paddingLeft: '4px',
            '& .MuiAutocomplete-input': { padding: '3px 6px' },
          },
        },
        paper: raised,
        listbox: { fontSize: px(TYPE.list.size) },
      },
    },
    MuiBackdrop: {
      styleOverrides: {
        root: {
          backgroundColor: color.backdrop,
          '&.MuiBackdrop-invisible': { backgroundColor: 'transparent' },
        },
      },
    },
    MuiTooltip: {
      defaultProps: { enterDelay: 500, disableInteractive: true },
      styleOverrides: {
        tooltip: { backgroundColor: color.text, color: color.page, fontSize: px(TYPE.small.size) },
      },
    },
    MuiAlert: {
      defaultProps: { icon: false, variant: 'outlined' },
      styleOverrides: {
        root: {
          color: color.text,
          backgroundColor: color.surface,
          borderLeftWidth: '4px',
          padding: '4px 16px',
          fontSize: px(TYPE.form.size),
        },
      },
    },
  };
};

const tabs = (color: ColorTokens, row: number): Overrides => ({
  MuiTabs: {
    styleOverrides: {
      root: { minHeight: px(row), overflow: 'visible' },
      indicator: { display: 'none' },
      scroller: { overflow: 'visible !important' },
      list: { gap: '2px', alignItems: 'flex-end', borderBottom: `1px solid ${color.line}` },
    },
  },
  MuiTab: {
    styleOverrides: {
      root: {
        // An index tab: stands on the line of the page it opens, and the open one has no line under it.
        minHeight: px(row),
        minWidth: 0,
        maxWidth: 'none',
        padding: '4px 14px',
        flexDirection: 'row',
        gap: '6px',
        textTransform: 'none',
        color: color.quiet,
        border: '1px solid transparent',
        borderBottomColor: color.line,
        borderRadius: `${px(SIZES.radius)} ${px(SIZES.radius)} 0 0`,
        marginBottom: '-1px',
        '&:hover': { color: color.text, backgroundColor: color.hover },
        '&.Mui-selected': {
          color: color.text,
          fontWeight: WEIGHTS.strong,
          backgroundColor: color.surface,
          borderColor: color.line,
          borderBottomColor: color.surface,
        },
        '&.Mui-focusVisible': focusRing(color, -2),
      },
    },
  },
});

const lists = (color: ColorTokens, row: number): Overrides => ({
  MuiMenuItem: {
    styleOverrides: {
      root: {
        minHeight: px(row),
        paddingTop: 0,
        paddingBottom: 0,
        fontSize: px(TYPE.list.size),
        '&.Mui-focusVisible': { backgroundColor: color.selected, outline: 'none' },
        '&.Mui-selected, &.Mui-selected:hover, &.Mui-selected.Mui-focusVisible': {
          backgroundColor: color.selected,
        },
      },
    },
  },
  MuiTableCell: {
    styleOverrides: {
      root: {
        height: px(row),
        padding: '0 12px',
        fontSize: px(TYPE.list.size),
        lineHeight: px(TYPE.list.line),
        borderBottomColor: color.line,
        fontVariantNumeric: 'tabular-nums',
      },
      head: { color: color.quiet, fontWeight: WEIGHTS.medium, backgroundColor: color.page },
    },
  },
  MuiTableRow: {
    styleOverrides: {
      root: { '&:last-child > td, &:last-child > th[scope=row]': { borderBottom: 0 } },
    },
  },
  MuiChip: {
    defaultProps: { size: 'small', variant: 'outlined' },
    styleOverrides: {
      root: {
        height: px(20),
        borderRadius: px(SIZES.radius),
        borderColor: color.line,
        color: color.quiet,
        fontSize: px(TYPE.small.size),
      },
      label: { padding: '0 6px' },
    },
  },
  MuiListItemButton: {
    styleOverrides: { root: { minHeight: px(row), paddingTop: 0, paddingBottom: 0 } },
  },
});

/** How each MUI component looks here: borders and no shadows, small radius, dense rows, a visible focus. */
export const componentOverrides = (color: ColorTokens, row: number): Overrides => ({
  MuiCssBaseline: { styleOverrides: baseline(color) },
  ...buttons(color),
  ...fields(color),
  ...surfaces(color),
  ...tabs(color, row),
  ...lists(color, row),
});
