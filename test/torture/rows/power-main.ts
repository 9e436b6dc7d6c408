import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterPowerCut, cannotLoop, type CutDisk, dropDisk, makeCutDisk } from '../support/disks.ts';
import { checkKeeperVault, makeKeeperVault, startKeeper } from '../support/keeper.ts';
import { type Counts, eachCase, type Row } from '../support/row.ts';
import type { Random } from '../support/random.ts';

async function cut(disk: CutDisk, random: Random, counts: Counts): Promise<void> {
  const folder = join(disk.place, `vault-${String(random.below(1e9))}`);
  const seed = random.below(2 ** 31);
  const keeper = startKeeper(folder, seed, await makeKeeperVault(folder, seed));
  try {
    await keeper.opened;
    await wait(random.below(60));
    keeper.child.kill('SIGSTOP');
    // What it said before it was stopped was said before the power went.
    await wait(10);
    await afterPowerCut(disk, async (place) => {
      await checkKeeperVault(folder.replace(disk.place, place), seed, keeper.kept, counts);
    });
  } finally {
    keeper.child.kill('SIGKILL');
    await keeper.ended;
    await rm(folder, { recursive: true, force: true });
  }
}

/** Power cuts under a process that runs the code of the main process, on a real file system. */
export const powerMain: Row = {
  id: 'power.main',
  promise: 'Saved is saved, when the power goes',
  cases: 'cuts under the main code, on ext4',
  short: { times: 10, seconds: 15 },
  long: { times: 400, seconds: 180 },
  lane: 'compute',
  async run(order) {
    const reason = cannotLoop();
    if (reason !== null) return { done: 0, counts: {}, broken: [], skipped: reason };
    const disk = makeCutDisk(order.scratch, 'disk', 96);
    try {
      return await eachCase(order, (random, counts) => cut(disk, random, counts));
    } finally {
      dropDisk(disk);
    }
  },
};
