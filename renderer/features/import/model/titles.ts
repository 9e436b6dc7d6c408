import type { TFunction } from 'i18next';
import type { ImportTarget } from '#shared/domain/import.ts';
import { fieldNamed } from '#renderer/operations/import/suggest.ts';
import type { Format, ReadFile } from '#renderer/worker/import/protocol.ts';

/** Formats whose files have headers of their own. */
const TABLES: ReadonlySet<Format> = new Set(['csv', 'xlsx']);

/** A header as the user reads it: that of a table as it is, what the app itself calls a part of a card or a mail in their language. */
export function headerTitle(
  header: string,
  { format, target }: { readonly format: Format; readonly target: ImportTarget },
  t: TFunction,
): string {
  const field = TABLES.has(format) ? undefined : fieldNamed(header, target);
  return field === undefined ? header : t(`imports.field.${field}`);
}

/** What a column is called, also one without a header. */
export const columnTitle = (
  { headers, format }: Pick<ReadFile, 'headers' | 'format'>,
  column: number,
  target: ImportTarget,
  t: TFunction,
): string =>
  headerTitle(headers[column] ?? '', { format, target }, t) ||
  t('imports.columns.noHeader', { number: column + 1 });
