import type { LineId, RecordId } from '#shared/domain/ids.ts';
import { noteCommands, noteQueries } from '#renderer/entities/note/index.ts';

let last: Promise<void> = Promise.resolve();

async function write(noteId: RecordId, lineId: LineId, text: string): Promise<void> {
  const note = await noteQueries.get(noteId);
  if (!note) throw new Error('No such note');
  const { [lineId]: _, ...others } = note.translations;
  await noteCommands.change(noteId, {
    translations: text.trim() === '' ? others : { ...others, [lineId]: text },
  });
}

/**
 * Stores the second-language wording of one line; an empty one is removed. One after another: all wordings of a note are
 * one value, and two fields stored at once would lose one of them.
 */
export function translateLine(noteId: RecordId, lineId: LineId, text: string): Promise<void> {
  const next = last.catch(() => undefined).then(() => write(noteId, lineId, text));
  last = next;
  return next;
}
