import type { NoteBody } from './note.ts';

/**
 * When a client was last in contact with the practice: the beginning of the last meeting that has begun, milliseconds since the
 * epoch. Null: never. Computed, never typed.
 */
export function lastContact(notes: readonly Pick<NoteBody, 'startedAt'>[], now: number): number | null {
  const begun = notes.map(({ startedAt }) => startedAt).filter((at) => at <= now);
  return begun.length === 0 ? null : Math.max(...begun);
}
