import { join } from 'node:path';
import { KeyTorture } from '../support/key-changes.ts';
import { randomFrom } from '../support/random.ts';
import { eachCase, type Row } from '../support/row.ts';

/** Changes of passphrase, recovery words, device slot and vault key, each with a fault at some step. */
export const keyChanges: Row = {
  id: 'keys.changes',
  promise: 'Nobody is locked out, and keys end exactly old or exactly new',
  cases: 'changes of keys',
  short: { times: 60, seconds: 20 },
  long: { times: 1_000, seconds: 120 },
  lane: 'compute',
  disk: 'memory',
  run: async (order) => {
    const folder = join(order.scratch, 'vault');
    let torture: KeyTorture | null = null;
    return eachCase(order, async (random, counts) => {
      torture ??= await KeyTorture.begin(folder, randomFrom(order.seed));
      try {
        await torture.change(random, counts);
      } catch (error) {
        torture = null; // What follows is tried on a whole vault again.
        throw error;
      }
    });
  },
};
