import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyContainer } from '#main/services/backup/container.ts';
import { someRecords, testBackups } from '#main/services/backup/testing.ts';
import { overwrite } from '../support/damage.ts';
import { spread } from '../support/random.ts';
import { eachCase, promise, type Row } from '../support/row.ts';

/** So many records make a backup of about 64 KB. */
const RECORDS = 80;

/** Bits turned in a backup of about 64 KB. */
export const flipsBackup: Row = {
  id: 'flips.backup',
  promise: 'Not one bit changes unnoticed',
  cases: 'bits of a 64 KB backup',
  short: { times: 1000, seconds: 15 },
  long: { times: 524_288, seconds: 640 },
  lane: 'compute',
  disk: 'memory',
  async run(order) {
    const backups = await testBackups();
    try {
      await backups.make({ records: someRecords(RECORDS, 400) });
      const place = join(backups.folder, 'data', 'vault', 'backups');
      const file = (await readdir(place, { recursive: true })).find((name) => name.endsWith('.age'));
      if (file === undefined) throw new Error('There is no backup');
      const whole = await readFile(join(place, file));
      await verifyContainer(join(place, file), backups.identity);
      const changed = join(order.scratch, 'changed.age');
      const all = order.times >= whole.length * 8;
      await writeFile(changed, whole);
      const put = (at: number, byte: number): void => overwrite(changed, at, Uint8Array.of(byte));
      return await eachCase(order, async (random, counts, index) => {
        const bit = all ? spread(index, whole.length * 8) : random.below(whole.length * 8);
        const byte = whole[bit >> 3] ?? 0;
        put(bit >> 3, byte ^ (1 << (bit & 7)));
        const noticed = await verifyContainer(changed, backups.identity).then(
          () => false,
          () => true,
        );
        put(bit >> 3, byte);
        promise(
          noticed,
          `Bit ${String(bit)} of ${String(whole.length * 8)} was turned, and nothing was noticed`,
        );
        counts.most('bytes', whole.length);
      });
    } finally {
      await rm(backups.folder, { recursive: true, force: true });
    }
  },
};
