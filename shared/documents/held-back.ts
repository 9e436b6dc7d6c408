import type { Note } from '#shared/domain/note.ts';
import { markedLines, type LineMark, type MarkedLine, type RichTextNode } from '#shared/domain/rich-text.ts';
import type { Source } from '#shared/domain/source.ts';

/** Marks of lines that are not for the client's eyes. */
export const HELD_BACK_MARKS = ['internal', 'sensitive'] as const satisfies readonly LineMark[];

/** True when lines with this mark stay in the practice. */
export const isHeldBackMark = (mark: LineMark): boolean => HELD_BACK_MARKS.some((one) => one === mark);

/** The lines of a note that stay in the practice, in reading order. */
export const heldBackLines = (body: RichTextNode): readonly MarkedLine[] =>
  markedLines(body).filter((line) => isHeldBackMark(line.mark));

/** Tells of a record whether the line it came from stays in the practice. */
export function heldBackSources(
  notes: readonly Pick<Note, 'id' | 'body'>[],
): (source: Source | null) => boolean {
  const lines = new Set(
    notes.flatMap((note) => heldBackLines(note.body).map((line) => `${note.id} ${line.lineId}`)),
  );
  return (source) => source !== null && lines.has(`${source.noteId} ${source.lineId}`);
}

/** Words compared as a reader does: spaces, case and composed letters apart. */
export const sameWords = (text: string): string =>
  text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLowerCase();
