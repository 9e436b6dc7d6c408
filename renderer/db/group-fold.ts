import type { Entry, EntryGroup, Op } from '#shared/formats/entry.ts';

/**
 * Puts changes that are several entries together again. One that has not come to its end counts for nothing: who wrote it
 * was cut off and never told that it was saved.
 */
export class GroupFold {
  #open: { readonly id: string; readonly ops: Op[]; next: number } | null = null;

  /** The operations that count now, with this entry: its own, those of its whole change, or none. */
  take({ ops, group }: Entry): readonly Op[] {
    if (group === undefined) {
      this.#open = null;
      return ops;
    }
    const open = this.#partOf(group);
    if (open === null) return [];
    for (const op of ops) open.ops.push(op);
    open.next += 1;
    if (!group.last) return [];
    this.#open = null;
    return open.ops;
  }

  #partOf({ id, part }: EntryGroup) {
    if (part === 0) this.#open = { id, ops: [], next: 0 };
    // A part is missing, or belongs to nothing that was begun.
    if (this.#open?.id !== id || this.#open.next !== part) this.#open = null;
    return this.#open;
  }
}
