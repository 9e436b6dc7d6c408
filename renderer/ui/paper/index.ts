export { PdfPages } from './PdfPages.tsx';
export { openPdf, type Pdf, PdfLockedError } from './pdf.ts';
export { percentOf, stepZoom, type Zoom } from './zoom.ts';
