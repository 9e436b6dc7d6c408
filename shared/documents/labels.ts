import {
  LABEL_LAYOUTS,
  LABEL_LINE_HEIGHT,
  type LabelSheet,
  labelsOn,
  labelTypeSize,
} from '#shared/labels/label-sheet.ts';
import { PRINT_FONTS } from './print-style.ts';

/** Style of a document of labels: the paper has no margins, each label stands where it lies on the sheet. */
export const LABEL_STYLE = `
@page { size: A4; margin: 0; }
html { color-scheme: light; background: #ffffff; }
body { margin: 0; color: #111111; font: 400 10pt/${LABEL_LINE_HEIGHT} ${PRINT_FONTS}; font-synthesis: none; }
.sheet { position: relative; width: 210mm; height: 296.9mm; overflow: hidden; }
.sheet + .sheet { break-before: page; }
.label {
  position: absolute; box-sizing: border-box; overflow: hidden; display: flex; flex-direction: column;
  justify-content: center; overflow-wrap: anywhere;
}
.label p { margin: 0; unicode-bidi: isolate; }
.label p:first-child { font-weight: 600; }
`;

const place = (sheet: LabelSheet, at: number): string => {
  const { columns, left, top, pitch, width, height, padding } = LABEL_LAYOUTS[sheet];
  const x = left + (at % columns) * pitch;
  const y = top + Math.floor(at / columns) * height;
  return `left:${x.toFixed(2)}mm;top:${y.toFixed(2)}mm;width:${width}mm;height:${height}mm;padding:${padding.y}mm ${padding.x}mm`;
};

/**
 * Sheets of labels as HTML.
 * @param start Number of the first free label of the first sheet, from 1.
 * @param escape Makes text safe in HTML.
 */
export function labelSheets(
  sheet: LabelSheet,
  start: number,
  labels: readonly (readonly string[])[],
  escape: (text: string) => string,
): string {
  const each = labelsOn(sheet);
  const sheets: string[][] = [];
  labels.forEach((lines, index) => {
    const at = start - 1 + index;
    const page = (sheets[Math.floor(at / each)] ??= []);
    const words = lines.map((line) => `<p>${escape(line)}</p>`).join('');
    const size = labelTypeSize(sheet, lines);
    page.push(`<div class="label" style="${place(sheet, at % each)};font-size:${size}pt">${words}</div>`);
  });
  return sheets.map((page) => `<div class="sheet">${page.join('')}</div>`).join('');
}
