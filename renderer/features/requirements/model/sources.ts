import type { LineId, RecordId } from '#shared/domain/ids.ts';
import type { Note } from '#shared/domain/note.ts';
import { markedLines } from '#shared/domain/rich-text.ts';
import type { Source } from '#shared/domain/source.ts';
import type { IsoDate } from '#shared/domain/values.ts';
import { dayOf } from '#shared/i18n/format.ts';

/** Where a requirement came from, as it is shown. */
export interface ShownSource {
  readonly noteId: RecordId;
  readonly lineId: LineId;
  readonly day: IsoDate;
  readonly title: string;
  /** The line as it stands in the note now; empty when it was taken out. */
  readonly line: string;
}

/** Finds the note and the line of a source; null when the note is not in this file. */
export function sourceFinder(notes: readonly Note[]): (source: Source | null) => ShownSource | null {
  const found = new Map(
    notes.map((note) => [
      note.id,
      { note, lines: new Map(markedLines(note.body).map((line) => [line.lineId, line.text])) },
    ]),
  );
  return (source) => {
    const from = source === null ? undefined : found.get(source.noteId);
    if (source === null || !from) return null;
    return {
      ...source,
      day: dayOf(from.note.startedAt),
      title: from.note.title,
      line: from.lines.get(source.lineId) ?? '',
    };
  };
}
