import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FAULT_POINTS } from '#shared/lib/fault.ts';
import { DrivenApp, PASSPHRASE } from '../support/driven-app.ts';
import { copyFolder, preparedVault } from '../support/prepared.ts';
import type { Random } from '../support/random.ts';
import { type Counts, eachCase, promise, type Row } from '../support/row.ts';

/** After so many kills a fresh copy of the vault is taken, so that starts do not grow longer and longer. */
const KILLS_A_FOLDER = 25;
/** A fault point that is not come by in this time is given up, and the kill is one at random. */
const PATIENCE_MS = 3000;

/** What the app is at when it is killed. */
const AT = ['writing', 'a fault point', 'a backup', 'a restore'] as const;

const WRITING = FAULT_POINTS.filter((name) => /^journal\.(before|after)/.test(name));
const BACKUP = FAULT_POINTS.filter((name) => name.startsWith('backup.') && name !== 'backup.pruned');

/** What a kill left, as far as the next start must find it. */
interface Left {
  /** Changes up to this one were called saved. */
  readonly acknowledged: number;
  /** A restore of the state after this change was under way. */
  readonly restoring: number | null;
}

/** Opens what a kill left, and compares; answers the last change there. */
async function look(app: DrivenApp, seed: number, { acknowledged, restoring }: Left): Promise<number> {
  await app.tell('open', PASSPHRASE);
  const { last, fault } = await app.tell('check', { seed, acknowledged });
  if (fault === null) return last;
  const restored = restoring === null ? null : await app.tell('check', { seed, acknowledged: restoring });
  promise(restored !== null && restored.fault === null && restored.last === restoring, fault);
  return restored.last;
}

/** A point of a group, at one of its next passings. */
const faultAt = (points: readonly string[], passing: number, random: Random) => ({
  KARTOTEKA_FAULT: `${random.pick(points)}#${String(passing)}=kill`,
});

/** Starts, looks what the last kill left, works, and kills. */
async function killOnce(
  folder: string,
  seed: number,
  left: Left,
  at: (typeof AT)[number],
  random: Random,
  counts: Counts,
): Promise<Left> {
  const atPoint = at === 'a fault point' || (at === 'a backup' && random.chance(0.6));
  const env = !atPoint
    ? {}
    : at === 'a backup'
      ? faultAt(BACKUP, 1, random)
      : faultAt(WRITING, random.between(1, 12), random);
  const app = await DrivenApp.start(folder, env);
  try {
    const last = await look(app, seed, left);
    app.acknowledged = last;
    let restoring: number | null = null;
    if (at === 'a restore') {
      const { backupId } = await app.tell('backUp', undefined);
      restoring = last;
      await writeSome(app, seed, last, random.between(3, 10));
      void app.tell('restore', backupId).catch(() => undefined);
      await wait(random.below(150));
    } else if (at === 'a backup') {
      await writeSome(app, seed, last, random.between(3, 10));
      void app.tell('backUp', undefined).catch(() => undefined);
      await (atPoint ? untilDead(app, counts) : wait(random.below(250)));
    } else {
      await app.tell('start', { seed, first: last + 1 });
      if (atPoint) await untilDead(app, counts);
      else {
        await app.saved(last + random.between(1, 30));
        await wait(random.below(60));
      }
    }
    return { acknowledged: app.acknowledged, restoring };
  } finally {
    await app.kill();
  }
}

/** Waits until the main process has come by the fault point at which it ends. */
async function untilDead(app: DrivenApp, counts: Counts): Promise<void> {
  const died = await Promise.race([app.host.exited.then(() => true), wait(PATIENCE_MS, false)]);
  counts.add(died ? 'died at the point' : 'did not come by it');
}

async function writeSome(app: DrivenApp, seed: number, last: number, count: number): Promise<void> {
  await app.tell('start', { seed, first: last + 1 });
  await app.saved(last + count);
  await app.tell('stop', undefined);
}

/** Starts once more, and looks at what the last kill left, backups too. */
async function lookAgain(folder: string, seed: number, left: Left, counts: Counts): Promise<void> {
  const app = await DrivenApp.start(folder);
  try {
    await look(app, seed, left);
    const { verified, broken } = await app.tell('checkBackups', undefined);
    promise(broken.length === 0, () => `Verified, and not whole: ${broken.join(', ')}`);
    counts.add('verified backups opened', verified);
  } finally {
    await app.kill();
  }
}

/** Kills of the whole app, in the middle of its work; each start checks what the kill before it left. */
export const killApp: Row = {
  id: 'kill.app',
  promise: 'Saved is saved, when everything is killed',
  cases: 'kills of the whole app',
  short: { times: 8, seconds: 40 },
  long: { times: 300, seconds: 840 },
  lane: 'browser',
  async run(order) {
    // What is written follows from one seed in the whole run; when it is killed, from the case's.
    const content = order.seed;
    const prepared = await preparedVault(order.shared, content);
    let folder = '';
    let left: Left = { acknowledged: 1, restoring: null };
    return eachCase(order, async (random, counts, index) => {
      if (index % KILLS_A_FOLDER === 0) {
        if (folder !== '') await rm(folder, { recursive: true, force: true, maxRetries: 5 });
        folder = await mkdtemp(join(order.scratch, 'kill-'));
        await copyFolder(prepared, folder);
        left = { acknowledged: 1, restoring: null };
      }
      const at = AT[index % AT.length] ?? 'writing';
      const before = left.acknowledged;
      left = await killOnce(folder, content, left, at, random, counts);
      counts.add('acknowledged', Math.max(0, left.acknowledged - before));
      counts.add(`at ${at}`);
      // What the last kill left is looked at too.
      if (index % KILLS_A_FOLDER === KILLS_A_FOLDER - 1 || index === order.times - 1)
        await lookAgain(folder, content, left, counts);
    });
  },
};
