import { openPdf } from './pdf.ts';

/** How much of a PDF is read: pages, signs (UTF-16 units), milliseconds. */
export interface PdfLimits {
  readonly pages: number;
  readonly signs: number;
  readonly ms: number;
}

/** The text of a PDF, line by line, as far as the limits let it be read. Its scripts do not run. Rejects when it does not open. */
export async function pdfLines(bytes: Uint8Array, limits: PdfLimits): Promise<readonly string[]> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), limits.ms);
  const lines: string[] = [];
  let signs = 0;
  try {
    const pdf = await openPdf(bytes, control.signal);
    const close = (): void => pdf.close();
    control.signal.addEventListener('abort', close, { once: true });
    try {
      for (const page of pdf.pages.slice(0, limits.pages)) {
        const { items } = await page.getTextContent();
        let line = '';
        for (const item of items) {
          if (!('str' in item)) continue;
          line += item.str;
          signs += item.str.length;
          if (!item.hasEOL) continue;
          lines.push(line);
          line = '';
        }
        lines.push(line);
        page.cleanup();
        if (signs > limits.signs || control.signal.aborted) break;
      }
    } finally {
      close();
    }
  } finally {
    clearTimeout(timer);
  }
  return lines;
}
