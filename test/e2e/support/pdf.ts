import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What a PDF holds, as Poppler's tools read it: an independent reader, not the library that shows the preview. */
export interface PdfFacts {
  readonly text: string;
  readonly pages: number;
  readonly tagged: boolean;
  readonly fonts: string;
}

/** Reads a PDF file. Text in reading order, lines kept. */
export function readPdf(file: string): PdfFacts {
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  return {
    text: execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }),
    pages: Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]),
    tagged: /^Tagged:\s+yes/m.test(info),
    fonts: execFileSync('pdffonts', [file], { encoding: 'utf8' }),
  };
}

/** Draws the first page of a PDF beside it and answers the picture's path; proves that it can be drawn at all. */
export function drawPdf(file: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const picture = join(folder, basename(file, '.pdf'));
  execFileSync('pdftoppm', ['-png', '-r', '80', '-f', '1', '-l', '1', '-singlefile', file, picture]);
  if (!existsSync(`${picture}.png`)) throw new Error(`${file} could not be drawn`);
  return `${picture}.png`;
}
