import type { Language } from '#shared/domain/values.ts';
import { formatDay, formatWallTime } from '#shared/i18n/format.ts';
import type { ReadFile } from '#renderer/worker/import/protocol.ts';

const EXAMPLES = 3;
const LOOKED_AT = 200;
const LONGEST = 60;
const DAY = /^\d{4}-\d\d-\d\d$/;
const WALL_TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)$/;

/** A date that was no text in the file, as it is written in that language. */
function dateShown(text: string, language: Language): string {
  if (DAY.test(text)) return formatDay(text, language);
  const [, day, time] = WALL_TIME.exec(text) ?? [];
  return day === undefined || time === undefined ? text : formatWallTime(`${day}T${time}`, language);
}

/** The first different things that stand in a column; in tables of text to the letter. */
export function examplesOf(
  { rows, format }: Pick<ReadFile, 'rows' | 'format'>,
  column: number,
  language: Language,
): readonly string[] {
  const found = new Set<string>();
  for (const { cells } of rows.slice(0, LOOKED_AT)) {
    const text = (cells[column] ?? '').replaceAll(/\s+/g, ' ');
    const shown = format === 'csv' ? text : dateShown(text, language);
    if (shown !== '') found.add(shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown);
    if (found.size === EXAMPLES) break;
  }
  return [...found];
}
