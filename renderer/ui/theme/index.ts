export { createAppTheme } from './theme.ts';
export { NOTE_MEASURE, SIZES } from './tokens.ts';
