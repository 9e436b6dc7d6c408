import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { changeJson } from '#test/e2e/support/vault-files.ts';
import { afterPowerCut, cannotLoop, type CutDisk, dropDisk, makeCutDisk } from '../support/disks.ts';
import { DrivenApp, PASSPHRASE } from '../support/driven-app.ts';
import { copyFolder, PREPARED_CHANGES, preparedVault } from '../support/prepared.ts';
import { type Counts, eachCase, promise, type Row } from '../support/row.ts';

/** After so many cuts a fresh vault is taken, so that starts do not grow longer and longer. */
const CUTS_A_DISK = 15;
const DISK_MIB = 320;
/** The folder of the second place of backups, on the same disk. */
const SECOND = 'second';

/** An app that writes on a disk whose power is cut. */
interface Writing {
  readonly disk: CutDisk;
  readonly app: DrivenApp;
}

async function startWriting(scratch: string, prepared: string, seed: number): Promise<Writing> {
  const disk = makeCutDisk(scratch, 'disk', DISK_MIB);
  const folder = join(disk.place, 'data');
  await copyFolder(prepared, folder);
  const second = join(disk.place, SECOND);
  await mkdir(second);
  const app = await DrivenApp.start(folder);
  await app.answerDialogs(second);
  await app.tell('open', PASSPHRASE);
  await app.tell('addPlace', undefined);
  await app.tell('backUp', undefined);
  await app.tell('start', { seed, first: PREPARED_CHANGES + 1 });
  return { disk, app };
}

async function endWriting({ disk, app }: Writing): Promise<void> {
  await app.kill();
  dropDisk(disk);
}

/** Starts the app on what the cut left, and compares. */
async function look(place: string, seed: number, acknowledged: number, counts: Counts): Promise<string> {
  const folder = join(place, 'data');
  // The processes that these files name ended with the power.
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) {
    await rm(join(folder, 'chromium', name), { force: true });
  }
  await rm(join(folder, 'host.lock'), { force: true });
  changeJson(join(folder, 'settings.json'), { backupFolders: [join(place, SECOND)] });
  const app = await DrivenApp.start(folder);
  try {
    const { state } = await app.tell('open', PASSPHRASE);
    const { fault } = await app.tell('check', { seed, acknowledged });
    promise(fault === null, fault ?? '');
    const { verified, broken } = await app.tell('checkBackups', undefined);
    promise(broken.length === 0, () => `Verified, and not whole: ${broken.join(', ')}`);
    promise(verified >= 2, 'A backup from before is gone');
    counts.add('verified backups opened', verified);
    return state;
  } finally {
    await app.kill();
  }
}

/** Power cuts under the whole app, browser and journal together, on a real file system. */
export const powerApp: Row = {
  id: 'power.app',
  promise: 'Saved is saved, when the power goes',
  cases: 'cuts under the whole app, on ext4',
  short: { times: 5, seconds: 40 },
  long: { times: 100, seconds: 660 },
  lane: 'browser',
  async run(order) {
    const reason = cannotLoop();
    if (reason !== null) return { done: 0, counts: {}, broken: [], skipped: reason };
    const prepared = await preparedVault(order.shared, order.seed);
    let writing: Writing | null = null;
    try {
      return await eachCase(order, async (random, counts, index) => {
        if (writing !== null && index % CUTS_A_DISK === 0) {
          await endWriting(writing);
          writing = null;
        }
        writing ??= await startWriting(order.scratch, prepared, order.seed);
        const { app, disk } = writing;
        const before = app.acknowledged;
        await app.saved(before + random.between(1, 30));
        const backsUp = index % 2 === 1;
        if (backsUp) void app.tell('backUp', undefined).catch(() => undefined);
        counts.add(backsUp ? 'during a backup' : 'while writing');
        await wait(random.below(backsUp ? 250 : 60));
        app.stop();
        const { acknowledged } = app;
        try {
          await afterPowerCut(disk, async (place) => {
            counts.add(`store ${await look(place, order.seed, acknowledged, counts)}`);
          });
        } finally {
          app.goOn();
        }
        counts.add('acknowledged', acknowledged - before);
      });
    } finally {
      if (writing !== null) await endWriting(writing);
    }
  },
};
