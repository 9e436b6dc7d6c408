export { createAppTheme, type Density, type ThemeMode } from './theme.ts';
export { COLORS, FONTS, MOTION_MS, NOTE_MEASURE, SIZES, TYPE, WEIGHTS } from './tokens.ts';
