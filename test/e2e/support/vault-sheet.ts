import type { TFunction } from 'i18next';
import { readPdf } from './pdf.ts';

/** The words of a recovery sheet, read from the PDF as a person would from paper. */
export function wordsOnSheet(file: string, t: TFunction): readonly string[] {
  const [, afterHeading = ''] = readPdf(file).text.split(t('setup.sheet.wordsHeading'));
  const [list = ''] = afterHeading.split(t('setup.sheet.useHeading'));
  const found = [...list.matchAll(/(?:^|\s)(\d{1,2})[.\s]\s*([a-z]{3,8})(?=\s|$)/gm)];
  return found.toSorted((a, b) => Number(a[1]) - Number(b[1])).map(([, , word]) => word ?? '');
}
