import type { LineId, RecordId } from '#shared/domain/ids.ts';
import { noteCommands } from '#renderer/entities/note/index.ts';

/** Stores the second-language wording of one line; an empty one is removed. */
export const translateLine = (noteId: RecordId, lineId: LineId, text: string): Promise<void> =>
  noteCommands.change(noteId, ({ translations }) => {
    const { [lineId]: _, ...others } = translations;
    return { translations: text.trim() === '' ? others : { ...others, [lineId]: text } };
  });
