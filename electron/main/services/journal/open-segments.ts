import { join } from 'node:path';
import { genesisHash } from '#shared/formats/journal.ts';
import { type ChainHead, scanSegment, type SegmentScan } from '#shared/formats/journal-scan.ts';
import { equalBytes } from '#shared/lib/bytes.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { type JournalFs, writeAll } from './journal-fs.ts';
import { nativeDigests } from './native-digests.ts';
import { OffsetTable, type Segment, segmentName, segmentNumber } from './segment.ts';

export interface OpenedSegments {
  readonly segments: Segment[];
  readonly head: ChainHead;
  /** Size of a torn tail that was cut off; 0 when the journal ended whole. */
  readonly cutBytes: number;
}

interface Place {
  readonly fs: JournalFs;
  readonly folder: string;
  readonly vaultId: string;
}

/**
 * Reads and checks every segment. The torn tail of the last one is kept beside it as `.torn` and cut off.
 * Throws `journalDamaged` or `vaultNewer`; then nothing was touched.
 */
export async function openSegments(place: Place): Promise<OpenedSegments> {
  const { fs, folder } = place;
  await fs.makeFolder(folder);
  const numbers = (await fs.list(folder)).map(segmentNumber).filter((number) => number !== null);
  numbers.sort((one, other) => one - other);
  const segments: Segment[] = [];
  let head: ChainHead = { seq: 0, hash: genesisHash() };
  for (const [index, number] of numbers.entries()) {
    if (number !== index + 1) throw damaged(folder, index + 1);
    const bytes = await fs.readWhole(join(folder, segmentName(number)));
    const scan = scanSegment(bytes, nativeDigests);
    const last = index === numbers.length - 1;
    if (!fits(scan, place.vaultId, head, last)) throw damaged(folder, number, scan);
    if (scan.header !== null) {
      const { firstSeq } = scan.header;
      segments.push({ number, firstSeq, offsets: new OffsetTable(scan.offsets), end: scan.end });
      head = scan.head;
    }
    if (scan.stop === 'torn') {
      await cutTail(place, number, bytes, scan);
      return { segments, head, cutBytes: bytes.length - scan.end };
    }
  }
  return { segments, head, cutBytes: 0 };
}

/** Whether a segment goes on where the one before ended. Only the last one may be torn. */
function fits(scan: SegmentScan, vaultId: string, before: ChainHead, last: boolean): boolean {
  if (scan.stop === 'damaged' || (scan.stop === 'torn' && !last)) return false;
  if (scan.header === null) return last;
  const { header } = scan;
  return (
    header.vaultId === vaultId &&
    header.firstSeq === before.seq + 1 &&
    equalBytes(header.previousHash, before.hash)
  );
}

function damaged(folder: string, number: number, scan?: SegmentScan): MainFailure {
  if (scan?.newerVersion !== undefined) return new MainFailure('vaultNewer', { format: scan.newerVersion });
  return new MainFailure('journalDamaged', { fileName: segmentName(number), folder });
}

/** Keeps what is cut off, made durable before the cut, then cuts. A file without a whole header is set aside as it is. */
async function cutTail(
  { fs, folder }: Place,
  number: number,
  bytes: Uint8Array,
  scan: SegmentScan,
): Promise<void> {
  const path = join(folder, segmentName(number));
  const aside = `${path}.${String(scan.end)}.torn`;
  if (scan.header === null) {
    await fs.rename(path, aside);
    await fs.syncFolder(folder);
    return;
  }
  const copy = await fs.open(aside, 'create');
  try {
    await writeAll(copy, bytes.subarray(scan.end), 0);
    await copy.sync();
  } finally {
    await copy.close();
  }
  await fs.syncFolder(folder);
  const file = await fs.open(path, 'change');
  try {
    await file.truncate(scan.end);
    await file.sync();
  } finally {
    await file.close();
  }
}
