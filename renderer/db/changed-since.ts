import type { Op } from '#shared/formats/entry.ts';
import type { JournalHead } from '#shared/ipc/contract.ts';
import { equalBytes } from '#shared/lib/bytes.ts';
import type { Journal } from './journal.ts';

/**
 * The last operation on each record that was changed between two frames of the journal.
 * @returns Null when the journal does not know the first, or does not lead from it to the second without a gap.
 */
export async function changedSince(
  journal: Journal,
  then: JournalHead,
  now: JournalHead,
): Promise<readonly Op[] | null> {
  if (then.seq > now.seq) return null;
  if (then.seq === now.seq) return equalBytes(then.hash, now.hash) ? [] : null;
  try {
    const extent = await journal.extent();
    const hash = await journal.hashAt(then.seq, extent);
    if (!hash || !equalBytes(hash, then.hash)) return null;
    const { latest, unopened } = await journal.fold({ after: then.seq }, now.seq);
    return unopened.length > 0 ? null : [...latest.values()];
  } catch {
    // A gap, or main does not answer: everything is read instead.
    return null;
  }
}
