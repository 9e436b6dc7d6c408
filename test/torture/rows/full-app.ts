import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fillDisk, cannotMount, mountTmpfs, unmount } from '../support/disks.ts';
import { codeIn, DrivenApp, PASSPHRASE } from '../support/driven-app.ts';
import { copyFolder, PREPARED_CHANGES, preparedVault } from '../support/prepared.ts';
import { type Counts, eachCase, promise, type Row } from '../support/row.ts';
import type { Random } from '../support/random.ts';

const DISK_MIB = 400;
const SECOND_MIB = 8;
const MESSAGE_MS = 2000;
const WORKS_AGAIN_MS = 5000;
const PATIENCE_MS = 20_000;

/** Where they are mounted: the disk with the data, and a small one for a second place of backups. */
interface Disks {
  readonly place: string;
  readonly second: string;
}

/** Writes until the disk takes no more, or long enough; answers how long the refusal took, null when there was none. */
async function writeUntilFull(app: DrivenApp, seed: number, first: number): Promise<number | null> {
  const end = Date.now() + PATIENCE_MS;
  for (let number = first; Date.now() < end; number += 1) {
    const begun = Date.now();
    const outcome = await app.tell('tryToWrite', { seed, number });
    if (outcome === null) {
      app.acknowledged = number;
      continue;
    }
    promise(outcome === 'diskFull', `Told as ${outcome}, not as a full disk`);
    return Date.now() - begun;
  }
  return null;
}

/** Waits until the app works again: the vault opens, and takes a change. */
async function untilItWorks(app: DrivenApp, seed: number, isOpen: boolean): Promise<number> {
  const begun = Date.now();
  let open = isOpen;
  let said = '';
  while (Date.now() - begun < PATIENCE_MS) {
    try {
      if (!open) await app.tell('open', PASSPHRASE);
      open = true;
      // The change that was refused, again: what it writes is the same whether a part of it was kept or none.
      const number = app.acknowledged + 1;
      const refused = await app.tell('tryToWrite', { seed, number });
      if (refused === null) {
        app.acknowledged = number;
        return Date.now() - begun;
      }
      said = refused;
    } catch (error) {
      said = String(error);
      if (open) throw error;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  throw new Error(`It does not work ${String(PATIENCE_MS)} ms after space was freed: ${said}`);
}

/** A document of the client file, saved on the disk that is full. */
const DOCUMENT = { name: 'Contract.txt', text: 'A line of the contract.\n'.repeat(40_000) };

/** A backup and a saved document on a full disk: whole, or told and not there. */
async function tryOnFull(app: DrivenApp, place: string, counts: Counts): Promise<void> {
  const begun = Date.now();
  const backed = await app.tell('backUp', undefined).then(({ states }) => states.join(' '), codeIn);
  promise(['verified', 'failed', 'diskFull'].includes(backed), `A backup on a full disk ended as ${backed}`);
  counts.add(`backup ${backed}`);
  const folder = join(place, 'saved');
  const target = join(folder, DOCUMENT.name);
  const saved = await app.tell('saveDocument', undefined);
  promise(['saved', 'diskFull'].includes(saved), `Saving on a full disk ended as ${saved}`);
  counts.add(`document ${saved}`);
  counts.most('ms for a backup and a document at most', Date.now() - begun);
  const names = readdirSync(folder);
  promise(
    names.length === (saved === 'saved' ? 1 : 0),
    () => `Left beside the document: ${names.join(', ')}`,
  );
  if (saved === 'saved') promise(readFileSync(target, 'utf8') === DOCUMENT.text, 'The document is not whole');
}

/** With room again a backup is made, and what counts as verified opens. */
async function backUpAgain(app: DrivenApp): Promise<void> {
  const { states } = await app.tell('backUp', undefined);
  promise(states.join(' ') === 'verified', `A backup with room again ended as ${states.join(' ')}`);
  const { broken } = await app.tell('checkBackups', undefined);
  promise(broken.length === 0, () => `Verified, and not whole: ${broken.join(', ')}`);
  promise(
    (await app.tell('saveDocument', undefined)) === 'saved',
    'The document is not saved with room again',
  );
}

/** A second place without room: told as full beside the first, which has its backup; with room again both have one. */
async function fullSecondPlace(app: DrivenApp, place: string, seed: number, counts: Counts): Promise<void> {
  const ballast = join(place, 'ballast');
  await app.answerDialogs(place);
  await app.tell('addPlace', undefined);
  const backUpNext = async (expected: string): Promise<void> => {
    const number = app.acknowledged + 1;
    promise((await app.tell('tryToWrite', { seed, number })) === null, 'A full second place stops a change');
    app.acknowledged = number;
    const states = (await app.tell('backUp', undefined)).states.join(' ');
    promise(states === expected, `A backup to two places ended as ${states}, not as ${expected}`);
  };
  await backUpNext('verified verified');
  fillDisk(place, ballast, 0);
  await backUpNext('verified failed');
  rmSync(ballast);
  await backUpNext('verified verified');
  const { broken } = await app.tell('checkBackups', undefined);
  promise(broken.length === 0, () => `Verified, and not whole: ${broken.join(', ')}`);
  counts.add('second place full');
}

async function fullDisk(
  { place, second }: Disks,
  seed: number,
  random: Random,
  counts: Counts,
): Promise<void> {
  const folder = join(place, 'data');
  const ballast = join(place, 'ballast');
  const restart = random.pick(['none', 'quit', 'kill'] as const);
  let app = await DrivenApp.start(folder);
  try {
    await app.tell('open', PASSPHRASE);
    app.acknowledged = PREPARED_CHANGES;
    await app.answerDialogs(join(place, 'saved', DOCUMENT.name));
    await app.tell('attach', DOCUMENT);
    await app.tell('backUp', undefined);
    fillDisk(place, ballast, random.chance(0.3) ? 0 : random.below(8 * 1024));
    const took = await writeUntilFull(app, seed, app.acknowledged + 1);
    if (took !== null) {
      counts.most('ms to the message at most', took);
      promise(took <= MESSAGE_MS, `The message came after ${String(took)} ms`);
    }
    await tryOnFull(app, place, counts);
    const { acknowledged } = app;
    let isOpen = true;
    if (restart !== 'none') {
      await (restart === 'quit' ? app.quit() : app.kill());
      app = await DrivenApp.start(folder);
      app.acknowledged = acknowledged;
      isOpen = await app.tell('open', PASSPHRASE).then(
        () => true,
        () => false,
      );
      counts.add(isOpen ? 'opened while full' : 'waited while full');
    }
    rmSync(ballast);
    const again = await untilItWorks(app, seed, isOpen);
    counts.most('ms until it works at most', again);
    promise(again <= WORKS_AGAIN_MS, `It worked ${String(again)} ms after space was freed`);
    const { fault } = await app.tell('check', { seed, acknowledged: app.acknowledged });
    promise(fault === null, fault ?? '');
    await app.answerDialogs(join(place, 'saved', DOCUMENT.name));
    await backUpAgain(app);
    await fullSecondPlace(app, second, seed, counts);
    counts.add(`restart: ${restart}`);
  } finally {
    await app.kill();
  }
}

/** Disks that fill up while the app writes, and restarts on them. */
export const fullApp: Row = {
  id: 'full.app',
  promise: 'A full disk destroys nothing',
  cases: 'full disks under the whole app',
  short: { times: 4, seconds: 40 },
  long: { times: 60, seconds: 540 },
  lane: 'browser',
  async run(order) {
    const reason = cannotMount();
    if (reason !== null) return { done: 0, counts: {}, broken: [], skipped: reason };
    const prepared = await preparedVault(order.shared, order.seed);
    const place = join(order.scratch, 'disk');
    const second = join(order.scratch, 'second');
    mountTmpfs(place, DISK_MIB);
    mountTmpfs(second, SECOND_MIB);
    try {
      return await eachCase(order, async (random, counts) => {
        for (const name of ['data', 'ballast', 'saved'])
          await rm(join(place, name), { recursive: true, force: true, maxRetries: 5 });
        for (const name of await readdir(second)) await rm(join(second, name), { recursive: true });
        await mkdir(join(place, 'saved'));
        await copyFolder(prepared, join(place, 'data'));
        await fullDisk({ place, second }, order.seed, random, counts);
      });
    } finally {
      unmount(place);
      unmount(second);
    }
  },
};
