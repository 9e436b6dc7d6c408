import { join } from 'node:path';
import { chainHash, decodeFrame } from '#shared/formats/journal.ts';
import type { ChainHead } from '#shared/formats/journal-scan.ts';
import type { JournalFrame } from '#shared/ipc/contract.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { type JournalFs, readAll } from './journal-fs.ts';
import { nativeDigests } from './native-digests.ts';
import { type Segment, segmentName } from './segment.ts';

/** The part of an open journal that reading needs. */
interface Readable {
  readonly fs: JournalFs;
  readonly folder: string;
  readonly segments: readonly Segment[];
  readonly head: ChainHead;
}

/** Number of the last frame. */
const lastOf = ({ firstSeq, offsets }: Segment): number => firstSeq + offsets.length - 1;

/** Reads frames after `after` from one segment and checks them again. */
export async function readFrames(journal: Readable, after: number, maxBytes: number) {
  const { fs, folder, segments, head } = journal;
  // Behind a gap, or below the floor, comes the next frame there is. A segment without one may stand behind a gap too.
  const segment = segments.find((one) => one.offsets.length > 0 && lastOf(one) > after);
  if (segment === undefined) return { frames: [], end: true };
  const first = Math.max(0, after + 1 - segment.firstSeq);
  const from = segment.offsets.at(first) ?? segment.end;
  let next = first + 1;
  const endOf = (index: number): number => segment.offsets.at(index) ?? segment.end;
  while (next < segment.offsets.length && endOf(next + 1) - from <= maxBytes) next += 1;
  const bytes = new Uint8Array(endOf(next) - from);
  const file = await fs.open(join(folder, segmentName(segment.number)), 'read');
  try {
    await readAll(file, bytes, from);
  } finally {
    await file.close();
  }
  const frames: JournalFrame[] = [];
  for (let index = first; index < next; index += 1) {
    const frame = decodeFrame(bytes, (segment.offsets.at(index) ?? 0) - from, nativeDigests);
    if (frame === null || frame.seq !== segment.firstSeq + index) {
      throw new MainFailure('journalDamaged', { fileName: segmentName(segment.number), folder });
    }
    const hash = chainHash(frame.previousHash, frame.seq, frame.entry, nativeDigests);
    // Copied, so that no message drags the whole buffer along.
    frames.push({ seq: frame.seq, hash: hash as Uint8Array<ArrayBuffer>, entry: frame.entry.slice() });
  }
  return { frames, end: segment.firstSeq + next - 1 >= head.seq };
}
