import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DrivenApp, PASSPHRASE } from '../support/driven-app.ts';
import { copyFolder, preparedVault } from '../support/prepared.ts';
import { eachCase, promise, type Row } from '../support/row.ts';

/** After so many kills a fresh copy of the vault is taken, so that starts do not grow longer and longer. */
const KILLS_A_FOLDER = 25;

/** Kills of the whole app, in the middle of writing; each start checks what the kill before it left. */
export const killApp: Row = {
  id: 'kill.app',
  promise: 'Saved is saved, when everything is killed',
  cases: 'kills of the whole app',
  short: { times: 10, seconds: 60 },
  long: { times: 300, seconds: 1200 },
  lane: 'browser',
  async run(order) {
    // What is written follows from one seed in the whole run; when it is killed, from the case's.
    const content = order.seed;
    const prepared = await preparedVault(order.shared, content);
    let folder = '';
    let acknowledged = 0;
    return eachCase(order, async (random, counts, index) => {
      if (index % KILLS_A_FOLDER === 0) {
        if (folder !== '') await rm(folder, { recursive: true, force: true, maxRetries: 5 });
        folder = await mkdtemp(join(order.scratch, 'kill-'));
        await copyFolder(prepared, folder);
        acknowledged = 1;
      }
      const app = await DrivenApp.start(folder);
      try {
        await app.tell('open', PASSPHRASE);
        const { last, fault } = await app.tell('check', { seed: content, acknowledged });
        promise(fault === null, fault ?? '');
        app.acknowledged = last;
        await app.tell('start', { seed: content, first: last + 1 });
        await app.saved(last + random.between(1, 30));
        await wait(random.below(60));
      } finally {
        await app.kill();
      }
      counts.add('acknowledged', app.acknowledged - acknowledged);
      ({ acknowledged } = app);
      // What the last kill left is looked at too.
      if (index % KILLS_A_FOLDER === KILLS_A_FOLDER - 1 || index === order.times - 1) {
        await lookAgain(folder, content, acknowledged);
      }
    });
  },
};

async function lookAgain(folder: string, seed: number, acknowledged: number): Promise<void> {
  const app = await DrivenApp.start(folder);
  try {
    await app.tell('open', PASSPHRASE);
    const { fault } = await app.tell('check', { seed, acknowledged });
    promise(fault === null, fault ?? '');
  } finally {
    await app.kill();
  }
}
