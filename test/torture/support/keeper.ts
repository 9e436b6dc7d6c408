import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';
import { dataPaths } from '#main/lib/paths.ts';
import { openJournal } from '#main/services/journal/journal.ts';
import { createKeyring } from '#main/services/keyring/keyring.ts';
import type { Log } from '#main/services/log/log.ts';
import { createVaultService } from '#main/services/vault/vault.ts';
import { equalBytes } from '#shared/lib/bytes.ts';
import {
  type Acknowledged,
  entryNumber,
  headerNumber,
  KEEPER,
  KEEPER_VAULT,
  keyNumber,
} from './keeper-work.ts';
import { type Counts, promise } from './row.ts';

export const silent: Log = { info: () => undefined, error: () => undefined };

/** What of a keeper's work is known to be on the disk. */
export interface Kept {
  entries: number;
  /** Entries up to this one may have been dropped, as in a backup. */
  dropped: number;
  keys: number;
  header: number;
}

/** Makes the vault that a keeper goes on with. */
export async function makeKeeperVault(folder: string, seed: number): Promise<Kept> {
  const paths = dataPaths(folder);
  await createVaultService({ paths, log: silent }).create(headerNumber(seed, 1));
  await createKeyring({ folder: paths.keyring, log: silent }).put(KEEPER, [keyNumber(seed, 1)]);
  const journal = await openJournal({ folder: paths.journal, vaultId: KEEPER_VAULT });
  await journal.append([entryNumber(seed, 1)]);
  await journal.close();
  return { entries: 1, dropped: 0, keys: 1, header: 1 };
}

/** A keeper that runs, and what it has acknowledged so far. */
export interface Keeper {
  readonly kept: Kept;
  readonly child: ChildProcess;
  /** Resolves at its first word. Rejects when it ends before. */
  readonly opened: Promise<void>;
  /** Resolves when its output has come to an end. */
  readonly ended: Promise<void>;
  /** What it said when it failed by itself. */
  readonly complaint: () => string;
}

/** Starts a keeper on a folder. */
export function startKeeper(
  folder: string,
  seed: number,
  before: Kept,
  env: Record<string, string> = {},
): Keeper {
  const kept = { ...before };
  const program = join(import.meta.dirname, 'keeper.js');
  const child = spawn(
    process.execPath,
    [program, folder, String(seed), String(before.keys), String(before.header)],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  );
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
  });
  const opened = new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      resolve();
      // A word cut off by the kill was not said.
      if (line.endsWith('}')) note(kept, JSON.parse(line) as Acknowledged);
    });
    void ended.then(() => reject(new Error(`The keeper ended before it had opened.\n${complaint}`)));
  });
  opened.catch(() => undefined);
  return { kept, child, opened, ended, complaint: () => complaint };
}

function note(kept: Kept, said: Acknowledged): void {
  if (said.what === 'journal') kept.entries = Math.max(kept.entries, said.seq);
  else if (said.what === 'drop') kept.dropped = said.seq;
  else if (said.what === 'keyring') kept.keys = said.keys;
  else if (said.what === 'header') kept.header = said.number;
}

/** Opens what a keeper left behind. Everything it had acknowledged must be there, and nothing that it did not write. */
export async function checkKeeperVault(
  folder: string,
  seed: number,
  kept: Kept,
  counts: Counts,
): Promise<Kept> {
  const paths = dataPaths(folder);
  const header = await createVaultService({ paths, log: silent }).requireHeader();
  const number = header.createdAt;
  promise(
    number === kept.header || number === kept.header + 1,
    `Header ${String(number)} is there; ${String(kept.header)} was acknowledged`,
  );
  promise(isDeepStrictEqual(header, headerNumber(seed, number)), 'The header is neither old nor new');
  const keys = await checkKeys(paths.keyring, seed, kept);
  const entries = await checkEntries(paths.journal, seed, kept, counts);
  counts.add('acknowledged', kept.entries + kept.keys + kept.header);
  return { entries, dropped: kept.dropped, keys, header: number };
}

async function checkKeys(folder: string, seed: number, kept: Kept): Promise<number> {
  const { entries: found } = await createKeyring({ folder, log: silent }).load(KEEPER);
  promise(
    found.length >= kept.keys,
    `${String(kept.keys - found.length)} acknowledged keys of ${String(kept.keys)} lost`,
  );
  for (const [index, { fileId, wrapped }] of found.entries()) {
    const expected = keyNumber(seed, index + 1);
    promise(
      fileId === expected.fileId && equalBytes(wrapped, expected.wrapped),
      `Key ${String(index + 1)} is not what was written`,
    );
  }
  return found.length;
}

async function checkEntries(folder: string, seed: number, kept: Kept, counts: Counts): Promise<number> {
  const journal = await openJournal({ folder, vaultId: KEEPER_VAULT });
  let found = journal.floor().seq;
  promise(
    found <= kept.dropped,
    `The journal begins after ${String(found)}; ${String(kept.dropped)} was dropped`,
  );
  promise(journal.gaps().length === 0, 'The journal has gaps');
  if (found > 0) counts.add('compacted');
  for (let end = false; !end;) {
    const part = await journal.read(found, 1_000_000);
    for (const { entry } of part.frames) {
      found += 1;
      promise(equalBytes(entry, entryNumber(seed, found)), `Entry ${String(found)} is not what was written`);
    }
    ({ end } = part);
  }
  await journal.close();
  promise(
    found >= kept.entries,
    `${String(kept.entries - found)} acknowledged entries of ${String(kept.entries)} lost`,
  );
  if (journal.cutBytes > 0) counts.add('torn ends cut');
  return found;
}
