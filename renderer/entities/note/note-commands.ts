import { noteRecord } from '#shared/domain/note.ts';
import { recordCommands } from '#renderer/db/record-commands.ts';

const { add, change } = recordCommands(noteRecord);

/** A note is never removed: it is the record of what was said. */
export const noteCommands = { create: add, change };
