import { type Journal, openJournal } from '#main/services/journal/journal.ts';
import { nativeDigests } from '#main/services/journal/native-digests.ts';
import { scanSegment, type SegmentScan } from '#shared/formats/journal-scan.ts';
import { equalBytes } from '#shared/lib/bytes.ts';
import { ForgetfulFs } from '../support/forgetful-fs.ts';
import { type Random, randomFrom, spread } from '../support/random.ts';
import { Counts, eachCase, promise, type Row } from '../support/row.ts';

const VAULT = '6f1d3c1e-8a43-4a57-9d2e-0b6c5f4e3d2a';
const FOLDER = '/vault/journal';
const FILE = `${FOLDER}/00000001.kjl`;
const BYTES = 64 * 1024;
const WHOLE_WAY = 40;

/** A journal of 64 KB, written by the journal itself: some entries alone, some in one write. */
async function aJournal(random: Random): Promise<Uint8Array> {
  const fs = new ForgetfulFs();
  const journal = await openJournal({ folder: FOLDER, vaultId: VAULT, fs });
  const overhead = 60;
  let left = BYTES - 72;
  while (left > 0) {
    const size = Math.min(left - overhead, random.between(40, 2500));
    const last = left - size - overhead < 200;
    const entry = random.bytes(last ? left - 56 : size);
    const together = !last && random.chance(0.2) && left > 6000;
    await Promise.all([
      journal.append([entry]),
      ...(together ? [journal.append([random.bytes(100)]), journal.append([random.bytes(200)])] : []),
    ]);
    left = BYTES - fs.peek(FILE).length;
  }
  await journal.close();
  return fs.peek(FILE);
}

/** Opens the segment alone, which is where bits are checked: a tenth of the work. */
function scanFor(bytes: Uint8Array, whole: SegmentScan): string {
  const scan = scanSegment(bytes, nativeDigests);
  promise(scan.damaged || scan.end < bytes.length || scan.newerVersion !== undefined, 'Nothing was noticed');
  const framesOfRuns = ({ runs }: SegmentScan): number =>
    runs.reduce((sum, { offsets }) => sum + offsets.length, 0);
  const lost = framesOfRuns(whole) - framesOfRuns(scan);
  promise(lost <= 1, `${String(lost)} entries are lost`);
  const [last, lastOfWhole] = [scan.runs.at(-1)?.head, whole.runs.at(-1)?.head];
  // The hash of the last frame tells of all before it.
  const sameEnd = last !== undefined && lastOfWhole !== undefined && equalBytes(last.hash, lastOfWhole.hash);
  promise(sameEnd || scan.end < bytes.length, 'The chain ends otherwise');
  return scan.end < bytes.length
    ? 'told as a torn end'
    : `told, ${lost === 0 ? 'nothing' : 'one entry'} lost`;
}

/** The frames of a journal, by number. */
async function framesOf(
  fs: ForgetfulFs,
): Promise<{ journal: Journal; frames: ReadonlyMap<number, Uint8Array> }> {
  const journal = await openJournal({ folder: FOLDER, vaultId: VAULT, fs });
  const frames = new Map<number, Uint8Array>();
  for (let after = 0, end = false; !end;) {
    const part = await journal.read(after, 1_000_000);
    for (const { seq, entry } of part.frames) frames.set(seq, entry);
    after = part.frames.at(-1)?.seq ?? after;
    ({ end } = part);
  }
  return { journal, frames };
}

/** Opens the journal with one bit turned: it must be noticed, and cost the frame that it lies in and no other. */
async function lookAt(bytes: Uint8Array, whole: ReadonlyMap<number, Uint8Array>): Promise<string> {
  const fs = new ForgetfulFs();
  fs.plant(FILE, bytes);
  const { journal, frames } = await framesOf(fs);
  const told = journal.damagedFiles().length > 0 || journal.gaps().length > 0 || journal.cutBytes > 0;
  promise(told, 'Nothing was noticed');
  for (const [seq, entry] of frames) {
    const was = whole.get(seq);
    promise(was !== undefined && equalBytes(entry, was), `Entry ${String(seq)} is another now`);
  }
  const lost = whole.size - frames.size;
  promise(lost <= 1, `${String(lost)} entries are lost`);
  if (journal.cutBytes > 0) return 'told as a torn end';
  return lost === 0 ? 'told, nothing lost' : 'told, one entry lost';
}

/** Bits turned in a journal of 64 KB: in the long form every one of them. */
export const flipsJournal: Row = {
  id: 'flips.journal',
  promise: 'Not one bit changes unnoticed',
  cases: 'bits of a 64 KB journal',
  short: { times: 2000, seconds: 15 },
  long: { times: BYTES * 8, seconds: 450 },
  lane: 'compute',
  async run(order) {
    // The same journal for all seeds; a seed then only says which bit, so that a breach is found again.
    const whole = await aJournal(randomFrom(64));
    const fs = new ForgetfulFs();
    fs.plant(FILE, whole);
    const { frames } = await framesOf(fs);
    const scanned = scanSegment(whole, nativeDigests);
    const all = order.times >= whole.length * 8;
    const counts = new Counts();
    counts.add('bytes', whole.length);
    return eachCase(
      order,
      async (random, _counts, index) => {
        const bit = all ? spread(index, whole.length * 8) : random.below(whole.length * 8);
        const bytes = whole.slice();
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        try {
          // The whole way of every so many; of all others the part where it is decided.
          counts.add(index % WHOLE_WAY === 0 ? await lookAt(bytes, frames) : scanFor(bytes, scanned));
        } catch (error) {
          throw new Error(`Bit ${String(bit)} was turned. ${error instanceof Error ? error.message : ''}`, {
            cause: error,
          });
        }
      },
      counts,
    );
  },
};
