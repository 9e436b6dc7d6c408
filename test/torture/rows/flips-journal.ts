import { openJournal } from '#main/services/journal/journal.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { ForgetfulFs } from '../support/forgetful-fs.ts';
import { type Random, randomFrom } from '../support/random.ts';
import { Counts, eachCase, promise, type Row } from '../support/row.ts';

const VAULT = '6f1d3c1e-8a43-4a57-9d2e-0b6c5f4e3d2a';
const FOLDER = '/vault/journal';
const FILE = `${FOLDER}/00000001.kjl`;
const BYTES = 64 * 1024;

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

/** Opens the journal with one bit turned; answers how it was noticed. */
async function noticed(bytes: Uint8Array): Promise<string | null> {
  const fs = new ForgetfulFs();
  fs.plant(FILE, bytes);
  try {
    const { cutBytes } = await openJournal({ folder: FOLDER, vaultId: VAULT, fs });
    return cutBytes > 0 ? 'told as a torn end' : null;
  } catch (error) {
    if (error instanceof MainFailure) return `told as ${error.failure.code}`;
    throw error;
  }
}

/** Bits turned in a journal of 64 KB: in the long form every one of them. */
export const flipsJournal: Row = {
  id: 'flips.journal',
  promise: 'Not one bit changes unnoticed',
  cases: 'bits of a 64 KB journal',
  short: { times: 2000, seconds: 20 },
  long: { times: BYTES * 8, seconds: 600 },
  lane: 'compute',
  async run(order) {
    // The same journal for all seeds; a seed then only says which bit, so that a breach is found again.
    const whole = await aJournal(randomFrom(64));
    const all = order.times >= whole.length * 8;
    const counts = new Counts();
    counts.add('bytes', whole.length);
    return eachCase(
      order,
      async (random, _counts, index) => {
        const bit = all ? index : random.below(whole.length * 8);
        const bytes = whole.slice();
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const how = await noticed(bytes);
        promise(how !== null, `Bit ${String(bit)} was turned, and nothing was noticed`);
        counts.add(how);
      },
      counts,
    );
  },
};
