import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FAULT_POINTS } from '#shared/lib/fault.ts';
import { checkKeeperVault, makeKeeperVault, startKeeper } from '../support/keeper.ts';
import { eachCase, type Row } from '../support/row.ts';

/** Steps that a keeper comes by. */
const POINTS = [
  ...FAULT_POINTS.filter((name) =>
    /^(journal\.(?!tail)|file|keyring\.(written|copied|finished)|header)/.test(name),
  ),
  '',
];
/** A point that is not come by in this time is given up, and the kill is one at random. */
const PATIENCE_MS = 1200;

/** Kills of a process that runs the code of the main process for header, keyring and journal. */
export const killMain: Row = {
  id: 'kill.main',
  promise: 'Saved is saved, when everything is killed',
  cases: 'kills of the main code alone',
  short: { times: 92, seconds: 45 },
  long: { times: 1700, seconds: 420 },
  lane: 'compute',
  run: (order) =>
    eachCase(order, async (random, counts) => {
      const folder = await mkdtemp(join(order.scratch, 'kill-'));
      try {
        const seed = random.below(2 ** 31);
        const before = await makeKeeperVault(folder, seed);
        const atPoint = random.chance(0.5);
        const point = random.pick(POINTS);
        const fault = { KARTOTEKA_FAULT: `${point}#${String(random.between(1, 5))}=kill` };
        const keeper = startKeeper(folder, seed, before, atPoint ? fault : {});
        if (atPoint) await Promise.race([keeper.ended, wait(PATIENCE_MS)]);
        // Some die while they open.
        else if (random.chance(0.1)) await wait(random.between(20, 90));
        else {
          await keeper.opened;
          await wait(random.below(40));
        }
        counts.add(keeper.child.signalCode === null ? 'at random' : 'at fault points');
        keeper.child.kill('SIGKILL');
        await keeper.ended;
        if (keeper.complaint() !== '') throw new Error(keeper.complaint());
        await checkKeeperVault(folder, seed, keeper.kept, counts);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }),
};
