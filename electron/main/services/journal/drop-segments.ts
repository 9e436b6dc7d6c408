import { join } from 'node:path';
import type { ChainHead } from '#shared/formats/journal-scan.ts';
import { fault } from '#shared/lib/fault.ts';
import type { JournalFs } from './journal-fs.ts';
import { damagedName, type Segment, segmentName, segmentNumber } from './segment.ts';

/** What can be dropped, and where the chain begins then. */
export interface Droppable {
  readonly floor: ChainHead;
  readonly kept: readonly Segment[];
}

/**
 * The most whole files that lie at or before frame `seq`; null when there are none.
 * @param current The segment that is written to: its file stays.
 */
export function droppable(
  segments: readonly Segment[],
  {
    head,
    current,
    seq,
  }: { readonly head: ChainHead; readonly current: Segment | null; readonly seq: number },
): Droppable | null {
  for (let count = segments.length; count > 0; count -= 1) {
    const kept = segments.slice(count);
    const dropped = segments.slice(0, count);
    const [next] = kept;
    const floor = next === undefined ? head : { seq: next.firstSeq - 1, hash: next.previousHash };
    const shared = dropped.some(
      ({ number }) => number === current?.number || kept.some((one) => one.number === number),
    );
    if (floor.seq <= seq && !shared) return { floor, kept };
  }
  return null;
}

/** Takes away the files before number `before`, which lie below the floor. Damaged ones are set aside. */
export async function removeFiles(
  { fs, folder }: { readonly fs: JournalFs; readonly folder: string },
  before: number,
  damagedFiles: readonly string[],
): Promise<void> {
  const numbers = (await fs.list(folder)).map(segmentNumber).filter((number) => number !== null);
  const doomed = numbers.filter((number) => number < before).toSorted((one, other) => one - other);
  for (const number of doomed) {
    const path = join(folder, segmentName(number));
    if (damagedFiles.includes(segmentName(number))) await fs.rename(path, join(folder, damagedName(number)));
    else await fs.remove(path);
    await fault('journal.segment.dropped');
  }
  if (doomed.length > 0) await fs.syncFolder(folder);
}
