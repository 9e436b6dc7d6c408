import { create } from 'zustand';
import type { RecordId } from '#shared/domain/ids.ts';

const useRestored = create<{ readonly counts: ReadonlyMap<RecordId, number> }>(() => ({ counts: new Map() }));

/** Says that records were set back by undo, redo or out of their history: what shows them as typed reads them anew. */
export function markRestored(ids: Iterable<RecordId>): void {
  useRestored.setState(({ counts }) => {
    const next = new Map(counts);
    for (const id of ids) next.set(id, (next.get(id) ?? 0) + 1);
    return { counts: next };
  });
}

/** How often a record was set back. As part of a key it makes an editor start anew. */
export const useRestoredCount = (id: RecordId): number => useRestored(({ counts }) => counts.get(id) ?? 0);
