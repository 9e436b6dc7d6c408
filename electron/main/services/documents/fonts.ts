import latin from '@fontsource/inter/files/inter-latin-400-normal.woff2?inline';
import latinExt from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?inline';
import cyrillic from '@fontsource/inter/files/inter-cyrillic-400-normal.woff2?inline';
import cyrillicExt from '@fontsource/inter/files/inter-cyrillic-ext-400-normal.woff2?inline';
import latinBold from '@fontsource/inter/files/inter-latin-600-normal.woff2?inline';
import latinExtBold from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?inline';
import cyrillicBold from '@fontsource/inter/files/inter-cyrillic-600-normal.woff2?inline';
import cyrillicExtBold from '@fontsource/inter/files/inter-cyrillic-ext-600-normal.woff2?inline';
import latinItalic from '@fontsource/inter/files/inter-latin-400-italic.woff2?inline';
import latinExtItalic from '@fontsource/inter/files/inter-latin-ext-400-italic.woff2?inline';
import cyrillicItalic from '@fontsource/inter/files/inter-cyrillic-400-italic.woff2?inline';
import cyrillicExtItalic from '@fontsource/inter/files/inter-cyrillic-ext-400-italic.woff2?inline';
import latinBoldItalic from '@fontsource/inter/files/inter-latin-600-italic.woff2?inline';
import latinExtBoldItalic from '@fontsource/inter/files/inter-latin-ext-600-italic.woff2?inline';
import cyrillicBoldItalic from '@fontsource/inter/files/inter-cyrillic-600-italic.woff2?inline';
import cyrillicExtBoldItalic from '@fontsource/inter/files/inter-cyrillic-ext-600-italic.woff2?inline';
import type { FontFace } from '#shared/documents/html.ts';

/** Characters of each subset, as the font's own style sheet gives them. */
const RANGES = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  latinExt:
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  cyrillicExt: 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
} as const;

/**
 * Inter in the scripts the app prints, inside the page itself: the print window then loads nothing, and paper looks the
 * same on a machine that has no such font. One file a weight: of a variable font a PDF would hold drawings without a name.
 */
export const printFonts: readonly FontFace[] = [
  { style: 'normal', weight: 400, unicodeRange: RANGES.latin, url: latin },
  { style: 'normal', weight: 400, unicodeRange: RANGES.latinExt, url: latinExt },
  { style: 'normal', weight: 400, unicodeRange: RANGES.cyrillic, url: cyrillic },
  { style: 'normal', weight: 400, unicodeRange: RANGES.cyrillicExt, url: cyrillicExt },
  { style: 'normal', weight: 600, unicodeRange: RANGES.latin, url: latinBold },
  { style: 'normal', weight: 600, unicodeRange: RANGES.latinExt, url: latinExtBold },
  { style: 'normal', weight: 600, unicodeRange: RANGES.cyrillic, url: cyrillicBold },
  { style: 'normal', weight: 600, unicodeRange: RANGES.cyrillicExt, url: cyrillicExtBold },
  { style: 'italic', weight: 400, unicodeRange: RANGES.latin, url: latinItalic },
  { style: 'italic', weight: 400, unicodeRange: RANGES.latinExt, url: latinExtItalic },
  { style: 'italic', weight: 400, unicodeRange: RANGES.cyrillic, url: cyrillicItalic },
  { style: 'italic', weight: 400, unicodeRange: RANGES.cyrillicExt, url: cyrillicExtItalic },
  { style: 'italic', weight: 600, unicodeRange: RANGES.latin, url: latinBoldItalic },
  { style: 'italic', weight: 600, unicodeRange: RANGES.latinExt, url: latinExtBoldItalic },
  { style: 'italic', weight: 600, unicodeRange: RANGES.cyrillic, url: cyrillicBoldItalic },
  { style: 'italic', weight: 600, unicodeRange: RANGES.cyrillicExt, url: cyrillicExtBoldItalic },
];
