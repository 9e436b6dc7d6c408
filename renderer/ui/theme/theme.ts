import { createTheme, type Theme } from '@mui/material/styles';
import { csCZ, enUS, plPL, ruRU } from '@mui/material/locale';
import type { LineMark } from '#shared/domain/rich-text.ts';
import type { Language } from '#shared/domain/values.ts';
import { componentOverrides } from './components.ts';
import { COLORS, FONTS, MOTION_MS, SIZES, TYPE, WEIGHTS } from './tokens.ts';

export type ThemeMode = 'light' | 'dark';
export type Density = 'compact' | 'comfortable';

interface ExtraPalette {
  /** Behind everything. */
  paper: string;
  /** Lists, forms, sheets. */
  surface: string;
  /** Quiet separation. */
  line: string;
  /** Edge of what can be operated. */
  edge: string;
  /** Text of second rank. */
  quiet: string;
  /** The accent. */
  ink: string;
  hover: string;
  selected: string;
  highlight: string;
  marks: Readonly<Record<LineMark, string>>;
}

interface Layout {
  /** Height of a row of a list, pixels. */
  row: number;
}

declare module '@mui/material/styles' {
  interface Palette extends ExtraPalette {}
  interface PaletteOptions extends Partial<ExtraPalette> {}
  interface Theme {
    layout: Layout;
  }
  interface ThemeOptions {
    layout?: Layout;
  }
  interface TypographyVariants {
    note: React.CSSProperties;
  }
  interface TypographyVariantsOptions {
    note?: React.CSSProperties;
  }
}

declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides {
    note: true;
  }
}

const MUI_LOCALES = { en: enUS, cs: csCZ, pl: plPL, ru: ruRU } as const satisfies Record<Language, object>;

const px = (value: number): string => `${String(value)}px`;
const type = ({ size, line }: { readonly size: number; readonly line: number }, weight: number) => ({
  fontSize: px(size),
  lineHeight: px(line),
  fontWeight: weight,
  letterSpacing: '-0.005em',
});

const typography = {
  fontFamily: FONTS.text,
  fontSize: TYPE.list.size,
  fontWeightRegular: WEIGHTS.text,
  fontWeightMedium: WEIGHTS.medium,
  fontWeightBold: WEIGHTS.strong,
  h1: type(TYPE.title, WEIGHTS.strong),
  h2: type(TYPE.form, WEIGHTS.strong),
  h3: type(TYPE.list, WEIGHTS.strong),
  h4: type(TYPE.display, WEIGHTS.strong),
  h5: type(TYPE.title, WEIGHTS.strong),
  h6: type(TYPE.form, WEIGHTS.strong),
  subtitle1: type(TYPE.form, WEIGHTS.medium),
  subtitle2: type(TYPE.list, WEIGHTS.strong),
  body1: type(TYPE.form, WEIGHTS.text),
  body2: type(TYPE.list, WEIGHTS.text),
  button: { ...type(TYPE.list, WEIGHTS.medium), textTransform: 'none' as const },
  caption: type(TYPE.small, WEIGHTS.text),
  overline: { ...type(TYPE.small, WEIGHTS.strong), textTransform: 'none' as const },
  note: { fontFamily: FONTS.text, ...type(TYPE.note, WEIGHTS.text) },
};

/**
 * The look of the app. Colours and sizes come from `tokens.ts` and from nowhere else.
 * @param density Height of the rows of lists.
 * @param language Chooses MUI's own texts (close, clear, pagination).
 */
export function createAppTheme(mode: ThemeMode, density: Density, language: Language): Theme {
  const color = COLORS[mode];
  const accent = (main: string) => ({ main, light: main, dark: main, contrastText: color.onInk });
  return createTheme(
    {
      palette: {
        mode,
        primary: accent(color.ink),
        secondary: accent(color.quiet),
        error: accent(color.error),
        warning: accent(color.warning),
        success: accent(color.success),
        info: accent(color.ink),
        background: { default: color.page, paper: color.surface },
        text: { primary: color.text, secondary: color.quiet, disabled: color.quiet },
        action: { hover: color.hover, selected: color.selected, focus: color.hover, active: color.quiet },
        divider: color.line,
        paper: color.page,
        surface: color.surface,
        line: color.line,
        edge: color.edge,
        quiet: color.quiet,
        ink: color.ink,
        hover: color.hover,
        selected: color.selected,
        highlight: color.highlight,
        marks: color.marks,
      },
      layout: { row: SIZES.row[density] },
      spacing: SIZES.spacing,
      shape: { borderRadius: SIZES.radius },
      typography,
      transitions: {
        duration: {
          shortest: MOTION_MS,
          shorter: MOTION_MS,
          short: MOTION_MS,
          standard: MOTION_MS,
          complex: MOTION_MS,
          enteringScreen: MOTION_MS,
          leavingScreen: MOTION_MS,
        },
      },
      components: componentOverrides(color, SIZES.row[density]),
    },
    MUI_LOCALES[language],
  );
}
