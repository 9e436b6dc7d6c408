export { useLastContacts } from './last-contacts.ts';
export { noteCommands } from './note-commands.ts';
export { useFileOfNote, useNote, useNotesOf } from './note-hooks.ts';
export { noteQueries } from './note-queries.ts';
