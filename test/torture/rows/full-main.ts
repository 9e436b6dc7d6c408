import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporary, writeFileAtomically } from '#main/lib/atomic-file.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { dataPaths } from '#main/lib/paths.ts';
import { openJournal } from '#main/services/journal/journal.ts';
import { createKeyring } from '#main/services/keyring/keyring.ts';
import { cannotMount, fillDisk, mountTmpfs, unmount } from '../support/disks.ts';
import { checkKeeperVault, type Kept, makeKeeperVault, silent } from '../support/keeper.ts';
import { entryNumber, KEEPER, KEEPER_VAULT, keyNumber } from '../support/keeper-work.ts';
import type { Random } from '../support/random.ts';
import { type Counts, eachCase, promise, type Row } from '../support/row.ts';

const DISK_MIB = 24;
const MESSAGE_MS = 2000;
const MOST_WRITES = 4000;

/** Does something until the disk takes no more; it must say so, and soon. */
async function untilFull(work: () => Promise<void>, counts: Counts): Promise<void> {
  for (let times = 0; times < MOST_WRITES; times += 1) {
    const begun = Date.now();
    try {
      await work();
    } catch (error) {
      promise(
        error instanceof MainFailure && error.failure.code === 'diskFull',
        () => `Told as ${String(error)}`,
      );
      counts.most('ms to the message at most', Date.now() - begun);
      promise(Date.now() - begun <= MESSAGE_MS, 'The message came late');
      counts.add('refused');
      return;
    }
  }
}

/** A document saved over an older one: wholly the old or wholly the new, and nothing beside it. */
async function exportOver(folder: string, random: Random): Promise<void> {
  const target = join(folder, 'document.pdf');
  const content = random.bytes(random.between(1, 3_000_000));
  const before = readFileSync(target);
  const outcome = await writeFileAtomically(target, content).then(
    () => 'written',
    (error: unknown) => (error instanceof MainFailure ? error.failure.code : String(error)),
  );
  promise(outcome === 'written' || outcome === 'diskFull', `Told as ${outcome}`);
  promise(
    readFileSync(target).equals(outcome === 'written' ? Buffer.from(content) : before),
    'The document is neither old nor new',
  );
  promise(!readdirSync(folder).some(isTemporary), 'A temporary file is left');
}

async function fullDisk(place: string, random: Random, counts: Counts): Promise<void> {
  const seed = random.below(2 ** 31);
  const folder = join(place, 'data');
  const ballast = join(place, 'ballast');
  const kept: Kept = await makeKeeperVault(folder, seed);
  writeFileSync(join(place, 'document.pdf'), 'the old one');
  const paths = dataPaths(folder);
  let journal = await openJournal({ folder: paths.journal, vaultId: KEEPER_VAULT, segmentBytes: 200_000 });
  let keyring = createKeyring({ folder: paths.keyring, log: silent });
  const append = async (): Promise<void> => {
    kept.entries = (await journal.append([entryNumber(seed, journal.head().seq + 1)])).seq;
  };
  const addKey = async (): Promise<void> => {
    await keyring.put(KEEPER, [keyNumber(seed, kept.keys + 1)]);
    kept.keys += 1;
  };
  fillDisk(place, ballast, random.below(8 * 1024));
  await exportOver(place, random);
  await untilFull(append, counts);
  await untilFull(addKey, counts);
  if (random.chance(0.6)) {
    // Started anew while it is still full: what is there can be read.
    await journal.close();
    await checkKeeperVault(folder, seed, kept, counts);
    journal = await openJournal({ folder: paths.journal, vaultId: KEEPER_VAULT, segmentBytes: 200_000 });
    keyring = createKeyring({ folder: paths.keyring, log: silent });
    await untilFull(append, counts);
    counts.add('restarts while full');
  }
  rmSync(ballast);
  await append();
  await addKey();
  await exportOver(place, random);
  await journal.close();
  await checkKeeperVault(folder, seed, kept, counts);
}

/** Disks that fill up under journal, keyring and saved documents. */
export const fullMain: Row = {
  id: 'full.main',
  promise: 'A full disk destroys nothing',
  cases: 'full disks under the main code',
  short: { times: 16, seconds: 15 },
  long: { times: 240, seconds: 120 },
  lane: 'compute',
  async run(order) {
    const reason = cannotMount();
    if (reason !== null) return { done: 0, counts: {}, broken: [], skipped: reason };
    const place = join(order.scratch, 'disk');
    mountTmpfs(place, DISK_MIB);
    try {
      return await eachCase(order, async (random, counts) => {
        for (const name of readdirSync(place)) await rm(join(place, name), { recursive: true, force: true });
        await fullDisk(place, random, counts);
      });
    } finally {
      unmount(place);
    }
  },
};
