import { type Journal, openJournal } from '#main/services/journal/journal.ts';
import { equalBytes } from '#shared/lib/bytes.ts';
import { ForgetfulFs } from '../support/forgetful-fs.ts';
import type { Random } from '../support/random.ts';
import { type Counts, eachCase, promise, type Row } from '../support/row.ts';

const VAULT = '6f1d3c1e-8a43-4a57-9d2e-0b6c5f4e3d2a';
const FOLDER = '/vault/journal';
/** Small, so that every few entries begin a new file. */
const SEGMENT_BYTES = 6000;

/** What was written: all of `acknowledged` has to be there, and of the rest a first part. */
interface Written {
  readonly entries: Uint8Array[];
  acknowledged: number;
  /** Entries up to this one may have been dropped, as in a backup. */
  dropped: number;
}

const entrySize = (random: Random): number =>
  random.chance(0.1) ? random.between(4000, 20_000) : random.between(1, 900);

/** Appends until the power is gone. */
async function writeUntilCut(fs: ForgetfulFs, written: Written, random: Random): Promise<void> {
  fs.cutAfter(random.between(1, 60));
  try {
    const journal = await openJournal({ folder: FOLDER, vaultId: VAULT, fs, segmentBytes: SEGMENT_BYTES });
    for (;;) {
      const requests = Array.from({ length: random.between(1, 3) }, () =>
        Array.from({ length: random.between(1, 3) }, () => random.bytes(entrySize(random))),
      );
      for (const request of requests) written.entries.push(...request);
      const outcomes = await Promise.allSettled(requests.map((request) => journal.append(request)));
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') throw outcome.reason;
        written.acknowledged = Math.max(written.acknowledged, outcome.value.seq);
      }
      if (random.chance(0.15)) {
        written.dropped = random.between(written.dropped, written.acknowledged);
        await journal.dropThrough(written.dropped);
      }
    }
  } catch {
    // The power is gone; whatever the journal says of it, nobody hears.
  }
}

/** Every entry above the floor, by its number. */
async function readAll(journal: Journal): Promise<ReadonlyMap<number, Uint8Array>> {
  const entries = new Map<number, Uint8Array>();
  for (let after = journal.floor().seq, end = false; !end;) {
    const part = await journal.read(after, 1_000_000);
    for (const { seq, entry } of part.frames) entries.set(seq, entry);
    after = part.frames.at(-1)?.seq ?? after;
    ({ end } = part);
  }
  return entries;
}

/** Opens what is left and compares. What was written and never acknowledged may be there, from its beginning on. */
async function check(fs: ForgetfulFs, written: Written, counts: Counts): Promise<void> {
  const journal = await openJournal({ folder: FOLDER, vaultId: VAULT, fs, segmentBytes: SEGMENT_BYTES });
  const found = await readAll(journal);
  const [floor, gaps] = [journal.floor().seq, journal.gaps()];
  await journal.close();
  const there = journal.head().seq;
  promise(
    there >= written.acknowledged,
    `${String(written.acknowledged - there)} acknowledged entries of ${String(written.acknowledged)} lost`,
  );
  promise(floor <= written.dropped, `${String(floor)} dropped, not ${String(written.dropped)}`);
  promise(gaps.length === 0, () => `Gaps: ${JSON.stringify(gaps)}`);
  for (let seq = floor + 1; seq <= there; seq += 1) {
    const [is, was] = [found.get(seq), written.entries[seq - 1]];
    promise(
      is !== undefined && was !== undefined && equalBytes(is, was),
      `Entry ${String(seq)} is not what was written`,
    );
  }
  counts.add('acknowledged', written.acknowledged);
  if (journal.cutBytes > 0) counts.add('torn ends cut');
  if (floor > 0) counts.add('compacted');
  written.entries.length = there;
  written.acknowledged = there;
}

/** Power cuts under the real journal, over a disk that forgets what was not synced; while it mends itself, too. */
export const powerJournal: Row = {
  id: 'power.journal',
  promise: 'Saved is saved, when the power goes',
  cases: 'cuts under the journal alone',
  short: { times: 3000, seconds: 15 },
  long: { times: 10_000, seconds: 120 },
  lane: 'compute',
  run: (order) =>
    eachCase(order, async (random, counts) => {
      let fs = new ForgetfulFs();
      const written: Written = { entries: [], acknowledged: 0, dropped: 0 };
      for (let cuts = random.between(1, 3); cuts > 0; cuts -= 1) {
        await writeUntilCut(fs, written, random);
        fs = fs.afterCut(random);
        // The power may go again while what was torn is being cut off.
        if (random.chance(0.3)) {
          fs.cutAfter(random.between(1, 12));
          await openJournal({ folder: FOLDER, vaultId: VAULT, fs }).catch(() => undefined);
          fs = fs.afterCut(random);
        }
        await check(fs, written, counts);
      }
    }),
};
