import { toHex } from '#shared/lib/bytes.ts';
import type { Journal } from '#main/services/journal/journal.ts';
import type { VerifiedBackup } from './set-index.ts';

/**
 * Drops what two verified backups hold from the journal: everything at or before the older of the newest two. Only backups
 * that stand on the journal's own chain count, and none that lacks anything: what did not open when it was made, or is
 * suddenly missing, may still be whole in the journal.
 */
export async function shortenJournal(journal: Journal, local: readonly VerifiedBackup[]): Promise<void> {
  const whole = local.filter(({ quarantined, shrunken }) => quarantined === 0 && !shrunken);
  let found = 0;
  for (const { seq, hash } of whole.toSorted((one, other) => other.seq - one.seq)) {
    if (!(await isOnChain(journal, seq, hash))) continue;
    found += 1;
    if (found < 2) continue;
    if (seq > journal.floor().seq) await journal.dropThrough(seq);
    return;
  }
}

/** Whether the journal had, or still has, the frame with that number and chain hash. What lies before its floor is not known. */
export async function isOnChain(journal: Journal, seq: number, hash: string): Promise<boolean> {
  const [floor, head] = [journal.floor(), journal.head()];
  if (seq === floor.seq) return toHex(floor.hash) === hash;
  if (seq < floor.seq || seq > head.seq) return false;
  const { frames } = await journal.read(seq - 1, 1);
  const [frame] = frames;
  return frame?.seq === seq && toHex(frame.hash) === hash;
}
