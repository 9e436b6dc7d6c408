import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { MainFailure } from '#main/lib/main-failure.ts';
import { dataPaths, type DataPaths } from '#main/lib/paths.ts';
import { openJournal } from '#main/services/journal/journal.ts';
import { createKeyring } from '#main/services/keyring/keyring.ts';
import { createVaultService } from '#main/services/vault/vault.ts';
import { equalBytes, toHex } from '#shared/lib/bytes.ts';
import { damageFile, filesUnder } from '../support/damage.ts';
import { makeKeeperVault, silent } from '../support/keeper.ts';
import { entryNumber, headerNumber, KEEPER, KEEPER_VAULT, keyNumber } from '../support/keeper-work.ts';
import type { Random } from '../support/random.ts';
import { eachCase, promise, type Row } from '../support/row.ts';

const ENTRIES = 60;
const KEYS = 12;

/** A header, keys and a journal of several files. */
async function fill(folder: string, seed: number): Promise<DataPaths> {
  const paths = dataPaths(folder);
  await makeKeeperVault(folder, seed);
  const keyring = createKeyring({ folder: paths.keyring, log: silent });
  for (let key = 2; key <= KEYS; key += 1) await keyring.put(KEEPER, [keyNumber(seed, key)]);
  const journal = await openJournal({ folder: paths.journal, vaultId: KEEPER_VAULT, segmentBytes: 30_000 });
  for (let entry = 2; entry <= ENTRIES; entry += 1) await journal.append([entryNumber(seed, entry)]);
  await journal.close();
  return paths;
}

const codeOf = (error: unknown): string => {
  if (error instanceof MainFailure) return `told as ${error.failure.code}`;
  throw error;
};

async function lookAtHeader(paths: DataPaths, seed: number): Promise<string> {
  const header = await createVaultService({ paths, log: silent }).requireHeader();
  promise(isDeepStrictEqual(header, headerNumber(seed, 1)), 'The header is another');
  return 'mended';
}

/** All keys, whichever of the two files was hit. */
async function lookAtKeyring(paths: DataPaths, seed: number): Promise<string> {
  try {
    const { entries } = await createKeyring({ folder: paths.keyring, log: silent }).load(KEEPER);
    promise(entries.length === KEYS, `${String(entries.length)} keys of ${String(KEYS)} are there`);
    for (const [index, { wrapped }] of entries.entries()) {
      promise(
        toHex(wrapped) === toHex(keyNumber(seed, index + 1).wrapped),
        `Key ${String(index + 1)} is another`,
      );
    }
    return 'mended';
  } catch (error) {
    return codeOf(error);
  }
}

/** What can be read is what was written; what cannot is told, and lies where the damage is. */
async function lookAtJournal(paths: DataPaths, seed: number): Promise<string> {
  const journal = await openJournal({ folder: paths.journal, vaultId: KEEPER_VAULT });
  let there = 0;
  for (let after = 0, end = false; !end;) {
    const part = await journal.read(after, 1_000_000);
    for (const { seq, entry } of part.frames) {
      promise(equalBytes(entry, entryNumber(seed, seq)), `Entry ${String(seq)} is another`);
      there += 1;
    }
    after = part.frames.at(-1)?.seq ?? after;
    ({ end } = part);
  }
  await journal.close();
  if (there === ENTRIES) return 'whole';
  const told = journal.gaps().length > 0 || journal.damagedFiles().length > 0 || journal.cutBytes > 0;
  if (told) return 'told, a part lost';
  // A file cut at the end of a frame, or the last file gone: the working store remembers the true end.
  promise(journal.head().seq === there, 'Entries are missing in the middle, and nothing is told');
  return 'shorter, for the store to tell';
}

const PLACES = {
  header: { folder: (paths: DataPaths) => paths.vault, look: lookAtHeader },
  keyring: { folder: (paths: DataPaths) => paths.keyring, look: lookAtKeyring },
  journal: { folder: (paths: DataPaths) => paths.journal, look: lookAtJournal },
};

const filesOf = (name: keyof typeof PLACES, paths: DataPaths): readonly string[] =>
  name === 'header'
    ? ['header.json', 'header.backup.json'].map((file) => join(paths.vault, file))
    : filesUnder(PLACES[name].folder(paths));

async function damageOne(folder: string, random: Random): Promise<string> {
  const seed = random.below(2 ** 31);
  const paths = await fill(folder, seed);
  const name = random.pick(Object.keys(PLACES) as (keyof typeof PLACES)[]);
  const { what } = damageFile(random.pick(filesOf(name, paths)), random);
  try {
    return `${name} ${await PLACES[name].look(paths, seed)}`;
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Files of header, keyring and journal damaged, and read by the main code alone. */
export const damageMain: Row = {
  id: 'damage.main',
  promise: 'Damage is noticed, mended or told',
  cases: 'damaged files, seen by the main code',
  short: { times: 95, seconds: 15 },
  long: { times: 800, seconds: 90 },
  lane: 'compute',
  disk: 'memory',
  run: (order) =>
    eachCase(order, async (random, counts) => {
      const folder = await mkdtemp(join(order.scratch, 'damage-'));
      try {
        counts.add(await damageOne(folder, random));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }),
};
