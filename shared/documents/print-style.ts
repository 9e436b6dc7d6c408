/** Look of documents on paper. The only place of print's sizes and colours. Lengths are CSS units of paper: pt and mm. */
const INK = '#1f4b7a';
const TEXT = '#111111';
const QUIET = '#4a4f56';
const HAIRLINE = '#b9b4a8';

const MARGIN = '20mm';
/** Part of the left margin that belongs to the text area, because Chromium paints nothing outside that: signs stand there. */
const SIGNS = '14mm';
/** The same at the right, so that a border at the edge of the text is painted in its full width. */
const EDGE = '1mm';

/** Fonts of everything on paper; a reader without Inter still gets a plain sans. */
export const PRINT_FONTS = `Inter, 'Helvetica Neue', Arial, sans-serif`;

const PAGE = `
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; color-scheme: light; background: #ffffff; }
body {
  margin: 0; padding: 0 ${EDGE} 0 ${SIGNS}; color: ${TEXT}; font: 400 10.5pt/14pt ${PRINT_FONTS};
  font-kerning: normal; font-synthesis: none; overflow-wrap: anywhere; orphans: 3; widows: 3;
}
p, li, td, th, dd, dt, blockquote, h1, h2, h3, h4 { white-space: pre-line; unicode-bidi: isolate; }
p { margin: 0 0 7pt; text-wrap: pretty; position: relative; }
b { font-weight: 600; }
code { font: 9.5pt/14pt 'DejaVu Sans Mono', Consolas, Menlo, monospace; }
.quiet { color: ${QUIET}; }
`;

const HEAD = `
header { border-bottom: 1.5pt solid ${INK}; padding-bottom: 8pt; margin-bottom: 16pt; break-inside: avoid; }
header p { margin: 0; font-size: 9pt; line-height: 12pt; color: ${QUIET}; }
header p:first-child { font-size: 12.5pt; line-height: 16pt; font-weight: 600; color: ${TEXT}; margin-bottom: 2pt; }
h1 { font-size: 17pt; line-height: 22pt; font-weight: 600; letter-spacing: -0.01em; margin: 0; text-wrap: balance; }
.plain h1 { padding-bottom: 6pt; border-bottom: 1.5pt solid ${INK}; }
.subtitle { color: ${QUIET}; margin: 3pt 0 0; }
.plain .subtitle { margin-top: 6pt; }
.title { margin-bottom: 13pt; break-inside: avoid; break-after: avoid; }
h2, h3, h4 { break-after: avoid; break-inside: avoid; text-wrap: balance; }
h2 { font-size: 12.5pt; line-height: 16pt; font-weight: 600; margin: 14pt 0 5pt; }
h3 { font-size: 10.5pt; line-height: 14pt; font-weight: 600; margin: 12pt 0 4pt; }
h4 { font-size: 10.5pt; line-height: 14pt; font-weight: 600; color: ${QUIET}; margin: 10pt 0 3pt; }
main > :first-child { margin-top: 0; }
`;

const BLOCKS = `
.signed { break-inside: avoid; }
.sign { position: absolute; right: 100%; width: 11.5mm; margin-right: 2.5mm; text-align: right; color: ${QUIET}; white-space: nowrap; }
blockquote { margin: 0 0 7pt; padding-left: 4mm; border-left: 1pt solid ${HAIRLINE}; color: ${QUIET}; }
ul, ol { margin: 0 0 7pt; padding-left: 6mm; }
li { margin-bottom: 3pt; break-inside: avoid; }
li > ul, li > ol { margin: 3pt 0 0; }
li::marker { color: ${QUIET}; font-variant-numeric: tabular-nums; }
li.checkable { list-style: none; position: relative; }
.box {
  position: absolute; left: -6mm; top: 2pt; width: 8pt; height: 8pt; border: 0.8pt solid ${TEXT}; border-radius: 1pt;
}
.box.checked::after {
  content: ''; position: absolute; left: 2.2pt; top: -0.6pt; width: 2.6pt; height: 6pt; transform: rotate(40deg);
  border: solid ${TEXT}; border-width: 0 1.2pt 1.2pt 0;
}
table { width: 100%; border-collapse: collapse; margin: 0 0 10pt; font-size: 9.5pt; line-height: 13pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 3.5pt 6pt 3.5pt 0; border-bottom: 0.5pt solid ${HAIRLINE}; font-variant-numeric: tabular-nums; }
th.end, td.end { text-align: right; white-space: nowrap; }
th:last-child, td:last-child { padding-right: 0; }
th { font-weight: 600; }
thead th { color: ${QUIET}; font-weight: 600; border-bottom: 0.8pt solid ${TEXT}; vertical-align: bottom; }
.facts { margin: 0 0 10pt; }
.facts div { display: grid; grid-template-columns: 42mm 1fr; column-gap: 5mm; break-inside: avoid; padding: 1.5pt 0; }
.facts dt { color: ${QUIET}; }
.facts dd { margin: 0; }
.code { display: flex; gap: 8mm; align-items: center; margin: 10pt 0; break-inside: avoid; }
.code figure { flex: none; margin: 0; border: 0.8pt solid ${TEXT}; }
.code svg { display: block; width: 36mm; height: 36mm; background: #ffffff; fill: #000000; }
.code figcaption { text-align: center; font-size: 9pt; line-height: 12pt; font-weight: 600; padding-bottom: 3pt; }
.code .facts { flex: 1; min-width: 0; margin: 0; }
hr { border: 0; border-top: 0.5pt solid ${HAIRLINE}; margin: 12pt 0; }
.signatures { display: flex; gap: 12mm; margin-top: 16pt; break-inside: avoid; }
.signatures div { flex: 1 1 0; min-width: 0; }
.signatures .space { height: 15mm; border-bottom: 0.8pt solid ${TEXT}; }
.signatures p { margin: 3pt 0 0; }
.signatures .date { display: flex; gap: 2mm; margin-top: 7mm; color: ${QUIET}; }
.signatures .date::after { content: ''; flex: 1; border-bottom: 0.5pt solid ${TEXT}; }
.words {
  display: grid; grid-template-columns: repeat(3, 1fr); gap: 3mm; margin: 8pt 0 12pt; padding: 0; list-style: none;
  break-inside: avoid;
}
.words li {
  display: flex; gap: 3mm; margin: 0; padding: 3mm; border: 0.5pt solid ${HAIRLINE}; border-radius: 1mm;
  font-size: 13pt; line-height: 16pt; font-weight: 600; letter-spacing: 0.02em;
}
.words .number { flex: none; width: 8mm; white-space: nowrap; color: ${QUIET}; font-weight: 400; text-align: right; font-variant-numeric: tabular-nums; }
.page-break { break-after: page; height: 0; }
`;

const MARGIN_TEXT = `font: 400 8pt/10pt ${PRINT_FONTS}; color: ${QUIET};`;

/** What the margins of every page say, each as a CSS `content` value. */
export interface RunningTexts {
  readonly head: string;
  readonly foot: string;
  readonly pages: string;
}

/** The style sheet of a document. Page one carries its own head, so the running head starts on page two. */
export const printStyle = ({ head, foot, pages }: RunningTexts): string => `
@page {
  size: A4; margin: ${MARGIN} calc(${MARGIN} - ${EDGE}) ${MARGIN} calc(${MARGIN} - ${SIGNS});
  @top-left { content: ${head}; ${MARGIN_TEXT} vertical-align: bottom; padding: 0 0 6mm ${SIGNS}; width: 100%; }
  @bottom-left { content: ${foot}; ${MARGIN_TEXT} vertical-align: top; padding: 6mm 0 0 ${SIGNS}; width: 75%; }
  @bottom-right { content: ${pages}; ${MARGIN_TEXT} vertical-align: top; padding: 6mm ${EDGE} 0 0; width: 25%; text-align: right; font-variant-numeric: tabular-nums; }
}
@page :first { @top-left { content: none; } }
${PAGE}${HEAD}${BLOCKS}`;
