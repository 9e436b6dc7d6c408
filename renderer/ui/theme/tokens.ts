import type { LineMark } from '#shared/domain/rich-text.ts';

/** Every colour of one mode. Texts stand on `page`, `surface`, `hover` and `selected` with a contrast of at least 4.5:1. */
export interface ColorTokens {
  /** Behind everything: paper. */
  readonly page: string;
  /** Lists, forms, sheets. */
  readonly surface: string;
  readonly hover: string;
  readonly selected: string;
  /** Quiet separation: between rows, panes. */
  readonly line: string;
  /** Edge of what can be operated: fields, check boxes. At least 3:1. */
  readonly edge: string;
  readonly text: string;
  readonly quiet: string;
  /** The accent: links, the primary action, focus. */
  readonly ink: string;
  /** Text on a field filled with ink. */
  readonly onInk: string;
  readonly error: string;
  readonly warning: string;
  readonly success: string;
  /** Found words and other highlights; text stands on it. */
  readonly highlight: string;
  readonly shadow: string;
  readonly backdrop: string;
  readonly marks: Readonly<Record<LineMark, string>>;
}

export const COLORS = {
  light: {
    page: '#faf9f6',
    surface: '#ffffff',
    hover: '#f3f1eb',
    selected: '#e6edf5',
    line: '#e4e1d9',
    edge: '#8a8880',
    text: '#1f2328',
    quiet: '#5b6068',
    ink: '#1f4b7a',
    onInk: '#ffffff',
    error: '#a3262a',
    warning: '#7d4606',
    success: '#1d6440',
    highlight: '#fbeeb8',
    shadow: 'rgba(31, 35, 40, 0.18)',
    backdrop: 'rgba(31, 35, 40, 0.32)',
    marks: {
      decision: '#1d6440',
      task: '#7d4606',
      requirement: '#5a3d8a',
      question: '#0b5f6b',
      forClient: '#1f4b7a',
      internal: '#5b6068',
      sensitive: '#a3262a',
    },
  },
  dark: {
    page: '#16181b',
    surface: '#1d2024',
    hover: '#24282d',
    selected: '#24303f',
    line: '#2e3238',
    edge: '#747a82',
    text: '#e6e3dc',
    quiet: '#9aa0a8',
    ink: '#8ab4e8',
    onInk: '#10161d',
    error: '#f0908c',
    warning: '#e0ab6b',
    success: '#7cc79a',
    highlight: '#4a3f12',
    shadow: 'rgba(0, 0, 0, 0.6)',
    backdrop: 'rgba(0, 0, 0, 0.5)',
    marks: {
      decision: '#7cc79a',
      task: '#e0ab6b',
      requirement: '#bda4e8',
      question: '#6fc3cf',
      forClient: '#8ab4e8',
      internal: '#9aa0a8',
      sensitive: '#f0908c',
    },
  },
} as const satisfies Record<'light' | 'dark', ColorTokens>;

/** Font families. Inter is bundled; the rest is what every system has, for glyphs that Inter lacks. */
export const FONTS = {
  text: "'Inter Variable', 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', sans-serif",
  mono: "ui-monospace, 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', monospace",
} as const;

/** Font size and line height, pixels. */
export const TYPE = {
  small: { size: 12, line: 16 },
  list: { size: 13, line: 20 },
  form: { size: 15, line: 22 },
  note: { size: 17, line: 28 },
  title: { size: 20, line: 28 },
  display: { size: 26, line: 34 },
} as const;

/** Font weights. Headings differ by weight and space, not by size. */
export const WEIGHTS = { text: 400, medium: 500, strong: 600 } as const;

/** Sizes, pixels; `spacing` is the grid that all distances are multiples of. */
export const SIZES = {
  spacing: 4,
  radius: 4,
  focusRing: 2,
  row: { compact: 32, comfortable: 40 },
  titleBar: 40,
  statusBar: 28,
  rail: 176,
} as const;

/** Line length of notes, in widths of the digit 0, which is wider than letters are: 62 to 76 characters of running text. */
export const NOTE_MEASURE = '56ch';

/** Longest motion, milliseconds. None when the system asks for less. */
export const MOTION_MS = 100;
