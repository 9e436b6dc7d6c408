import type { TFunction } from 'i18next';
import type { Cell } from '#renderer/worker/import/workbook.ts';
import type { Language } from '#shared/domain/values.ts';
import { formatDay } from '#shared/i18n/format.ts';

/** What a cell of a workbook holds, as it is read in a language. */
export function cellText(cell: Cell, t: TFunction, language: Language): string {
  if (cell === null) return '';
  if (cell.is === 'yesNo') return t(cell.yes ? 'register.yes' : 'register.no');
  if (cell.is === 'date') {
    const [day = '', time] = cell.text.split(' ');
    return [day === '' ? '' : formatDay(day, language), time ?? ''].join(' ').trim();
  }
  const number = cell.is === 'number' ? Number(cell.text) : Number.NaN;
  // What a number cannot hold exactly stays as it is written.
  return Number.isFinite(number) && String(number) === cell.text
    ? new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 15 }).format(number)
    : cell.text;
}
