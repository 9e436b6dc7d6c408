import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { checkKeeperVault, makeKeeperVault, startKeeper } from '../support/keeper.ts';
import { eachCase, type Row } from '../support/row.ts';

/** Kills of a process that runs the code of the main process for header, keyring and journal. */
export const killMain: Row = {
  id: 'kill.main',
  promise: 'Saved is saved, when everything is killed',
  cases: 'kills of the main code alone',
  short: { times: 90, seconds: 40 },
  long: { times: 1700, seconds: 600 },
  lane: 'compute',
  run: (order) =>
    eachCase(order, async (random, counts) => {
      const folder = await mkdtemp(join(order.scratch, 'kill-'));
      try {
        const seed = random.below(2 ** 31);
        const before = await makeKeeperVault(folder, seed);
        const keeper = startKeeper(folder, seed, before);
        // Some die while they open.
        if (random.chance(0.1)) await wait(random.between(20, 90));
        else {
          await keeper.opened;
          await wait(random.below(40));
        }
        keeper.child.kill('SIGKILL');
        await keeper.ended;
        if (keeper.complaint() !== '') throw new Error(keeper.complaint());
        await checkKeeperVault(folder, seed, keeper.kept, counts);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }),
};
